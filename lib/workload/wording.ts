import { formatNumber, formatPercent, formatWte } from "@/lib/format/number";
import { formatRange } from "@/lib/format/range";
import type { ValueRange } from "@/lib/statistics/value-range";

const tenths = (value: number) => formatNumber(value, 1);
const wte = (value: number) => `${tenths(value)} WTE`;
const between = ({ low, high }: ValueRange) => `${formatRange(low, high, tenths)} WTE`;
const percent = (share: number) => formatPercent(100 * share, 0);

/** What is said of a requirement, in plain English: one sentence or two for each code. */
export const WORDING = {
  "nothing-counted": () =>
    "No work could be counted, so there is no requirement. That is not the same as none: send devices with planned jobs due, or activities with hours.",
  required: (required: ValueRange) =>
    `The work counted asks for ${wte(required.value)} (${between(required)}).`,
  "required-interval": (required: ValueRange, share: number) =>
    `The work counted asks for ${between(required)}: ${percent(share)} of its hours rest on illustrative figures, so this is not evidence of over- or under-staffing.`,
  "floor-binds": (by: "on_call_rota" | "lone_working", least: number, workload: ValueRange) =>
    by === "on_call_rota"
      ? `The on-call rota binds: it takes ${tenths(least)} people; the workload is ${between(workload)}.`
      : `Lone working binds: nobody should maintain devices alone, which takes ${tenths(least)} people; the workload is ${between(workload)}.`,
  "gap-short": (gap: ValueRange, inPost: number, required: number, coverage: string) =>
    `${wte(inPost)} are in post for work that asks for ${wte(required)}: ${wte(gap.value)} short (${between(gap)}). ${coverage}`,
  "gap-interval": (gap: ValueRange, inPost: number, required: ValueRange, coverage: string) =>
    `${wte(inPost)} are in post for work that asks for ${between(required)}: a difference of ${between(gap)}, which is not evidence of over- or under-staffing. ${coverage}`,
  "gap-open": (gap: ValueRange, inPost: number, required: ValueRange, coverage: string) =>
    `${wte(inPost)} are in post for work that asks for ${between(required)}: a difference of ${between(gap)}, which may be none. ${coverage}`,
  "gap-none": (inPost: number, required: number, coverage: string) =>
    `${wte(inPost)} are in post for counted work that asks for ${wte(required)}. That is no measure of spare staff: work that is not counted is not nothing. ${coverage}`,
  "gap-not-formed": () =>
    "No gap is formed: no specialism has both staff in post and a requirement of its main work.",
  "staff-not-sent": () => "No workforce was given, so the requirement is not set against anybody in post.",
  "not-modelled": (specialisms: string, staff: number) =>
    `Not modelled, and in no gap: ${wte(staff)} in post, of which ${specialisms}.`,
  "devices-not-sent": () => "No devices were given, so the work on them is not modelled.",
  "activities-not-sent": (activities: string) =>
    `Not sent, so not modelled, and not counted as nothing: ${activities}.`,
  "volume-not-sent": (activity: string, ofWhat: string) =>
    `Not modelled: ${activity.toLowerCase()}${ofWhat}. How much of it there is was not sent.`,
  "time-not-known": (activity: string, ofWhat: string) =>
    `Not modelled: ${activity.toLowerCase()}${ofWhat}. There is no default time, and no hours were sent.`,
  "in-trust-not-returned": (specialisms: string) =>
    `In the organisation but not in this return, and so not modelled: ${specialisms}.`,
  "individual-allowance-not-sent": () =>
    "Hours of duties that only some people have were not sent, so they are not modelled.",
  "on-call-not-sent": () => "Whether the service is on call was not sent, so no rota is counted.",
  "moves-most": (what: string, workload: { low: number; high: number }) =>
    `What moves the answer most is ${what}: by itself, from ${tenths(workload.low)} to ${tenths(workload.high)} WTE.`,
  "times-used": (shares: string) => `Hours rest on these times: ${shares}.`,
  "backlog-not-sent": (rows: number) =>
    `Backlogs of repairs were not sent on ${formatNumber(rows, 0)} ${rows === 1 ? "row" : "rows"}: repairs received are taken to be those done.`,
  "defaults-used": (defaults: string) => `Not sent, and taken from the defaults: ${defaults}.`,
  "units-differ": (columns: string) =>
    `Service units gave different values of ${columns}; their mean is taken.`,
  "week-changes": (before: number, after: number) =>
    `A whole-time post's week is ${formatWte(after)} hours by then, not ${formatWte(before)}: the same work asks for more WTE.`,
  productivity: (perYear: number, years: number) =>
    `Hours are less by ${formatPercent(100 * perYear)} a year over ${tenths(years)} years, which is assumed.`,
  "served-together": (organisations: string) =>
    `This is the requirement of one service: ${organisations} together.`,
  "own-times": () =>
    "Hours per job are the service's own where it sent them. This is for the service alone, and is not to be published.",
} as const;

type Wording = typeof WORDING;
export type StatementCode = keyof Wording;

/** A sentence about a requirement, with the stable code by which it is known. */
export type Statement = { code: StatementCode; text: string };

/** The sentence of a code, filled in. */
export function statement<C extends StatementCode>(code: C, ...details: Parameters<Wording[C]>): Statement {
  const says = WORDING[code] as (...details: Parameters<Wording[C]>) => string;
  return { code, text: says(...details) };
}
