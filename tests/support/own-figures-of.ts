import { expect } from "vitest";
import type { ExactFigures } from "./exact-figures";

/** What an organisation's own page must say, by the independent figures of its files; unlike the page, with no reason why not. */
export function ownFiguresOf(figures: ExactFigures) {
  const of = (key: string) => figures.get(key) ?? 0;
  const total = (measure: string) => of(`${measure}|all|all`);
  const share = (part: number, whole: number) =>
    whole === 0 ? null : expect.closeTo((100 * part) / whole, 9);
  // What a file does not say is not known: cover without its column, adverts where posts are vacant and undescribed.
  const says = (measure: string) => figures.has(`${measure}|all|all`);
  const described = says("establishment-with-vacancies");
  const unfilled = says("establishment-with-cover")
    ? Math.round((total("vacancy") - total("temporary-cover")) * 1e5) / 1e5
    : null;
  const dueSaid = says("ppm-due");
  const timed = says("ppm-on-time-jobs");
  const aged55 = of("headcount|age3|55_and_over");
  const categories = (measure: string, dimension: string) =>
    [...figures]
      .filter(([key, amount]) => key.startsWith(`${measure}|${dimension}|`) && amount !== 0)
      .map(([key, amount]) => [key.split("|")[2], amount] as const);
  return {
    establishment: total("establishment"),
    inPost: total("in-post"),
    headcount: total("headcount"),
    vacancy: total("vacancy"),
    vacancyRate: share(total("vacancy"), total("establishment")),
    unfilled,
    unfilledRate: unfilled === null ? null : share(unfilled, total("establishment")),
    advertised: described ? total("advertised") : null,
    advertisedRate: described ? share(total("advertised"), total("establishment")) : null,
    frozen: described ? total("frozen") : null,
    cover: total("temporary-cover"),
    aged55,
    unknownAge: of("headcount|age|unknown"),
    share55: share(aged55, total("headcount") - of("headcount|age|unknown")),
    devices: says("devices") ? total("devices") : null,
    ppmDue: dueSaid ? total("ppm-due") : null,
    ppmOnTime: timed ? total("ppm-on-time-jobs") : null,
    onTimeRate: share(total("ppm-on-time-jobs"), total("ppm-due-timed")),
    byRole: expect.arrayContaining(
      categories("establishment", "role").map(([role, establishment]) =>
        expect.objectContaining({ role, establishment, headcount: of(`headcount|role|${role}`) }),
      ),
    ),
    byAge: expect.arrayContaining(
      categories("headcount", "age").map(([age, headcount]) => ({ age, headcount })),
    ),
    reasons: expect.arrayContaining([
      ...(described ? [] : [expect.stringContaining("no line describes them")]),
      ...(dueSaid && !timed ? ["No line says how much planned maintenance was on time."] : []),
    ]),
  };
}
