import type { SampleOrganisation } from "./organisations";

/** Somebody in post: no name, and a key that means nothing outside the organisation. */
export type Person = {
  key: number;
  /** Whole years at the census. */
  age: number;
  /** False where the organisation's records hold no age. */
  ageKnown: boolean;
};

export type VacancyState = "offer_made" | "advertised" | "not_advertised" | "frozen";

/** One funded post: filled by somebody (for all its hours or fewer, seldom more), or vacant. */
export type Post = {
  /** Stable from one census to the next. */
  reference: number;
  serviceUnit: string | null;
  role: string;
  specialism: string;
  band: string;
  establishmentWte: number;
  /** Bank and agency WTE covering the post. */
  coverWte: number;
} & (
  | { holder: Person; inPostWte: number; vacancy: null }
  | { holder: null; inPostWte: 0; vacancy: VacancyState }
);

/** What a post is, whoever holds it. */
export type Seat = Omit<Post, "holder" | "inPostWte" | "vacancy" | "coverWte">;

/** One organisation's clinical engineers at one census. */
export type Department = {
  organisation: SampleOrganisation;
  posts: readonly Post[];
  /** The next unused keys: a key is never given twice. */
  nextPerson: number;
  nextReference: number;
};

export const filled = (seat: Seat, holder: Person, inPostWte: number): Post => ({
  ...seat,
  coverWte: 0,
  holder,
  inPostWte,
  vacancy: null,
});

export const vacant = (seat: Seat, vacancy: VacancyState, coverWte: number): Post => ({
  ...seat,
  coverWte,
  holder: null,
  inPostWte: 0,
  vacancy,
});

/** A post without whoever holds it. */
export function seatOf(post: Post): Seat {
  const { reference, serviceUnit, role, specialism, band, establishmentWte } = post;
  return { reference, serviceUnit, role, specialism, band, establishmentWte };
}

/** The people of a department, each once, by key: somebody may hold two part-time posts. */
export function peopleOf(department: Department): Map<number, Person> {
  const people = new Map<number, Person>();
  for (const { holder } of department.posts) if (holder !== null) people.set(holder.key, holder);
  return people;
}
