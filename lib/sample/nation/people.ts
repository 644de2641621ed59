import type { Random } from "../random";
import { OLDEST_TRAINEE, OPENING_AGES, youngestAge } from "../staff-rates";
import { HOLDER_WTE } from "../team-mix";
import type { NationOrganisation } from "./organisations";
import { trainingOf } from "./programmes";
import { registrationFor } from "./registrations";
import type { Person, Seat } from "./team";
import { TRUE_RATES } from "./true-rates";

/** Somebody who has been in a post since before the first census. */
export function personThere(
  random: Random,
  organisation: NationOrganisation,
  seat: Seat,
  number: number,
  census: string,
): Person {
  const age = openingAge(random, seat);
  const year = Number(census.slice(0, 4));
  const trainee = seat.role === "trainee";
  const served = trainee ? random.whole(0, 2) : Math.round((age - 21) * random.uniform() * 0.8);
  const startYear = year - Math.max(0, served);
  const earlier = trainee ? 0 : Math.round(Math.max(0, age - 22 - served) * random.uniform() * 0.6);
  return {
    ...ofSeat(random, organisation, seat, census, trainee ? served : 0),
    number,
    age,
    ageKnown: !random.chance(TRUE_RATES.ageUnknown),
    stage: age >= 57 && random.chance(0.12) ? "returned" : "career",
    startYear,
    nhsStartYear: startYear - earlier,
  };
}

/** Somebody new from outside, who came in the year to a census. `experienced` is 0 for a first post in the NHS. */
export function entrant(
  random: Random,
  organisation: NationOrganisation,
  seat: Seat,
  number: number,
  census: string,
): Person {
  const age = entryAge(random, seat);
  const startYear = Number(census.slice(0, 4)) - (random.chance(0.75) ? 1 : 0);
  const yearsBefore = random.chance(0.35) ? Math.round(Math.max(0, age - 24) * random.uniform() * 0.7) : 0;
  return {
    ...ofSeat(random, organisation, seat, census, 0),
    number,
    age,
    ageKnown: !random.chance(TRUE_RATES.ageUnknown),
    stage: "career",
    startYear,
    nhsStartYear: startYear - yearsBefore,
  };
}

const ofSeat = (
  random: Random,
  organisation: NationOrganisation,
  seat: Seat,
  census: string,
  served: number,
): Pick<Person, "registration" | "contract" | "training"> => {
  const trainee = seat.role === "trainee";
  return {
    registration: registrationFor(random, seat.role),
    contract: trainee ? "trainee" : seat.covers !== null || random.chance(0.025) ? "fixed_term" : "permanent",
    training: trainee ? trainingOf(random, organisation, seat.band, census, served) : null,
  };
};

function openingAge(random: Random, { role, band }: Seat): number {
  const youngest = youngestAge(band);
  const oldest = role === "trainee" ? OLDEST_TRAINEE : 75;
  const bands = OPENING_AGES.filter(([[from, to]]) => to >= youngest && from <= oldest);
  const [from, to] = random.weighted(bands);
  return Math.min(oldest, Math.max(youngest, random.whole(from, to)));
}

/** Of the entry profile of the truth; older where the band asks for years of experience. */
function entryAge(random: Random, { role, band }: Seat): number {
  const { mean, deviation, least, most } = TRUE_RATES.entryAge;
  const youngest = Math.max(least, youngestAge(band));
  if (role === "trainee") return Math.min(OLDEST_TRAINEE, Math.max(least, Math.round(random.normal(24, 3))));
  return Math.min(most, Math.max(youngest, Math.round(random.normal(mean, deviation))));
}

/** Mostly the post's own hours; fewer leave a part of the post vacant, more stand above the establishment. */
export function holderWte(random: Random, seat: Seat): number {
  if (seat.second !== null || seat.role === "trainee") return seat.establishmentWte;
  if (seat.establishmentWte === 1) return random.weighted(HOLDER_WTE);
  return seat.establishmentWte === 0.8 && random.chance(0.1) ? 1 : seat.establishmentWte;
}
