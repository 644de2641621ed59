/**
 * The network address that a request came from, null when nothing says it. A reverse proxy adds the address that it saw
 * at the end of `X-Forwarded-For`; without one the server fills it in from the connection. What stands before the last
 * comma is the visitor's own say and counts for nothing.
 */
export function visitorAddress(headers: Pick<Headers, "get">): string | null {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return last ? last : null;
}
