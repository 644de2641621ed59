import {
  type Department,
  filled,
  type Person,
  type Post,
  type Seat,
  type VacancyState,
  vacant,
} from "./department";
import type { SampleOrganisation } from "./organisations";
import { type Random, randomStream } from "./random";
import { OLDEST_TRAINEE, OPENING_AGES, OPENING_VACANT, youngestAge } from "./staff-rates";
import { BANDS, HOLDER_WTE, POST_WTE, roleWeights, SPECIALISMS, type Weights } from "./team-mix";

/** An organisation's department at the first census of the sample. */
export function openingDepartment(seed: number, organisation: SampleOrganisation): Department {
  const random = randomStream(seed, `opening ${organisation.code}`);
  const seats = Array.from({ length: organisation.openingPosts }, (_, index) =>
    newSeat(random, organisation, index + 1, managersOf(organisation) > index),
  );
  let nextPerson = 1;
  const posts: Post[] = [];
  for (const seat of seats) {
    if (random.chance(OPENING_VACANT)) {
      posts.push(vacant(seat, openingVacancy(random), 0));
      continue;
    }
    const person: Person = {
      key: nextPerson,
      age: openingAge(random, seat),
      ageKnown: !random.chance(0.012),
    };
    nextPerson += 1;
    posts.push(filled(seat, person, holderWte(random, seat)));
  }
  return {
    organisation,
    posts: organisation.wayOfSaying === "group_lines" ? posts : withOnePersonInTwoPosts(random, posts),
    nextPerson,
    nextReference: organisation.openingPosts + 1,
  };
}

const managersOf = ({ openingPosts }: SampleOrganisation): number =>
  openingPosts >= 30 ? 2 : openingPosts >= 7 ? 1 : 0;

/** A post as the organisation would fund it. */
export function newSeat(
  random: Random,
  organisation: SampleOrganisation,
  reference: number,
  manager: boolean,
): Seat {
  const { kind } = organisation;
  const role = manager ? "manager" : random.weighted(roleWeights(organisation.openingPosts));
  const specialism = random.weighted(
    (SPECIALISMS[role] as Weights).map(
      ([id, weight]) => [id, kind.specialisms.includes(id) ? weight : 0] as const,
    ),
  );
  return {
    reference,
    serviceUnit: serviceUnitOf(kind.serviceUnits, specialism),
    role,
    specialism,
    band: random.weighted(BANDS[role] as Weights),
    establishmentWte: role === "manager" ? 1 : random.weighted(POST_WTE),
  };
}

function serviceUnitOf(units: readonly string[], specialism: string): string | null {
  const [equipment = null, rehabilitation = null, renal = null] = units;
  if (specialism === "rehabilitation") return rehabilitation;
  return specialism === "renal" ? renal : equipment;
}

/** Mostly the post's own hours; fewer leave a part of the post vacant, more stand above the establishment. */
export function holderWte(random: Random, seat: Seat): number {
  if (seat.establishmentWte === 1) return random.weighted(HOLDER_WTE);
  return seat.establishmentWte === 0.8 && random.chance(0.12) ? 1 : seat.establishmentWte;
}

const openingVacancy = (random: Random): VacancyState =>
  random.weighted([
    ["advertised", 45],
    ["not_advertised", 22],
    ["frozen", 20],
    ["offer_made", 13],
  ]);

function openingAge(random: Random, { role, band }: Seat): number {
  const youngest = youngestAge(band);
  const oldest = role === "trainee" ? OLDEST_TRAINEE : 75;
  const bands = OPENING_AGES.filter(([[from, to]]) => to >= youngest && from <= oldest);
  const [from, to] = random.weighted(bands);
  return Math.min(oldest, Math.max(youngest, random.whole(from, to)));
}

/** In a large team somebody may hold two part-time posts: one person, two lines, one key. */
function withOnePersonInTwoPosts(random: Random, posts: readonly Post[]): Post[] {
  const first = posts.findIndex((post) => post.holder !== null && post.role === "clinical_technologist");
  const second = posts.findIndex(
    (post, index) => index > first && post.holder !== null && post.role === "clinical_technologist",
  );
  const holder = posts[first]?.holder;
  if (posts.length < 24 || second < 0 || holder === null || holder === undefined || !random.chance(0.6)) {
    return [...posts];
  }
  return posts.map((post, index) => {
    if (index === first) return filled({ ...post, establishmentWte: 0.6 }, holder, 0.6);
    return index === second ? filled({ ...post, establishmentWte: 0.4 }, holder, 0.4) : post;
  });
}
