import { AGE_COUNT, YOUNGEST } from "./ages";
import { type Expectation, FLOWS, type Flow } from "./expectation";
import { GROUP_COUNT } from "./groups";

/** One year of a projection, over some groups together. Expected numbers of posts and WTE; year 0 is the start. */
export type ExpectedYear = {
  year: number;
  filled: number;
  /** Of the filled: by people who came back after retiring. */
  returned: number;
  vacant: number;
  /** Of the vacant. */
  frozen: number;
  inPostWte: number;
  /** Null where no establishment is known. */
  establishmentWte: number | null;
  /** Filled posts by single age from 16. */
  ages: number[];
  /** Of the filled posts, a ratio of expectations; null where none is filled. */
  share55: number | null;
  /** Of the year that ends here; null at the start. */
  flows: Readonly<Record<Flow, number>> | null;
};

const EVERY_GROUP: readonly number[] = Array.from({ length: GROUP_COUNT }, (_, group) => group);

/** Sums a projection's year over groups (positions in `GROUPS`; all of them unless said). */
export function expectedYear(
  projection: Expectation,
  year: number,
  groups: readonly number[] = EVERY_GROUP,
): ExpectedYear {
  const stock = (values: Float64Array): number =>
    groups.reduce((sum, group) => sum + (values[year * GROUP_COUNT + group] ?? 0), 0);
  const flow = (values: Float64Array): number =>
    groups.reduce((sum, group) => sum + (values[(year - 1) * GROUP_COUNT + group] ?? 0), 0);
  const filled = stock(projection.filled);
  const ages = Array.from({ length: AGE_COUNT }, (_, age) =>
    groups.reduce(
      (sum, group) => sum + (projection.ages[(year * GROUP_COUNT + group) * AGE_COUNT + age] ?? 0),
      0,
    ),
  );
  const aged55 = ages.slice(55 - YOUNGEST).reduce((sum, count) => sum + count, 0);
  return {
    year,
    filled,
    returned: stock(projection.returned),
    vacant: stock(projection.vacant),
    frozen: stock(projection.frozen),
    inPostWte: stock(projection.inPostWte),
    establishmentWte: projection.establishmentKnown ? stock(projection.establishmentWte) : null,
    ages,
    share55: filled > 0 ? aged55 / filled : null,
    flows:
      year === 0
        ? null
        : (Object.fromEntries(FLOWS.map((name) => [name, flow(projection.flows[name])])) as Record<
            Flow,
            number
          >),
  };
}
