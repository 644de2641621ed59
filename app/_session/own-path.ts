/** Addresses that a person is never sent back to after signing in. */
const NEVER = /^\/(sign-in|sign-out|signed-in|api)(\/|\?|$)/;

/**
 * A path on this site to go to after signing in: what was asked for if it is one, else where something waits. An address
 * on another site, however it is written, is not one, so that a link to our sign-in cannot lead anywhere else.
 */
export function ownPath(asked: string | null | undefined, otherwise = "/sign-in/landed"): string {
  if (!asked?.startsWith("/") || !URL.canParse(asked, "http://own.invalid")) return otherwise;
  const url = new URL(asked, "http://own.invalid");
  const path = `${url.pathname}${url.search}`;
  // `/x/..//elsewhere` has our host, and its normal form would not.
  return url.host === "own.invalid" && !path.startsWith("//") && !NEVER.test(path) ? path : otherwise;
}
