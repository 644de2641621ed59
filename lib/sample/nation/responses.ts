import { randomStream } from "../random";
import { NIL, NOT_RETURNED, POOR_RESPONSE, SERVED } from "./happenings";
import { isOpenOn, type NationOrganisation } from "./organisations";

/** How many organisations that could return have not, beside those of a region with a poor response. */
const MISSING: Readonly<Record<string, number>> = {
  "2023-03-31": 9,
  "2024-03-31": 17,
  "2025-03-31": 13,
  "2026-03-31": 15,
};

/** The first forty are a small nation of their own, with its own few who have not returned. */
const SMALL_NATION = "ZS040";

/**
 * Who has not returned at a census: those named, a poor region's, and others by chance, the same ones rather than
 * new ones from year to year, at most one of a board. Hosts, those served and those with nothing to send always answer.
 */
export function notReturned(
  seed: number,
  organisations: readonly NationOrganisation[],
  census: string,
): ReadonlySet<string> {
  const hosts = new Set(SERVED.values());
  const could = organisations.filter(
    (each) =>
      isOpenOn(each, census) && !SERVED.has(each.code) && !NIL.has(each.code) && !hosts.has(each.code),
  );
  const reluctance = new Map(
    could.map(({ code }) => [
      code,
      randomStream(seed, `nation response ${code}`).uniform() * 0.6 +
        randomStream(seed, `nation response ${code} ${census}`).uniform(),
    ]),
  );
  const byReluctance = [...could].sort(
    (a, b) =>
      (reluctance.get(b.code) as number) - (reluctance.get(a.code) as number) || (a.code < b.code ? -1 : 1),
  );
  const missing = new Set(NOT_RETURNED[census] ?? []);
  if (census === POOR_RESPONSE.census) {
    const region = byReluctance.filter((each) => each.region === POOR_RESPONSE.region);
    for (const { code } of region.slice(0, Math.ceil(region.length * (1 - POOR_RESPONSE.answered))))
      missing.add(code);
  }
  const poor = missing.size - (NOT_RETURNED[census]?.length ?? 0);
  const boards = new Set<string>();
  for (const { code, board, region } of byReluctance) {
    if (missing.size >= (MISSING[census] ?? 0) + poor) break;
    const place = board ?? code;
    if (code <= SMALL_NATION || missing.has(code) || boards.has(place)) continue;
    if (poor > 0 && region === POOR_RESPONSE.region) continue;
    boards.add(place);
    missing.add(code);
  }
  return missing;
}
