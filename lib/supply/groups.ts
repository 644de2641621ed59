/**
 * The nine groups of the supply model: the seven roles of the return, with technologists split at bands 6 and 7 and
 * scientists at bands 7 and 8a, since promotion runs mostly inside a role. `next` is where promotion leads.
 */
export const GROUPS = [
  { id: "scientist_to_7", role: "clinical_scientist", title: "Clinical scientists, to band 7", next: 1 },
  {
    id: "scientist_from_8a",
    role: "clinical_scientist",
    title: "Clinical scientists, band 8a and above",
    next: null,
  },
  { id: "professional_engineer", role: "professional_engineer", title: "Professional engineers", next: null },
  {
    id: "technologist_to_6",
    role: "clinical_technologist",
    title: "Clinical technologists, to band 6",
    next: 4,
  },
  {
    id: "technologist_from_7",
    role: "clinical_technologist",
    title: "Clinical technologists, band 7 and above",
    next: null,
  },
  { id: "associate", role: "associate", title: "Associates", next: 3 },
  { id: "trainee", role: "trainee", title: "Trainees", next: null },
  { id: "manager", role: "manager", title: "Managers", next: null },
  { id: "support", role: "support", title: "Support staff", next: null },
] as const;

/** The position of the trainees, who are promoted into no next group but complete what they train for. */
export const TRAINEES = GROUPS.findIndex(({ id }) => id === "trainee");

/** Whether people leave a group upwards: by promotion into the next one, or, of trainees, by completing. */
export const climbsOut = (group: number): boolean => group === TRAINEES || GROUPS[group]?.next != null;

/** Groups are addressed by their position in `GROUPS`. */
export const GROUP_COUNT = GROUPS.length;

const SENIOR_BANDS: Readonly<Record<string, ReadonlySet<string>>> = {
  clinical_scientist: new Set(["8a", "8b", "8c", "8d", "9", "8d_9", "other"]),
  clinical_technologist: new Set(["7", "8a", "8b", "8c", "8d", "9", "8d_9", "other"]),
};

/**
 * The position of the group of a role at a band. Other pay scales count as senior, as in the published groups of
 * bands. A role that the return does not allow is a bug and throws.
 */
export function groupOf(role: string, band: string): number {
  const first = GROUPS.findIndex((group) => group.role === role);
  if (first < 0) throw new Error(`No role is called ${role}`);
  return SENIOR_BANDS[role]?.has(band) ? first + 1 : first;
}
