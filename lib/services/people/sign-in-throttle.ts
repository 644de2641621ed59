import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { insertEvent } from "@/db/queries/audit";
import {
  clearAttempts,
  countAttempt,
  forgetOldAttempts,
  markLocked,
  takeBackAttempt,
} from "@/db/queries/sign-in-attempts";
import type { Transaction } from "@/db/transaction";
import { fail, ok, type Result } from "@/lib/result";
import type { Site } from "../site";

const WINDOW_SECONDS = 15 * 60;

/** How many attempts may fail in a window. A whole hospital may share one network address. */
export const ATTEMPTS_ALLOWED = { account: 10, address: 60 } as const;
type Kind = keyof typeof ATTEMPTS_ALLOWED;

export type Attempt = {
  /** As typed, whether or not it is anyone's. */
  email: string;
  /** Whose account it is, for the audit; null where it is nobody's. */
  person: string | null;
  /** Where from; null where that is not known. */
  address: string | null;
};

type Subject = { kind: Kind; hash: string };

/** An IPv6 network gives one house as many addresses as it likes: its first 64 bits count as one. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail = ""] = plain.toLowerCase().split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const zeros = plain.includes("::") ? 8 - before.length - after.length : 0;
  return [...before, ...Array<string>(Math.max(0, zeros)).fill("0"), ...after].slice(0, 4).join(":");
}

/** What is counted, the address before the account in every process, so that no two wait for each other. */
function subjectsOf(
  site: Pick<Site, "attemptKey">,
  { email, address }: Pick<Attempt, "email" | "address">,
): Subject[] {
  const hashed = (kind: Kind, text: string): Subject => ({
    kind,
    hash: createHmac("sha256", site.attemptKey()).update(`${kind} ${text}`).digest("hex"),
  });
  return [
    ...(address === null ? [] : [hashed("address", networkOf(address))]),
    hashed("account", email.toLowerCase()),
  ];
}

const inMinutes = (seconds: number): string => {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
};

/** Tells the audit, once a window, of a subject that has used up its attempts. */
async function tellAudit(transaction: Transaction, { kind, hash }: Subject, { person }: Attempt) {
  if (!(await markLocked(transaction, hash, ATTEMPTS_ALLOWED[kind]))) return;
  await insertEvent(transaction, {
    actorKind: "public",
    person: null,
    verb: "sign-in.locked",
    organisation: null,
    subject: kind === "account" ? "an account" : "a network address",
    detail: { attempts: ATTEMPTS_ALLOWED[kind], ...(kind === "account" ? { person } : {}) },
  });
}

/**
 * Counts an attempt before its password is looked at, so that attempts made at once cannot slip by together. Refuses
 * it where too many have failed: alike for accounts that exist and that do not.
 */
export async function beginAttempt(
  transaction: Transaction,
  site: Pick<Site, "attemptKey">,
  attempt: Attempt,
): Promise<Result<null>> {
  await forgetOldAttempts(transaction);
  for (const { kind, hash } of subjectsOf(site, attempt)) {
    const limit = ATTEMPTS_ALLOWED[kind];
    const { failures, secondsLeft } = await countAttempt(transaction, hash, {
      limit,
      windowSeconds: WINDOW_SECONDS,
    });
    if (failures <= limit) continue;
    // Its last attempt may have ended with its process, untold.
    await tellAudit(transaction, { kind, hash }, attempt);
    return fail(
      "too-many-attempts",
      `Too many attempts to sign in have failed, so try again in ${inMinutes(secondsLeft)}.`,
    );
  }
  return ok(null);
}

/** An attempt failed: where it was the last allowed, the audit tells, in the transaction that marks it. */
export async function attemptFailed(
  transaction: Transaction,
  site: Pick<Site, "attemptKey">,
  attempt: Attempt,
): Promise<void> {
  for (const subject of subjectsOf(site, attempt)) await tellAudit(transaction, subject, attempt);
}

/** An attempt succeeded: the account begins anew, and it is not held against the place it came from. */
export async function attemptSucceeded(
  transaction: Transaction,
  site: Pick<Site, "attemptKey">,
  attempt: Attempt,
): Promise<void> {
  for (const { kind, hash } of subjectsOf(site, attempt))
    await (kind === "account" ? clearAttempts(transaction, hash) : takeBackAttempt(transaction, hash));
}
