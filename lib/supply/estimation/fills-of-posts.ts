import { groupOf } from "../groups";
import type { FillRow } from "./exit-rows";
import { isAtRisk, type PersonLine } from "./people-at-risk";

/** A post by its reference: who holds it, or whether it stands frozen. */
type Post = {
  organisation: string;
  group: number;
  holder: string | null;
  vacant: boolean;
  frozen: boolean;
  counts: boolean;
};

const refOf = ({ organisation_code, post_ref }: PersonLine): string | null => {
  const reference = (post_ref ?? "").trim().toLowerCase();
  return organisation_code === null || reference === "" ? null : `${organisation_code}|${reference}`;
};

function postsOf(lines: readonly PersonLine[]): Map<string, Post> {
  const posts = new Map<string, Post>();
  for (const line of lines) {
    const reference = refOf(line);
    const vacant = line.line_type === "vacancy";
    if (reference === null || line.role === null || !(vacant || line.line_type === "person")) continue;
    posts.set(reference, {
      organisation: line.organisation_code ?? "",
      group: groupOf(line.role, line.afc_band ?? ""),
      holder: line.person_key,
      vacant,
      frozen: vacant && line.vacancy_state === "frozen",
      // A vacancy line of several posts cannot be followed post by post.
      counts: vacant ? (line.headcount ?? 1) <= 1 : isAtRisk(line),
    });
  }
  return posts;
}

/**
 * Rows for `estimateRates` from posts that two censuses a year apart name alike: a vacant post that is held a year
 * later was filled, one whose holder is another fell empty and was filled, one that is vacant now fell empty and was
 * not. Frozen posts, posts of trainees and of fixed-term cover, and posts that only one census names tell nothing; nor
 * do organisations that give groups of people instead of each.
 */
export function fillsOfPosts(before: readonly PersonLine[], now: readonly PersonLine[]): FillRow[] {
  const grouped = new Set(
    [...before, ...now].flatMap(({ line_type, organisation_code }) =>
      line_type === "group" ? [organisation_code] : [],
    ),
  );
  const [then, here] = [postsOf(before), postsOf(now)];
  const rows = new Map<string, FillRow>();
  for (const [reference, was] of then) {
    const is = here.get(reference);
    if (is === undefined || grouped.has(was.organisation) || !was.counts || !is.counts || was.frozen)
      continue;
    const { organisation, group } = was;
    const key = `${organisation}|${group}`;
    const row = rows.get(key) ?? { organisation, group, vacant: 0, vacantFilled: 0, emptied: 0, refilled: 0 };
    rows.set(key, row);
    if (was.vacant) {
      row.vacant += 1;
      if (!is.vacant) row.vacantFilled += 1;
    } else if (is.vacant) row.emptied += 1;
    else if (was.holder !== null && is.holder !== null && was.holder !== is.holder) {
      row.emptied += 1;
      row.refilled += 1;
    }
  }
  return [...rows.values()];
}
