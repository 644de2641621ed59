import { canonicalJson } from "./canonical";
import { type Analysed, expectedOf } from "./measure-of";
import { prepareProjection, type ToProject } from "./prepare-projection";
import type { Assumption, Lever, Scenario } from "./scenario";

/** One thing that the second scenario changes, and its part of the change. */
export type Driver = { what: "assumption" | "lever"; id: string; path: string; effect: number };

export type Drivers = {
  place: string;
  measure: Analysed;
  year: number;
  /** In the first scenario and in the second; the effects add up to their difference. */
  before: number;
  after: number;
  drivers: Driver[];
};

/** More changes than this are split as one: the split asks for every set of them. */
const MOST = 8;

type Change = { what: Driver["what"]; ids: string; path: string; apply: (to: Scenario) => Scenario };

/**
 * Splits the change of a measure between two scenarios over what the second changes. Each change gets its mean effect
 * over every order in which the changes could be made (Shapley's value), so the split depends on no order and adds up
 * exactly. Null where a scenario has no such figure, or where the two are of different horizons too short for the year.
 */
export function driversOf(
  asked: Omit<ToProject, "scenario">,
  {
    first,
    second,
    place,
    measure,
    year,
  }: { first: Scenario; second: Scenario; place: string; measure: Analysed; year: number },
): Drivers | null {
  const changes = changesOf(first, second);
  const players =
    changes.length <= MOST ? changes : [...changes.slice(0, MOST - 1), together(changes.slice(MOST - 1))];
  const valueOfSet = new Map<number, number | null>();
  const valueIn = (set: number): number | null => {
    const known = valueOfSet.get(set);
    if (known !== undefined) return known;
    const scenario = players.reduce((to, { apply }, at) => ((set >> at) & 1 ? apply(to) : to), {
      ...first,
      horizon: year,
      runs: 0,
    });
    const prepared = prepareProjection({ ...asked, scenario }).places.find((one) => one.place.code === place);
    const value = prepared ? expectedOf(measure, prepared.outlineIn(), prepared.centre, year) : null;
    valueOfSet.set(set, value);
    return value;
  };
  const all = (1 << players.length) - 1;
  const [before, after] = [valueIn(0), valueIn(all)];
  if (before === null || after === null) return null;
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const drivers: Driver[] = [];
  for (const [at, { what, ids, path }] of players.entries()) {
    let effect = 0;
    for (let set = 0; set <= all; set += 1) {
      if ((set >> at) & 1) continue;
      const [without, with_] = [valueIn(set), valueIn(set | (1 << at))];
      if (without === null || with_ === null) return null;
      const size = bits(set);
      effect +=
        ((factorial(size) * factorial(players.length - size - 1)) / factorial(players.length)) *
        (with_ - without);
    }
    drivers.push({ what, id: ids, path, effect });
  }
  return { place, measure, year, before, after, drivers };
}

const bits = (set: number): number => (set === 0 ? 0 : (set & 1) + bits(set >> 1));

type Json = Parameters<typeof canonicalJson>[0];
const key = (one: unknown): string => canonicalJson(one as Json);
const asKey = ({ id, role }: Assumption): string => `${id} ${role ?? ""}`;

/** What turns the first scenario into the second, one assumption or lever at a time. */
function changesOf(first: Scenario, second: Scenario): Change[] {
  const before = new Map(first.assumptions.map((one) => [asKey(one), one]));
  const after = new Map(second.assumptions.map((one) => [asKey(one), one]));
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (one) => key(before.get(one) ?? null) !== key(after.get(one) ?? null),
  );
  const assumptions = changed.map((one): Change => {
    const now = after.get(one);
    const at = second.assumptions.findIndex((other) => asKey(other) === one);
    return {
      what: "assumption",
      ids: one.trim(),
      path: now
        ? `assumptions[${at}]`
        : `not assumptions[${first.assumptions.findIndex((other) => asKey(other) === one)}]`,
      apply: (to) => ({
        ...to,
        assumptions: [...to.assumptions.filter((other) => asKey(other) !== one), ...(now ? [now] : [])],
      }),
    };
  });
  const lever = (one: Lever, adds: boolean, at: number): Change => ({
    what: "lever",
    ids: one.id,
    path: adds ? `levers[${at}]` : `not levers[${at}]`,
    apply: (to) => ({
      ...to,
      levers: adds ? [...to.levers, one] : to.levers.filter((other) => key(other) !== key(one)),
    }),
  });
  const has = (all: readonly Lever[], one: Lever) => all.some((other) => key(other) === key(one));
  return [
    ...assumptions,
    ...first.levers.flatMap((one, at) => (has(second.levers, one) ? [] : [lever(one, false, at)])),
    ...second.levers.flatMap((one, at) => (has(first.levers, one) ? [] : [lever(one, true, at)])),
  ];
}

const together = (changes: readonly Change[]): Change => ({
  what: changes.every(({ what }) => what === "lever") ? "lever" : "assumption",
  ids: changes.map(({ ids }) => ids).join(", "),
  path: changes.map(({ path }) => path).join(", "),
  apply: (to) => changes.reduce((scenario, { apply }) => apply(scenario), to),
});
