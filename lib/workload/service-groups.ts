/** A service: the organisation that returns for it, and all whom it concerns. */
export type ServiceGroup = { host: string; organisations: string[] };

/**
 * Groups returns into services, host and served together, since requirement and gap are formed for a service alone. A
 * served organisation that returns as well is in its host's service; organisations tied through others are in one. The
 * host is the one that nobody serves; where each serves another, the first by code.
 */
export function serviceGroups(
  returns: readonly { organisation: string; served: readonly string[] }[],
): ServiceGroup[] {
  const group = new Map<string, string>();
  const headOf = (code: string): string => {
    const next = group.get(code) ?? code;
    return next === code ? code : headOf(next);
  };
  for (const { organisation, served } of returns) {
    group.set(organisation, headOf(organisation));
    for (const code of served) group.set(headOf(code), headOf(organisation));
  }
  const members = new Map<string, Set<string>>();
  for (const code of returns.flatMap(({ organisation, served }) => [organisation, ...served])) {
    const head = headOf(code);
    members.set(head, (members.get(head) ?? new Set()).add(code));
  }
  const served = new Set(returns.flatMap((each) => each.served.filter((code) => code !== each.organisation)));
  const returning = new Set(returns.map(({ organisation }) => organisation));
  return [...members.values()]
    .map((codes) => {
      const organisations = [...codes].sort();
      const returned = organisations.filter((code) => returning.has(code));
      const host = returned.find((code) => !served.has(code)) ?? returned[0] ?? "";
      return { host, organisations };
    })
    .sort((a, b) => (a.host < b.host ? -1 : 1));
}
