/** A kind of trust, and what of its team and its equipment follows from it. */
export type OrganisationKind = {
  id: string;
  /** As in "Sample Trust 014, acute large". */
  label: string;
  /** As the place tables have it for real organisations. */
  placeKind: string;
  benchmarkGroup: string;
  fewestPosts: number;
  mostPosts: number;
  /** Specialisms beyond equipment management that such a trust may have staff in. */
  specialisms: readonly string[];
  /** Services that send lines of their own in a large organisation. */
  serviceUnits: readonly string[];
  /** Which list of devices it has (`device-mix.ts`). */
  devices: "acute" | "mental_health" | "community" | "ambulance";
};

const GENERAL = ["equipment_management", "device_governance", "equipment_library", "connectivity", "other"];
const ACUTE = [...GENERAL, "renal", "clinical_measurement", "clinical_computing", "community"];
const TEACHING = [...ACUTE, "radiation", "rehabilitation", "device_design"];

const KINDS: readonly OrganisationKind[] = [
  {
    id: "teaching",
    label: "acute teaching",
    placeKind: "Acute",
    benchmarkGroup: "Acute - Teaching",
    fewestPosts: 28,
    mostPosts: 50,
    specialisms: TEACHING,
    serviceUnits: ["Medical equipment management", "Rehabilitation engineering", "Renal technology"],
    devices: "acute",
  },
  {
    id: "multi_service",
    label: "acute multi-service",
    placeKind: "Acute",
    benchmarkGroup: "Acute - Multi-Service",
    fewestPosts: 18,
    mostPosts: 26,
    specialisms: [...ACUTE, "rehabilitation"],
    serviceUnits: [],
    devices: "acute",
  },
  {
    id: "large",
    label: "acute large",
    placeKind: "Acute",
    benchmarkGroup: "Acute - Large",
    fewestPosts: 18,
    mostPosts: 26,
    specialisms: ACUTE,
    serviceUnits: [],
    devices: "acute",
  },
  {
    id: "medium",
    label: "acute medium",
    placeKind: "Acute",
    benchmarkGroup: "Acute - Medium",
    fewestPosts: 12,
    mostPosts: 17,
    specialisms: ACUTE,
    serviceUnits: [],
    devices: "acute",
  },
  {
    id: "small",
    label: "acute small",
    placeKind: "Acute",
    benchmarkGroup: "Acute - Small",
    fewestPosts: 7,
    mostPosts: 11,
    specialisms: [...GENERAL, "renal"],
    serviceUnits: [],
    devices: "acute",
  },
  {
    id: "specialist",
    label: "acute specialist",
    placeKind: "Acute",
    benchmarkGroup: "Acute - Specialist",
    fewestPosts: 7,
    mostPosts: 12,
    specialisms: [...GENERAL, "clinical_measurement", "device_design"],
    serviceUnits: [],
    devices: "acute",
  },
  {
    id: "mental_health",
    label: "mental health",
    placeKind: "Mental Health",
    benchmarkGroup: "Mental Health and Learning Disability",
    fewestPosts: 4,
    mostPosts: 6,
    specialisms: [...GENERAL, "community"],
    serviceUnits: [],
    devices: "mental_health",
  },
  {
    id: "community",
    label: "community provider",
    placeKind: "Community Provider Trust",
    benchmarkGroup: "Community Provider Trust",
    fewestPosts: 5,
    mostPosts: 10,
    specialisms: [...GENERAL, "community", "rehabilitation"],
    serviceUnits: [],
    devices: "community",
  },
  {
    id: "ambulance",
    label: "ambulance",
    placeKind: "Ambulance",
    benchmarkGroup: "Ambulance Trust",
    fewestPosts: 4,
    mostPosts: 6,
    specialisms: GENERAL,
    serviceUnits: [],
    devices: "ambulance",
  },
];

export function organisationKind(id: string): OrganisationKind {
  const kind = KINDS.find((candidate) => candidate.id === id);
  if (kind === undefined) throw new Error(`No kind of sample organisation is called "${id}"`);
  return kind;
}
