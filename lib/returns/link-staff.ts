import { bandRank } from "./codes/afc-band";
import type { WorkforceRow } from "./parts/workforce";
import { rowKey } from "./row-keys";

/** People in post at two censuses, by the hashed key of the person and the reference of their main post. */
export type LinkedPeople = {
  /** People with a key at the census before, and now. */
  before: number;
  now: number;
  stayed: number;
  joiners: number;
  leavers: number;
  /** Of those who stayed and whose main post has a reference at both: those in another post. */
  movers: number;
  /** Of those who stayed and whose bands can be compared. */
  promotions: number;
  bandDown: number;
  /** People without a key, who are neither joiners nor leavers. */
  notLinkedBefore: number;
  notLinkedNow: number;
};

/**
 * Whether the keys of two censuses are of one making. Where not one person is found again they were hashed with another
 * key, or numbered anew: then everybody would have left and joined.
 */
export const peopleAreLinked = ({ stayed }: LinkedPeople): boolean => stayed > 0;

/** Single posts at two censuses, by their reference: filled ones and vacancies, not groups or budgets. */
export type LinkedPosts = {
  before: number;
  now: number;
  added: number;
  /** Not found again, less those that may be there without their reference. */
  removed: number;
  /** Posts of before that may be there without their reference: as many more have none now. */
  lostReference: number;
  /** Vacant before and held now, and the other way round. */
  filled: number;
  vacated: number;
  notLinkedBefore: number;
  notLinkedNow: number;
};

type Line = Pick<
  WorkforceRow,
  | "line_type"
  | "post_ref"
  | "person_key"
  | "organisation_code"
  | "employer_organisation_code"
  | "afc_band"
  | "in_post_wte"
  | "headcount"
>;

/** Whoever has one key at one employer is one person, as for who stayed in a release. */
const personOf = ({ employer_organisation_code: employer, organisation_code: own, person_key }: Line) =>
  `${employer ?? own}|${person_key}`;
const isPerson = ({ line_type }: Line): boolean => line_type === "person" || line_type === "group";

/** The main line of each person with a key: the one with most WTE, the first of equals; and how many have no key. */
function peopleOf(lines: readonly Line[]): { main: Map<string, Line>; notLinked: number } {
  const main = new Map<string, Line>();
  let notLinked = 0;
  for (const line of lines.filter(isPerson)) {
    if (line.person_key === null) {
      notLinked += line.line_type === "group" ? (line.headcount ?? 0) : 1;
      continue;
    }
    const known = main.get(personOf(line));
    if (!known || (line.in_post_wte ?? 0) > (known.in_post_wte ?? 0)) main.set(personOf(line), line);
  }
  return { main, notLinked };
}

/** Who joined, left, moved between posts and went up or down a band, from the lines of two censuses. */
export function linkPeople(before: readonly Line[], now: readonly Line[]): LinkedPeople {
  const [then, here] = [peopleOf(before), peopleOf(now)];
  const stayed = [...then.main].flatMap(([person, line]): [Line, Line][] => {
    const again = here.main.get(person);
    return again ? [[line, again]] : [];
  });
  const movers = stayed.filter(([line, again]) => {
    const [from, to] = [rowKey("workforce", line), rowKey("workforce", again)];
    return from !== null && to !== null && from !== to;
  });
  const steps = stayed.flatMap(([line, again]) => {
    const [from, to] = [bandRank(line.afc_band), bandRank(again.afc_band)];
    return from === null || to === null ? [] : [to - from];
  });
  return {
    before: then.main.size,
    now: here.main.size,
    stayed: stayed.length,
    joiners: here.main.size - stayed.length,
    leavers: then.main.size - stayed.length,
    movers: movers.length,
    promotions: steps.filter((step) => step > 0).length,
    bandDown: steps.filter((step) => step < 0).length,
    notLinkedBefore: then.notLinked,
    notLinkedNow: here.notLinked,
  };
}

/** Whether each single post is held, by its reference; and how many have none. */
function postsOf(lines: readonly Line[]): { held: Map<string, boolean>; notLinked: number } {
  const held = new Map<string, boolean>();
  let notLinked = 0;
  for (const line of lines.filter(({ line_type }) => line_type === "person" || line_type === "vacancy")) {
    const key = rowKey("workforce", line);
    if (key === null) notLinked += line.line_type === "vacancy" ? (line.headcount ?? 1) : 1;
    else held.set(key, held.get(key) === true || line.line_type === "person");
  }
  return { held, notLinked };
}

/** Which posts were added and removed, filled and vacated, from the lines of two censuses. */
export function linkPosts(before: readonly Line[], now: readonly Line[]): LinkedPosts {
  const [then, here] = [postsOf(before), postsOf(now)];
  const both = [...then.held].flatMap(([key, held]) => {
    const again = here.held.get(key);
    return again === undefined ? [] : [{ held, again }];
  });
  const missing = then.held.size - both.length;
  const lostReference = Math.min(missing, Math.max(0, here.notLinked - then.notLinked));
  return {
    before: then.held.size,
    now: here.held.size,
    added: here.held.size - both.length,
    removed: missing - lostReference,
    lostReference,
    filled: both.filter(({ held, again }) => !held && again).length,
    vacated: both.filter(({ held, again }) => held && !again).length,
    notLinkedBefore: then.notLinked,
    notLinkedNow: here.notLinked,
  };
}
