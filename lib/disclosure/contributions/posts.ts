import type { PostRow } from "../release-input";
import { type Contribution, unitsOf } from "./contribution";

/**
 * Who said what its vacancies are: with vacancy lines, or by having no vacancy. One with vacant posts and no line about
 * them has not said how many are advertised or frozen.
 */
function describedVacancies(rows: readonly PostRow[]): ReadonlySet<string> {
  const vacant = new Map<string, number>();
  const described = new Set<string>();
  for (const { organisation, establishment, vacancy, inPost, advertised } of rows) {
    const units = unitsOf(establishment === null ? -inPost : vacancy, "wte");
    vacant.set(organisation, (vacant.get(organisation) ?? 0) + units);
    if (advertised !== null) described.add(organisation);
  }
  for (const [organisation, units] of vacant) if (units <= 0) described.add(organisation);
  return described;
}

/**
 * What posts add to establishment, vacancy and the rest. In an organisation that gave its establishment, a line
 * without one is of people whom no budget line covers: nothing is funded there.
 */
export function* ofPosts(rows: readonly PostRow[]): Iterable<Contribution> {
  const who = (said: (row: PostRow) => boolean): ReadonlySet<string> =>
    new Set(rows.filter(said).map(({ organisation }) => organisation));
  const gave = who(({ establishment }) => establishment !== null);
  const covered = who(({ organisation, cover }) => gave.has(organisation) && cover !== null);
  const described = describedVacancies(rows.filter(({ organisation }) => gave.has(organisation)));
  for (const { organisation, role, band, specialism, ...post } of rows) {
    const of = { role, band, specialism };
    const wte = (measure: string, value: number): Contribution => ({
      organisation,
      measure,
      value: unitsOf(value, "wte"),
      of,
    });
    const established = post.establishment ?? 0;
    const vacant = post.establishment === null ? -post.inPost : post.vacancy;
    yield wte("establishment", established);
    yield wte("vacancy", vacant);
    if (covered.has(organisation)) {
      yield wte("temporary-cover", post.cover ?? 0);
      yield wte("establishment-with-cover", established);
      yield wte("vacancy-with-cover", vacant);
    }
    if (described.has(organisation)) {
      yield wte("advertised", post.advertised ?? 0);
      yield wte("frozen", post.frozen ?? 0);
      yield wte("establishment-with-vacancies", established);
    }
  }
}
