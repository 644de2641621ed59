import type { PostRow } from "../release-input";
import { type Contribution, unitsOf } from "./contribution";

/**
 * What posts add to establishment, vacancy and the rest. In an organisation that gave its establishment, a line
 * without one is of people whom no budget line covers: nothing is funded there.
 */
export function* ofPosts(rows: readonly PostRow[]): Iterable<Contribution> {
  for (const { organisation, role, band, specialism, ...post } of rows) {
    const of = { role, band, specialism };
    const wte = (measure: string, value: number): Contribution => ({
      organisation,
      measure,
      value: unitsOf(value, "wte"),
      of,
    });
    yield wte("establishment", post.establishment ?? 0);
    yield wte("vacancy", post.establishment === null ? -post.inPost : post.vacancy);
    yield wte("temporary-cover", post.cover);
    yield wte("advertised", post.advertised);
    yield wte("frozen", post.frozen);
  }
}
