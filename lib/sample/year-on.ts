import {
  type Department,
  filled,
  type Person,
  type Post,
  peopleOf,
  type Seat,
  seatOf,
  type VacancyState,
  vacant,
} from "./department";
import { holderWte, newSeat } from "./opening";
import { type Random, randomStream } from "./random";
import {
  CUT,
  EXPERIENCED_JOINER,
  exitProbability,
  FILL,
  FREEZE,
  GROWTH,
  OLDEST_TRAINEE,
  REFILL,
  RELEASE,
  youngestAge,
} from "./staff-rates";

/**
 * The department one year later: people age, leave and retire; vacancies are filled by joiners, frozen, released or
 * cut; new posts are funded. Posts keep their references and people their keys. A pure function of its arguments.
 *
 * @param census the census of the year that ends, ISO
 */
export function yearOn(seed: number, before: Department, census: string): Department {
  const { organisation } = before;
  const random = randomStream(seed, `year ${organisation.code} ${census}`);
  const stayers = stayersOf(random, before);
  let nextPerson = before.nextPerson;
  let nextReference = before.nextReference;

  const joiner = (seat: Seat): Post => {
    const person: Person = {
      key: nextPerson,
      age: joiningAge(random, seat),
      ageKnown: !random.chance(0.012),
    };
    nextPerson += 1;
    return filled(seat, person, holderWte(random, seat));
  };

  const posts: Post[] = [];
  for (const post of before.posts) {
    const stayer = post.holder === null ? undefined : stayers.get(post.holder.key);
    if (post.holder !== null && stayer !== undefined) {
      posts.push({ ...post, holder: stayer, coverWte: random.chance(0.01) ? 0.5 : 0 });
    } else if (post.holder !== null) {
      posts.push(random.chance(REFILL) ? joiner(seatOf(post)) : stillVacant(random, post, "advertised"));
    } else if (post.vacancy === "frozen") {
      if (random.chance(CUT)) continue;
      posts.push(stillVacant(random, post, random.chance(RELEASE) ? "advertised" : "frozen"));
    } else {
      posts.push(random.chance(FILL) ? joiner(seatOf(post)) : stillVacant(random, post, "advertised"));
    }
  }
  for (let chance = before.posts.length * GROWTH; chance > 0; chance -= 1) {
    if (!random.chance(Math.min(1, chance))) continue;
    const seat = newSeat(random, organisation, nextReference, false);
    nextReference += 1;
    posts.push(
      random.chance(REFILL) ? joiner(seat) : stillVacant(random, vacant(seat, "advertised", 0), "advertised"),
    );
  }
  return { organisation, posts, nextPerson, nextReference };
}

/** Those who are still there, a year older, by key. Who holds two posts leaves both or neither. */
function stayersOf(random: Random, before: Department): Map<number, Person> {
  const roles = new Map(before.posts.map((post) => [post.holder?.key, post.role]));
  const stayers = new Map<number, Person>();
  for (const [key, person] of peopleOf(before)) {
    if (random.chance(exitProbability(roles.get(key) ?? "", person.age))) continue;
    stayers.set(key, { ...person, age: person.age + 1 });
  }
  return stayers;
}

/** Where a vacancy stands at the census, and who covers it meanwhile. */
function stillVacant(random: Random, post: Post, state: "advertised" | "frozen"): Post {
  const now: VacancyState =
    state === "frozen" || random.chance(FREEZE)
      ? "frozen"
      : random.weighted([
          ["advertised", 55],
          ["not_advertised", 27],
          ["offer_made", 18],
        ]);
  const covered = now !== "frozen" && random.chance(0.3);
  return vacant(
    seatOf(post),
    now,
    covered
      ? random.weighted([
          [post.establishmentWte, 2],
          [0.5, 1],
        ])
      : 0,
  );
}

/** Joiners come about the age of 31, those from other employers and into senior posts later. */
function joiningAge(random: Random, { role, band }: Seat): number {
  const youngest = youngestAge(band);
  if (role === "trainee")
    return Math.min(OLDEST_TRAINEE, Math.max(youngest, Math.round(random.normal(25, 3))));
  const typical = random.chance(EXPERIENCED_JOINER) ? 44 : 31;
  return Math.min(60, Math.max(youngest, Math.round(random.normal(Math.max(typical, youngest + 7), 8))));
}
