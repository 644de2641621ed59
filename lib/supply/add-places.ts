import type { Expectation, Outline } from "./expectation";
import type { Paths } from "./sample-paths";

/**
 * What several places come to together: every number is added, cell by cell, but what supply leaves of φ, which is the
 * least of theirs. No place is a bug of the caller and throws.
 */
export function addOutlines(all: readonly Outline[]): Outline {
  const [first, ...others] = all;
  if (first === undefined) throw new Error("Outlines of no place are added");
  const sum = copyOf(first);
  sum.establishmentKnown = all.every(({ establishmentKnown }) => establishmentKnown);
  for (const other of others) {
    for (const stock of STOCKS) add(sum[stock], other[stock]);
    for (const [at, scale] of other.fillScale.entries())
      sum.fillScale[at] = Math.min(sum.fillScale[at] as number, scale);
  }
  return sum;
}

/** `addOutlines` with ages and flows; of what a nation told, nothing. */
export function addExpectations(all: readonly Expectation[]): Expectation {
  const [first, ...others] = all;
  if (first === undefined) throw new Error("Expectations of no place are added");
  const ages = first.ages.slice();
  const flows = Object.fromEntries(
    Object.entries(first.flows).map(([name, flow]) => [name, flow.slice()]),
  ) as Expectation["flows"];
  for (const other of others) {
    add(ages, other.ages);
    for (const name of Object.keys(flows) as (keyof typeof flows)[]) add(flows[name], other.flows[name]);
  }
  return { ...addOutlines(all), ages, flows, shared: [] };
}

/** What several places come to together in each history. */
export function addPaths(all: readonly Paths[]): Paths {
  const [first, ...others] = all;
  if (first === undefined) throw new Error("Histories of no place are added");
  const { years, runs } = first;
  const sum: Paths = { years, runs, ...tablesOf(first, (table) => table.slice()) };
  for (const other of others) {
    for (const name of TABLES) {
      const [to, from] = [sum[name], other[name]];
      for (let at = 0; at < to.length; at += 1) to[at] = (to[at] as number) + (from[at] as number);
    }
  }
  return sum;
}

const STOCKS = [
  "filled",
  "returned",
  "aged55",
  "vacant",
  "frozen",
  "inPostWte",
  "establishmentWte",
] as const satisfies readonly (keyof Outline)[];

function copyOf(one: Outline): Outline {
  const copied = Object.fromEntries(STOCKS.map((stock) => [stock, one[stock].slice()])) as Pick<
    Outline,
    (typeof STOCKS)[number]
  >;
  const { years, view, establishmentKnown, fillScale } = one;
  return { years, view, establishmentKnown, fillScale: fillScale.slice(), ...copied };
}

const TABLES = [
  "filled",
  "vacant",
  "aged55",
  "inPostWte",
  "joined",
  "left",
] as const satisfies readonly (keyof Paths)[];
type Tables = Omit<Paths, "years" | "runs">;

const tablesOf = (
  { years, runs, ...tables }: Paths,
  of: (table: Int32Array | Float64Array) => Int32Array | Float64Array,
): Tables => Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, of(table)])) as Tables;

function add(to: Float64Array, from: Float64Array): void {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] as number) + (from[at] as number);
}
