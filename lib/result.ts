/** An expected outcome as a value: callers return early; bugs and broken infrastructure throw. */
export type Result<T, P = Problem> = { ok: true; value: T } | { ok: false; problem: P };

/** What went wrong, in words that a person can act on: what is wrong, where, and how to mend it. */
export type Problem = {
  /** Stable, kebab-case, for tests and machines. */
  code: string;
  /** One sentence in plain English: what is wrong, with the value or place shown. */
  message: string;
  /** One sentence: what to do about it. */
  mend?: string;
};

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const fail = (code: string, message: string, mend?: string): { ok: false; problem: Problem } => ({
  ok: false,
  problem: mend === undefined ? { code, message } : { code, message, mend },
});
