import { deriveSecret } from "@/lib/access/derive-secret";
import { DEMO_KEY } from "@/lib/disclosure/demo-key";

export type SiteSettings = {
  project: string;
  state: string;
  secret: string;
  /** The application login's address. */
  appUrl: string;
  /** Where browsers find the site. */
  url: string;
  /** Whether the demo's sign-ins exist. */
  demo: boolean;
  /** Of the disclosure rounding, 64 hexadecimal digits; see `disclosureKey`. */
  disclosureKey: string;
  /** The censuses of the sample whose releases follow while the site is up. */
  awaited?: readonly string[];
};

/** What the site's process is told by its environment. The owner's address is not among it. */
export function siteEnvironment(
  settings: SiteSettings,
  given: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const { DATABASE_URL, MUSTER_DEMO, MUSTER_DISCLOSURE_KEY, MUSTER_SAMPLE_AWAITS, ...rest } = given;
  return {
    ...rest,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    MUSTER_PROJECT: settings.project,
    MUSTER_STATE: settings.state,
    MUSTER_SECRET: settings.secret,
    MUSTER_APP_URL: settings.appUrl,
    MUSTER_URL: settings.url,
    NEXTAUTH_URL: settings.url,
    NEXTAUTH_SECRET: given.NEXTAUTH_SECRET ?? deriveSecret(settings.secret, "session"),
    ...(settings.demo ? { MUSTER_DEMO: "1" } : {}),
    ...(settings.awaited?.length ? { MUSTER_SAMPLE_AWAITS: settings.awaited.join(",") } : {}),
  };
}

/** What the worker is told: it builds releases, so it alone knows the key of the disclosure rounding. */
export function workerEnvironment(
  settings: SiteSettings,
  given: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  return { ...siteEnvironment(settings, given), MUSTER_DISCLOSURE_KEY: settings.disclosureKey };
}

/**
 * MUSTER_DISCLOSURE_KEY; without it the public key of demonstrations for the embedded server, so that everybody's copy
 * of the sample shows the same figures, and for a server of someone's own one derived from the secret.
 */
export function disclosureKey(
  secret: string,
  embedded: boolean,
  given = process.env.MUSTER_DISCLOSURE_KEY,
): string {
  if (given) return given;
  const key = embedded ? DEMO_KEY : Buffer.from(deriveSecret(secret, "disclosure"), "base64url");
  return Buffer.from(key).toString("hex");
}
