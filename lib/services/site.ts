import type { Pool } from "pg";
import { applicationPool } from "@/db/pool";
import { deriveSecret } from "@/lib/access/derive-secret";
import { DEMO_KEY } from "@/lib/disclosure/demo-key";

/** What services need from the world around them. Tests pass their own. */
export type Site = {
  pool: Pool;
  now: () => Date;
  /** Secret of the disclosure rounding; only the build reads it. A fictional nation's is public, and the same everywhere. */
  disclosureKey: (synthetic: boolean) => Uint8Array;
  /** Where mail goes: a folder (demo and tests) or an SMTP address. */
  mail: { folder: string } | { smtp: string };
  /** Where browsers find the site, for the links in mail; null where it is not known. */
  url: string | null;
  /** Whether the demonstration's people may sign in; everybody knows their password. */
  demo: boolean;
  /** Secret under which attempts to sign in are counted: no e-mail or network address is kept in clear. */
  attemptKey: () => string;
};

function secretDisclosureKey(): Uint8Array {
  const key = process.env.MUSTER_DISCLOSURE_KEY;
  if (!key || !/^[0-9a-f]{64}$/.test(key))
    throw new Error(
      "MUSTER_DISCLOSURE_KEY is not set to 64 hexadecimal digits: give the key that earlier releases were made with (it must never change).",
    );
  return Buffer.from(key, "hex");
}

function attemptKey(): string {
  const secret = process.env.MUSTER_SECRET;
  if (!secret)
    throw new Error("MUSTER_SECRET is not set: nobody can be signed in without it. `npm start` makes one.");
  return deriveSecret(secret, "sign-in-attempts");
}

/** The site as the process's environment describes it. */
export function currentSite(): Site {
  return {
    pool: applicationPool(),
    now: () => new Date(),
    disclosureKey: (synthetic) => (synthetic ? DEMO_KEY : secretDisclosureKey()),
    mail: process.env.SMTP_URL
      ? { smtp: process.env.SMTP_URL }
      : { folder: process.env.MUSTER_MAIL ?? `${process.env.MUSTER_STATE ?? ".muster"}/mail` },
    url: process.env.MUSTER_URL || null,
    demo: process.env.MUSTER_DEMO === "1",
    attemptKey,
  };
}
