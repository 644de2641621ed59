/** The rungs of each ladder, lowest first: whoever is promoted takes a free post of the next. */
const LADDERS: readonly (readonly (readonly [role: string, band: string])[])[] = [
  [
    ["associate", "2"],
    ["associate", "3"],
    ["associate", "4"],
    ["clinical_technologist", "5"],
    ["clinical_technologist", "6"],
    ["clinical_technologist", "7"],
    ["manager", "8a"],
    ["manager", "8b"],
    ["manager", "8c"],
  ],
  [
    ["clinical_scientist", "6"],
    ["clinical_scientist", "7"],
    ["clinical_scientist", "8a"],
    ["clinical_scientist", "8b"],
    ["clinical_scientist", "8c"],
    ["clinical_scientist", "8d"],
    ["clinical_scientist", "9"],
  ],
  [
    ["professional_engineer", "6"],
    ["professional_engineer", "7"],
    ["professional_engineer", "8a"],
    ["professional_engineer", "8b"],
  ],
  [
    ["support", "2"],
    ["support", "3"],
    ["support", "4"],
  ],
];

export type Rung = `${string} ${string}`;
export const rungOf = ({ role, band }: { role: string; band: string }): Rung => `${role} ${band}`;

const NEXT = new Map<Rung, Rung>();
const HEIGHT = new Map<Rung, number>();
for (const ladder of LADDERS)
  for (const [at, [role, band]] of ladder.entries()) {
    const rung: Rung = `${role} ${band}`;
    HEIGHT.set(rung, at);
    const next = ladder[at + 1];
    if (next) NEXT.set(rung, `${next[0]} ${next[1]}`);
  }

/** The rung above a post, or undefined at the top and where there is no ladder. */
export const nextRung = (post: { role: string; band: string }): Rung | undefined => NEXT.get(rungOf(post));
/** How high a rung is on its own ladder. */
export const heightOf = (rung: Rung): number => HEIGHT.get(rung) ?? 0;

/** The first rungs of those who complete a programme, the likelier first. */
export const RUNGS_AFTER: Readonly<Record<string, readonly Rung[]>> = {
  stp: ["clinical_scientist 7", "clinical_scientist 6", "professional_engineer 6"],
  ptp: ["clinical_technologist 5", "clinical_technologist 6"],
  level_6: ["clinical_technologist 5", "professional_engineer 6", "clinical_technologist 6"],
  level_4: ["clinical_technologist 5", "associate 4"],
  level_2: ["associate 3", "associate 2", "support 2"],
};
