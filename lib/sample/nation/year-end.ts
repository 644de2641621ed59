import type { Random } from "../random";
import { type Flow, joiner } from "./flows";
import type { NationOrganisation } from "./organisations";
import { entrant } from "./people";
import type { Slot } from "./slots";
import {
  type Absence,
  type FilledPost,
  filled,
  isFilled,
  type Post,
  type Seat,
  seatOf,
  type VacancyState,
  vacant,
} from "./team";
import { TRUE_RATES } from "./true-rates";

/** A post that nobody took: where it stands at the census and who covers it meanwhile; null when it is cut. */
export function stillVacant({ post, fate, random }: Slot): Post | null {
  if (fate.kind === "cover_ends") return null;
  const before = post.vacancy;
  const months = before
    ? before.months + 12
    : "moment" in fate
      ? Math.max(0, Math.round(12 * (1 - fate.moment)))
      : 0;
  const frozen = before?.state === "frozen";
  if (frozen && random.chance(TRUE_RATES.cut)) return null;
  const freezes = frozen ? !random.chance(TRUE_RATES.release) : random.chance(TRUE_RATES.freeze);
  const state: VacancyState = freezes
    ? "frozen"
    : random.weighted([
        ["advertised", 54],
        ["not_advertised", 27],
        ["offer_made", 19],
      ]);
  const covered = !freezes && random.chance(0.3);
  const cover = random.weighted([
    [post.establishmentWte, 2],
    [Math.min(0.5, post.establishmentWte), 1],
  ]);
  return vacant(seatOf(post), state, months, covered ? cover : 0);
}

/** Whether somebody in post is on long absence at the census; parental leave below the age of 46 only. */
export function absent(random: Random, post: FilledPost): FilledPost {
  const { parental, long_sick, career_break, secondment } = TRUE_RATES.absent;
  const absence = random.weighted<Absence>([
    ["none", 1 - parental - long_sick - career_break - secondment],
    ["parental", post.holder.age < 46 ? parental * 2 : 0],
    ["long_sick", long_sick],
    ["career_break", career_break],
    ["secondment", secondment],
  ]);
  const covered = absence !== "none" && random.chance(0.2);
  return {
    ...post,
    absence: post.covers === null ? absence : "none",
    coverWte: covered ? 0.5 : random.chance(0.006) ? 0.5 : 0,
  };
}

type Next = { nextPerson: number; nextReference: number };

/** Fixed-term posts, without establishment, for some of those who are away; their holders leave within the next year. */
export function coverPosts(
  organisation: NationOrganisation,
  posts: readonly Post[],
  slots: readonly Slot[],
  next: Next,
  census: string,
): { posts: Post[]; flows: Flow[]; next: Next } {
  const randomOf = new Map(slots.map(({ post, random }) => [post.reference, random]));
  const covers: Post[] = [];
  const flows: Flow[] = [];
  let { nextPerson, nextReference } = next;
  for (const post of posts) {
    const random = randomOf.get(post.reference);
    if (!isFilled(post) || !random || post.role === "trainee") continue;
    if (post.absence !== "parental" && post.absence !== "career_break") continue;
    if (!random.chance(0.35)) continue;
    const seat: Seat = {
      ...seatOf(post),
      reference: nextReference,
      establishmentWte: 0,
      second: null,
      covers: post.reference,
    };
    const person = entrant(random, organisation, seat, nextPerson, census);
    const wte = random.weighted([
      [1, 3],
      [0.6, 1],
    ]);
    covers.push(filled(seat, person, wte));
    flows.push(joiner(seat, person, wte, 0.3 + 0.6 * random.uniform(), "other"));
    nextPerson += 1;
    nextReference += 1;
  }
  return { posts: covers, flows, next: { nextPerson, nextReference } };
}
