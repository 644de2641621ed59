import { GROUPS } from "@/lib/supply/groups";

/** What the value of an assumption has to be: a number in bounds, a number by age, or a spread of ages. */
type Shape = { of: "number" | "by age" | "ages"; low: number; high: number; unit: string; means: string };

const PROBABILITY = { low: 0, high: 1, unit: "probability a year" } as const;
const MULTIPLIER = { of: "number", low: 0, high: 20, unit: "multiplier" } as const;

/**
 * Every assumption that a scenario may set, with its bounds and unit. Those of the supply model's defaults have their
 * names (`data/assumptions/supply.json`).
 */
export const ASSUMPTIONS = {
  "leave-by-age": { of: "by age", ...PROBABILITY, means: "leaving the profession before retirement" },
  move: { of: "by age", ...PROBABILITY, means: "moving to another organisation" },
  promote: { of: "by age", ...PROBABILITY, means: "being promoted into the next group" },
  "retire-by-age": {
    of: "by age",
    ...PROBABILITY,
    means: "retiring; where it is set, pension sections are not looked at",
  },
  "leaving-multiplier": { ...MULTIPLIER, means: "m: multiplies the hazard of leaving, for everybody" },
  "retirement-multiplier": { ...MULTIPLIER, means: "ρ: multiplies the hazard of retiring, for everybody" },
  "organisation-leaving": {
    ...MULTIPLIER,
    means: "θ: multiplies an organisation's own hazards of leaving and moving",
  },
  "organisation-filling": {
    ...MULTIPLIER,
    means: "ψ: multiplies an organisation's own hazard of filling a post",
  },
  "leaving-by-year": {
    ...MULTIPLIER,
    means: "multiplies the hazard of leaving in one year, drawn anew for each",
  },
  "retirement-by-year": {
    ...MULTIPLIER,
    means: "multiplies the hazard of retiring in one year, drawn anew for each",
  },
  "filling-by-year": {
    ...MULTIPLIER,
    means: "multiplies the hazard of filling in one year, drawn anew for each",
  },
  "return-share": {
    of: "number",
    low: 0,
    high: 1,
    unit: "share of retirements",
    means: "s: the same person goes on in the post",
  },
  "returned-exit": { of: "number", ...PROBABILITY, means: "somebody who came back leaves for good" },
  "returned-hours": {
    of: "number",
    low: 0,
    high: 1,
    unit: "share of hours before",
    means: "hours of somebody who came back",
  },
  "fill-hazard": {
    of: "number",
    low: 0,
    high: 100,
    unit: "hazard a year",
    means: "φ: one over the mean years that filling a vacant post takes",
  },
  "entry-age": {
    of: "ages",
    low: 0,
    high: Number.MAX_VALUE,
    unit: "weight by age",
    means: "ages of those who come from outside, at the year's end",
  },
  "establishment-growth": {
    of: "number",
    low: -1,
    high: 1,
    unit: "share of the posts at the year's start, a year",
    means: "posts added (or, below nought, closed)",
  },
  "frozen-share": {
    of: "number",
    low: 0,
    high: 1,
    unit: "share of vacant posts",
    means: "vacant posts that may not be filled; as at the census unless set",
  },
  "external-pool": {
    of: "number",
    low: 0,
    high: 1e6,
    unit: "people a year in all places together",
    means: "the most who can come from outside; no limit unless set",
  },
  "programme-starts": {
    of: "number",
    low: 0,
    high: 1e5,
    unit: "people a year in all places together",
    means: "starts of a training programme, those before the census among them; none unless set",
  },
  "programme-withdrawal": {
    of: "number",
    low: 0,
    high: 1,
    unit: "share of starts",
    means: "who leave a training programme before its end",
  },
  "programme-conversion": {
    of: "number",
    low: 0,
    high: 1,
    unit: "share of those completing",
    means: "who take up a post of the group that a training programme leads to",
  },
  "training-completion": {
    of: "number",
    ...PROBABILITY,
    means: "a trainee in post completes, and the post falls empty; nobody does unless set",
  },
  "trainee-conversion": {
    of: "number",
    low: 0,
    high: 1,
    unit: "share of the trainees in post who complete",
    means: "who look for a post of the group, beside its pool from outside",
  },
  "temporary-cover": {
    of: "number",
    low: 0,
    high: 1,
    unit: "share of vacant WTE",
    means: "vacant hours worked by temporary staff, who fill no post",
  },
  productivity: {
    of: "number",
    low: 0,
    high: 0.5,
    unit: "share a year",
    means: "hours of the same work fall by this share each year",
  },
  "device-growth": {
    of: "number",
    low: -0.5,
    high: 1,
    unit: "share a year",
    means: "growth of devices and of the work they bring",
  },
} as const satisfies Record<string, Shape>;
/** What is set of one training programme, which the assumption or lever names. */
const OF_PROGRAMMES: ReadonlySet<string> = new Set([
  "programme-starts",
  "programme-withdrawal",
  "programme-conversion",
]);
export const isOfProgramme = (id: string): boolean => OF_PROGRAMMES.has(id);

