/**
 * Whether a request that changes something was sent by a page of this site: the one check against forms planted
 * elsewhere. Browsers send `Origin` with every POST and PUT; a request without it is not from a page at all.
 * A reverse proxy must pass on the host that the browser asked for (`Host` or `X-Forwarded-Host`).
 */
export function fromOwnPage(headers: Pick<Headers, "get">): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  const host = (headers.get("x-forwarded-host") ?? headers.get("host"))?.split(",")[0]?.trim();
  return new URL(origin).host === host;
}
