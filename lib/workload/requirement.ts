import { fail, ok, type Result } from "@/lib/result";
import { scaled, type ValueRange } from "@/lib/statistics/value-range";
import type { ActivityWork } from "./activity-work";
import { countWork, deviceCoverage } from "./count-work";
import { type DefaultUsed, fillIn } from "./defaults";
import { type Allowances, allowances, demand, type Sway } from "./demand";
import type { Times, TimesAsked } from "./device-hours";
import type { DeviceWork } from "./device-work";
import { hoursOf } from "./doubt";
import { ILLUSTRATIVE_LIMIT, illustrativeShare, type TimeShare, timeShares } from "./illustrative-share";
import { type NamedMissingWork, namedMissing } from "./missing-work";
import type { PooledTimes } from "./pooled-times";
import { type RoleSplit, roleSplit } from "./role-split";
import { type Binding, type RotaFloor, rotaFloor } from "./rota-floor";
import type { ServiceProfile } from "./service-profile";
import type { StaffWte } from "./staff-wte";
import type { Standards } from "./standards";
import { statementsOf } from "./statements";
import { weekHours } from "./week-hours";
import { wholeService } from "./whole-service";
import type { Statement } from "./wording";
import { changedLines, grownRows, SAME_WORK, takenInHouse, type WorkChange } from "./work-change";
import type { WorkLine } from "./work-line";
import { type WorkingTime, workingTime } from "./working-time";
import { type StaffAgainstWork, staffAgainstWork } from "./workload-gap";
import { yearsSince } from "./years-since";

export type RequirementInput = {
  /** The host; those it serves are in its profiles, and their devices and staff among the rows. */
  organisation: string;
  /** The code of the host's nation, for its bank holidays and its standard week. */
  nation: string | null;
  census: string;
  /** The day asked for: the census, or a later one. */
  at?: string;
  /** Null: the part was not sent. */
  devices: readonly DeviceWork[] | null;
  activities: readonly ActivityWork[] | null;
  staff: readonly StaffWte[] | null;
  /** One for each service unit; may be empty. */
  profiles: readonly ServiceProfile[];
  pooled: PooledTimes;
  standards: Standards;
  /** Hours fall by this share a year; 0 unless assumed otherwise. */
  productivity?: number;
  /** The service's own division of its work over roles: shares that add up to one. */
  ownMix?: ReadonlyMap<string, number> | null;
  times?: TimesAsked;
  /** How the work differs from what was sent; not at all unless given. */
  change?: WorkChange;
};

/** What a service's work asks for, how sure that is, and what it leaves out. WTE as contracted unless said otherwise. */
export type Requirement = {
  organisation: string;
  /** Host and served. */
  organisations: string[];
  census: string;
  at: string;
  years: number;
  times: TimesAsked;
  productivityPerYear: number;
  lines: WorkLine[];
  hours: ValueRange;
  workingTime: WorkingTime;
  allowances: Omit<Allowances, "workingTime">;
  /** Σ hours / AWT × CAF + IAF; null where nothing is counted. */
  workload: ValueRange | null;
  rotaFloor: RotaFloor;
  /** The greater of workload and floor; null where nothing is counted. */
  required: ValueRange | null;
  binding: Binding | null;
  /** The same in whole-time posts of 37.5 hours a week. */
  requiredAt37_5Hours: ValueRange | null;
  /** What moves the workload, the most first: each source of doubt at its least and at its most, by itself. */
  sensitivity: Sway[];
  /** `basicWte`: hours over working time, before allowances. */
  byActivity: { activity: string; hours: ValueRange; basicWte: number }[];
  byRole: RoleSplit | null;
  timesUsed: TimeShare[];
  /** Share of the hours in which the time or the volume is illustrative; null without hours. */
  illustrativeShare: number | null;
  /** More than a quarter is illustrative: the interval is the answer, not its middle. */
  answerIsInterval: boolean;
  missing: NamedMissingWork[];
  /** Devices whose planned maintenance is counted, over all of which own staff do some; null where there are none. */
  deviceCoverage: number | null;
  /** Null where no workforce was sent. */
  staff: StaffAgainstWork | null;
  defaults: DefaultUsed[];
  statements: Statement[];
};

/** Hours a week in which WTE of different weeks are compared. */
const COMMON_WEEK = 37.5;