/** What is of the people who can come from outside: of all places together, or of those of one nation. */
export const isOfPools = (id: string): boolean => id === "external-pool" || isOfProgramme(id);

export type AssumptionId = keyof typeof ASSUMPTIONS;
export const ASSUMPTION_IDS = Object.keys(ASSUMPTIONS) as AssumptionId[];

/** Every lever: what somebody could do. Bounds of `value`, its unit, and whether roles and ages can be named. */
export const LEVERS = {
  retention: {
    low: 0,
    high: 5,
    unit: "multiplier on the hazard of leaving",
    byRole: true,
    byAge: true,
    means: "0.8 is a fifth less leaving",
  },
  "retire-and-return": {
    low: 0,
    high: 1,
    unit: "share of retirements",
    byRole: false,
    byAge: false,
    means: "who goes on in the post after retiring",
  },
  "time-to-fill": {
    low: 0.25,
    high: 120,
    unit: "months",
    byRole: true,
    byAge: false,
    means: "the mean time in which a post that may be filled is filled",
  },
  unfreezing: {
    low: 0,
    high: 1,
    unit: "share of frozen posts released",
    byRole: true,
    byAge: false,
    means: "1 releases them all",
  },
  "frozen-share": {
    low: 0,
    high: 1,
    unit: "share of vacant posts",
    byRole: true,
    byAge: false,
    means: "vacant posts that may not be filled",
  },
  establishment: {
    low: -0.5,
    high: 0.5,
    unit: "share of the posts, a year",
    byRole: true,
    byAge: false,
    means: "posts added or closed each year",
  },
  "external-pool": {
    low: 0,
    high: 1e6,
    unit: "people a year",
    byRole: true,
    byAge: false,
    means: "the most who can come from outside, in all places together",
  },
  "programme-starts": {
    low: 0,
    high: 1e5,
    unit: "people a year",
    byRole: false,
    byAge: false,
    means: "starts of a training programme, in all places together",
  },
  "programme-withdrawal": {
    low: 0,
    high: 1,
    unit: "share of starts",
    byRole: false,
    byAge: false,
    means: "who leave a training programme before its end",
  },
  "programme-conversion": {
    low: 0,
    high: 1,
    unit: "share of those completing",
    byRole: false,
    byAge: false,
    means: "who take up a post of the group that a training programme leads to",
  },
  "temporary-cover": {
    low: 0,
    high: 1,
    unit: "share of vacant WTE",
    byRole: false,
    byAge: false,
    means: "vacant hours worked by temporary staff",
  },
  "part-time": {
    low: -1,
    high: 1,
    unit: "share of staff",
    byRole: true,
    byAge: false,
    means: "more (or fewer) people who work three days in five",
  },
  productivity: {
    low: 0,
    high: 0.5,
    unit: "share a year",
    byRole: false,
    byAge: false,
    means: "hours of the same work fall by this share each year",
  },
  "device-growth": {
    low: -0.5,
    high: 1,
    unit: "share a year",
    byRole: false,
    byAge: false,
    means: "growth of the work that devices bring",
  },
  "planned-maintenance": {
    low: 0,
    high: 3,
    unit: "multiplier on planned maintenance",
    byRole: false,
    byAge: false,
    means: "0.8 is a fifth fewer planned jobs",
  },
  "in-sourcing": {
    low: 0,
    high: 1,
    unit: "share of contract maintenance",
    byRole: false,
    byAge: false,
    means: "contract work done by own staff",
  },
} as const;
export type LeverId = keyof typeof LEVERS;
export const LEVER_IDS = Object.keys(LEVERS) as LeverId[];

const ROLES = [...new Set(GROUPS.map(({ role }) => role))];
/** What `role` may name: a role of the return, or one of the nine groups. */
export const ROLE_IDS: readonly string[] = [...new Set([...ROLES, ...GROUPS.map(({ id }) => id)])];

/** The positions of the groups that a role or group names; all of them where none is named. */
export function groupsNamed(role: string | undefined): number[] {
  return GROUPS.flatMap((group, at) =>
    role === undefined || group.role === role || group.id === role ? [at] : [],
  );
}

/** Whether an assumption is drawn anew for each year of a history. */
export const isYearly = (id: string): boolean => id.endsWith("-by-year");
