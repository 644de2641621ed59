import type { NationOrganisation } from "./organisations";

/** A trainee's programme, and the last day of it. */
export type Training = { programme: string; ends: string; funding: string };

/** Somebody in post: no name, and a number that means nothing outside the organisation. */
export type Person = {
  /** The organisation's own number for the person: another organisation gives another. */
  number: number;
  /** Whole years at the census. */
  age: number;
  /** False where the organisation's records hold no age. */
  ageKnown: boolean;
  /** In a first career, or back after retiring. */
  stage: "career" | "returned";
  startYear: number;
  nhsStartYear: number;
  /** As in the return: several parted by a semicolon. */
  registration: string;
  contract: "permanent" | "fixed_term" | "trainee";
  training: Training | null;
};

export type Absence = "none" | "parental" | "long_sick" | "career_break" | "secondment";
export type VacancyState = "offer_made" | "advertised" | "not_advertised" | "frozen";

/** What a post is, whoever holds it. */
export type Seat = {
  /** Stable from one census to the next, and never given twice. */
  reference: number;
  unit: string | null;
  role: string;
  specialism: string;
  band: string;
  establishmentWte: number;
  /** A second specialism that has some of the post's hours: the same person on a second line. */
  second: { specialism: string; wte: number } | null;
  /** Who employs whoever holds it, where that is not the organisation that returns. */
  employer: string | null;
  /** The reference of the post whose absent holder this fixed-term one covers. */
  covers: number | null;
  /** The band at which it is filled from outside, where it was regraded for whoever holds or held it. */
  gradedFrom: string | null;
};

/** One funded post: filled by somebody (for all its hours or fewer, seldom more), or vacant. */
export type Post = Seat & {
  /** Bank and agency WTE covering it. */
  coverWte: number;
} & (
    | { holder: Person; inPostWte: number; absence: Absence; vacancy: null }
    | { holder: null; inPostWte: 0; absence: "none"; vacancy: { state: VacancyState; months: number } }
  );

export type FilledPost = Extract<Post, { vacancy: null }>;
export type VacantPost = Extract<Post, { holder: null }>;

/** One organisation's clinical engineers at one census. */
export type Team = {
  organisation: NationOrganisation;
  posts: readonly Post[];
  /** The next unused numbers. */
  nextPerson: number;
  nextReference: number;
};

export const isFilled = (post: Post): post is FilledPost => post.holder !== null;
export const isVacant = (post: Post): post is VacantPost => post.holder === null;

/** A post without whoever holds it. */
export function seatOf(post: Post): Seat {
  const { reference, unit, role, specialism, band, establishmentWte, second, employer, covers, gradedFrom } =
    post;
  return { reference, unit, role, specialism, band, establishmentWte, second, employer, covers, gradedFrom };
}

export const filled = (seat: Seat, holder: Person, inPostWte: number): FilledPost => ({
  ...seat,
  coverWte: 0,
  holder,
  inPostWte,
  absence: "none",
  vacancy: null,
});

export const vacant = (seat: Seat, state: VacancyState, months: number, coverWte: number): VacantPost => ({
  ...seat,
  coverWte,
  holder: null,
  inPostWte: 0,
  absence: "none",
  vacancy: { state, months },
});
