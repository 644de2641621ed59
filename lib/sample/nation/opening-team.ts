import { randomStream } from "../random";
import { EMPLOYS_IN_HOST, SERVED, SERVICE_SPLIT } from "./happenings";
import type { NationOrganisation } from "./organisations";
import { holderWte, personThere } from "./people";
import { managersOf, newSeat } from "./seats";
import { filled, type Post, type Team, type VacancyState, vacant } from "./team";

/** When the nation's life begins: so long before its first census that the teams have settled by then (`nationLife`). */
const BEGINNING = "2020-03-31";

/** Share of posts vacant at the start: what the true rates lead to. */
const OPENING_VACANT = 0.055;
/** A service that is to go to another organisation is at least so large. */
const POSTS_TO_SPLIT = 3;

/** An organisation's team before the first census. */
export function openingTeam(seed: number, organisation: NationOrganisation): Team {
  const posts = Array.from({ length: organisation.openingPosts }, (_, index) =>
    openingPost(seed, organisation, index + 1),
  );
  return { organisation, posts, nextPerson: posts.length + 1, nextReference: posts.length + 1 };
}

function openingPost(seed: number, organisation: NationOrganisation, reference: number): Post {
  const random = randomStream(seed, `nation opening ${organisation.code}`, reference);
  const { openingPosts } = organisation;
  const splits = organisation.code === SERVICE_SPLIT.from && reference > openingPosts - POSTS_TO_SPLIT;
  const drawn = newSeat(random, organisation, reference, {
    manager: reference <= managersOf(openingPosts),
    ...(splits ? { specialism: SERVICE_SPLIT.specialism } : {}),
  });
  const host = SERVED.get(EMPLOYS_IN_HOST.employer) === organisation.code;
  const employed = host && reference > openingPosts - EMPLOYS_IN_HOST.posts;
  const seat = employed ? { ...drawn, employer: EMPLOYS_IN_HOST.employer } : drawn;
  if (!splits && random.chance(OPENING_VACANT))
    return vacant(seat, openingVacancy(random), random.whole(0, 14), 0);
  const holder = personThere(random, organisation, seat, reference, BEGINNING);
  return filled(seat, holder, holderWte(random, seat));
}

const openingVacancy = (random: ReturnType<typeof randomStream>): VacancyState =>
  random.weighted([
    ["advertised", 46],
    ["not_advertised", 22],
    ["frozen", 18],
    ["offer_made", 14],
  ]);
