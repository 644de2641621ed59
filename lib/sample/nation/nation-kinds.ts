import { type OrganisationKind, organisationKind } from "../organisation-kinds";
import { SIZE_GROUPS, type SizeGroup } from "./size-quantiles";

/** A kind of organisation, what it is called in the names, and how its team and its equipment follow from its size. */
export type NationKind = Pick<
  OrganisationKind,
  "id" | "label" | "placeKind" | "specialisms" | "serviceUnits" | "devices"
> & {
  /** Sample Trust 014, Sample Health Board 183. */
  called: "Trust" | "Health Board" | "Health and Social Care Trust";
  /** Null outside England, which has no benchmark groups. */
  benchmarkGroup: string | null;
  size: SizeGroup;
  /** Clinical engineering posts for a thousand staff: judgement, set so that the nation has about 3,000 in post. */
  postsPerThousandStaff: number;
};

const english = (
  id: keyof typeof SIZE_GROUPS,
  postsPerThousandStaff: number,
  changes: Partial<NationKind> = {},
): NationKind => ({
  ...organisationKind(id),
  called: "Trust",
  size: SIZE_GROUPS[id],
  postsPerThousandStaff,
  ...changes,
});

const TEACHING = organisationKind("teaching");

/** A board runs hospitals and community services alike, so its team is a teaching trust's. */
const devolved = (
  id: string,
  called: NationKind["called"],
  placeKind: string,
  label: string,
  changes: Partial<NationKind> = {},
): NationKind => ({
  id,
  label,
  called,
  placeKind,
  benchmarkGroup: null,
  specialisms: TEACHING.specialisms,
  serviceUnits: TEACHING.serviceUnits,
  devices: "acute",
  size: SIZE_GROUPS.devolved_board,
  postsPerThousandStaff: 2.45,
  ...changes,
});

const KINDS = [
  english("teaching", 3.17),
  english("large", 3.01),
  english("multi_service", 3.17),
  english("medium", 2.81),
  english("small", 2.45),
  english("specialist", 3.78),
  english("mental_health", 0.95, { devices: "mental_health" }),
  english("community", 2.15),
  english("ambulance", 0.87),
  devolved("health_board", "Health Board", "Local Health Board", "Wales"),
  devolved("welsh_trust", "Trust", "NHS Trust (Wales)", "Wales, specialist", {
    specialisms: [...TEACHING.specialisms.filter((id) => id !== "renal"), "radiation"],
    serviceUnits: [],
    size: SIZE_GROUPS.specialist,
    postsPerThousandStaff: 4.09,
  }),
  devolved("territorial_board", "Health Board", "Territorial Health Board", "Scotland"),
  devolved("island_board", "Health Board", "Territorial Health Board", "Scotland, islands", {
    serviceUnits: [],
    size: SIZE_GROUPS.island_board,
    postsPerThousandStaff: 4.09,
  }),
  devolved(
    "social_care_trust",
    "Health and Social Care Trust",
    "Health and Social Care Trust",
    "Northern Ireland",
    {
      // Half of their staff are in social care.
      postsPerThousandStaff: 1.27,
    },
  ),
] as const satisfies readonly NationKind[];

export function nationKind(id: string): NationKind {
  const kind = KINDS.find((candidate) => candidate.id === id);
  if (kind === undefined) throw new Error(`No kind of organisation of the sample nation is called "${id}"`);
  return kind;
}
