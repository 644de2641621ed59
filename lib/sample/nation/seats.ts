import type { Random } from "../random";
import { BANDS, POST_WTE, roleWeights, SPECIALISMS, type Weights } from "../team-mix";
import type { NationOrganisation } from "./organisations";
import type { Seat } from "./team";

/** Large enough that somebody may share their hours between two specialisms. */
const POSTS_OF_SHARED = 20;

/** Managers that a team of a size has. */
export const managersOf = (posts: number): number => (posts >= 30 ? 2 : posts >= 7 ? 1 : 0);

/** A post as the organisation would fund it; a manager's, or one of a given specialism, where that is asked for. */
export function newSeat(
  random: Random,
  organisation: NationOrganisation,
  reference: number,
  wanted: { manager?: boolean; specialism?: string } = {},
): Seat {
  const { kind, openingPosts } = organisation;
  const role = wanted.manager
    ? "manager"
    : wanted.specialism
      ? "clinical_technologist"
      : random.weighted(roleWeights(openingPosts));
  const fits = (id: string) => kind.specialisms.includes(id);
  const specialism =
    wanted.specialism ??
    random.weighted(
      (SPECIALISMS[role] as Weights).map(([id, weight]) => [id, fits(id) ? weight : 0] as const),
    );
  const band = random.weighted(BANDS[role] as Weights);
  const establishmentWte = role === "manager" || role === "trainee" ? 1 : random.weighted(POST_WTE);
  // Only where the two lines are told to be one person's.
  const keyed = organisation.tier !== "core" && /own_lines|budget_person/.test(organisation.wayOfSaying);
  const shares =
    keyed && openingPosts >= POSTS_OF_SHARED && establishmentWte === 1 && role === "clinical_technologist";
  return {
    reference,
    unit: unitOf(organisation.units, specialism),
    role,
    specialism,
    band,
    establishmentWte,
    second: shares && random.chance(0.04) ? secondOf(specialism) : null,
    employer: null,
    covers: null,
    gradedFrom: null,
  };
}

const secondOf = (specialism: string) => ({
  specialism: specialism === "device_governance" ? "equipment_management" : "device_governance",
  wte: 0.4,
});

/** The unit that a specialism belongs to: the first is the main one. */
export function unitOf(units: readonly string[], specialism: string): string | null {
  const [main = null, rehabilitation = null, renal = null] = units;
  if (specialism === "rehabilitation") return rehabilitation;
  return specialism === "renal" ? renal : main;
}
