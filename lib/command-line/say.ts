import type { Problem } from "@/lib/result";

/** Talk goes to standard error, so that standard output holds nothing but what was asked for. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Says what is wrong and how to mend it, and gives the exit code for it. */
export function sayProblem({ message, mend }: Problem): 1 {
  say(mend ? `${message} ${mend}` : message);
  return 1;
}