/**
 * The requirement of one service (WISN over the device lifecycle):
 * hours = Σ volume × hours per unit × (1 − productivity)^years, workload = hours / AWT × CAF + IAF,
 * required = max(workload, rota floor). Method and sources: docs/method/requirement.md.
 * The order of rows does not matter. Fails on a day before the census, a productivity that is no share, and a profile
 * that leaves no time for work.
 */
export function requirement(input: RequirementInput): Result<Requirement> {
  const { organisation, nation, census, at = census, standards, productivity = 0 } = input;
  if (at < census)
    return fail(
      "date-early",
      `${at} is before the census of ${census}.`,
      "Ask for the census or a later day.",
    );
  if (!(productivity >= 0 && productivity < 1))
    return fail("productivity", `${productivity} is no share saved a year.`, "Give one from 0 to below 1.");
  const service = wholeService(input.profiles);
  const defaults = standards.defaultsOf(nation);
  const week = weekHours(service, nation, standards.weeks, { census, at });
  const working = workingTime(service, week, defaults);
  const category = fillIn(service.numbers.category_allowance_percent, "category_allowance_percent", defaults);
  const noTime = leavesNoTime(organisation, working.time, category.amount);
  if (noTime) return noTime;

  const times: Times = { standards, pooled: input.pooled, asked: input.times ?? "standard" };
  const years = yearsSince(census, at);
  const { change = SAME_WORK } = input;
  const devices = input.devices && takenInHouse(grownRows(input.devices, change), change);
  const work = countWork(devices, input.activities, times, (1 - productivity) ** years);
  const lines = changedLines(work.lines, change);
  const { floor, used: rotaDefaults } = rotaFloor(service, lines, defaults);
  const allowed = allowances(working.time.hours, category.amount, service.individualAllowanceHours);
  const asked = demand(lines, allowed, floor);
  const staff = input.staff && staffAgainstWork(input.staff, lines, standards.mainWork, allowed, floor);
  const share = illustrativeShare(lines);
  const { workingTime: _, ...shownAllowances } = allowed;
  const answer: Omit<Requirement, "statements"> = {
    organisation,
    organisations: organisationsOf(organisation, input.profiles),
    census,
    at,
    years,
    times: times.asked,
    productivityPerYear: productivity,
    lines,
    hours: hoursOf(lines),
    workingTime: working.time,
    allowances: shownAllowances,
    workload: asked?.workload ?? null,
    rotaFloor: floor,
    required: asked?.required ?? null,
    binding: asked?.binding ?? null,
    requiredAt37_5Hours: asked && scaled(asked.required, week.hours / COMMON_WEEK),
    sensitivity: asked?.sensitivity ?? [],
    byActivity: byActivity(lines, working.time.hours.value),
    byRole: asked && roleSplit(asked.required, lines, input.ownMix ?? null, standards.registeredPercent),
    timesUsed: timeShares(lines),
    illustrativeShare: share,
    answerIsInterval: share !== null && share > ILLUSTRATIVE_LIMIT,
    missing: namedMissing(work.missing, service, input.staff, staff),
    deviceCoverage: deviceCoverage(input.devices, work.missing, times),
    staff,
    defaults: [
      ...(week.used ?? []),
      ...working.used,
      ...(category.used ? [category.used] : []),
      ...rotaDefaults,
    ],
  };
  return ok({ ...answer, statements: statementsOf(answer, input, service, week) });
}

function leavesNoTime(organisation: string, time: WorkingTime, allowance: ValueRange) {
  if (time.hours.low <= 0)
    return fail(
      "no-working-time",
      `The profile of ${organisation} leaves ${time.days} days for work in a year.`,
      "Correct the days available and the days off in the profile.",
    );
  return allowance.high >= 100
    ? fail(
        "category-allowance",
        `A category allowance of ${allowance.value}% leaves no time for work that is counted.`,
        "Correct category_allowance_percent in the profile.",
      )
    : null;
}

const organisationsOf = (host: string, profiles: readonly ServiceProfile[]): string[] => [
  host,
  ...[...new Set(profiles.flatMap(({ served }) => served))].filter((code) => code !== host).sort(),
];

function byActivity(lines: readonly WorkLine[], workingHours: number): Requirement["byActivity"] {
  return [...new Set(lines.map(({ activity }) => activity))]
    .map((activity) => {
      const hours = hoursOf(lines.filter((line) => line.activity === activity));
      return { activity, hours, basicWte: hours.value / workingHours };
    })
    .sort((a, b) => b.hours.value - a.hours.value || (a.activity < b.activity ? -1 : 1));
}
