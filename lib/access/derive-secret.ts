import { createHmac } from "node:crypto";

/** What a secret is for: each is a key of its own, so that one that leaks says nothing of the others. */
export type SecretPurpose =
  | "application-password"
  | "session"
  | "sign-in-attempts"
  | "person-key"
  | "disclosure";

/** A secret for one purpose from the installation's one secret: 43 characters, base64url (HMAC-SHA256). */
export function deriveSecret(secret: string, purpose: SecretPurpose): string {
  return createHmac("sha256", secret).update(`muster ${purpose}`).digest("base64url");
}
