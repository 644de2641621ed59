import type { EvidenceId } from "./evidence";
import type { Measure, MeasureUnit } from "./measure";
import { plus } from "./rate";

const EXACT = "exact, since devices and work are not people";

type Told = Pick<Measure, "id" | "title" | "shortTitle" | "definition" | "formula" | "polarity"> & {
  evidence: EvidenceId;
  columns: readonly string[];
  notes?: readonly string[];
};

/** A sum over the lines of a devices file, or over the devices of an assets file. */
const sum = <const T extends Told & { unit: MeasureUnit; base?: true }>({ columns, ...told }: T) => ({
  ...told,
  family: "devices" as const,
  topic: "devices" as const,
  minimumEvidence: `Three organisations that say so; ${EXACT}`,
  source: { part: "devices" as const, columns },
});

/** The denominator of a share: the same sum over the lines that say the numerator. */
/** What a sum of some lines is a part of. */
const WHOLES: Partial<Record<MeasureUnit, string>> = { devices: "devices", jobs: "ppm-due" };

const sumOf = <const Id extends string>(
  id: Id,
  title: string,
  evidence: EvidenceId,
  unit: MeasureUnit,
  columns: readonly string[],
) =>
  ({
    ...sum({
      id,
      title,
      shortTitle: title,
      definition: `${title}: the denominator of that share.`,
      formula: "Sum over the lines that say the numerator",
      polarity: "none",
      evidence,
      unit,
      columns,
    }),
    base: true,
    partOf: WHOLES[unit],
  }) as const;

/** What is summed over devices and the work on them. */
const SUMS = [
  sum({
    id: "devices",
    title: "Medical devices",
    shortTitle: "Devices",
    definition:
      "Devices in the clinical engineering service's care at the end of the twelve months to the census.",
    formula: "Sum of devices at the end of the period",
    unit: "devices",
    polarity: "none",
    evidence: "devices",
    columns: ["device_count_end"],
    notes: ["A thermometer counts like a linear accelerator: a number of devices is no measure of work."],
  }),
  sum({
    id: "ppm-due",
    title: "Planned maintenance jobs that fell due",
    shortTitle: "Jobs due",
    definition:
      "Planned maintenance jobs that fell due in the twelve months to the census, whether or not they were done.",
    formula: "Sum of planned jobs due, over the rows that say",
    unit: "jobs",
    polarity: "none",
    evidence: "maintenance",
    columns: ["ppm_due"],
  }),
  sum({
    id: "ppm-due-done",
    title: "Planned maintenance jobs due and done",
    shortTitle: "Jobs done",
    definition:
      "Of the planned maintenance jobs that fell due in the twelve months, those done by the census.",
    formula: "Sum of planned jobs due and done, over the rows that say",
    unit: "jobs",
    polarity: "higher",
    evidence: "maintenance-done",
    columns: ["ppm_due", "ppm_due_done"],
  }),
  sumOf(
    "ppm-due-of-done",
    "Planned maintenance jobs due, where it is known whether they were done",
    "maintenance-done",
    "jobs",
    ["ppm_due", "ppm_due_done"],
  ),
  {
    ...sum({
      id: "ppm-on-time-jobs",
      title: "Planned maintenance jobs done on time",
      shortTitle: "Jobs on time",
      definition: "Of the planned maintenance jobs that fell due in the twelve months, those done on time.",
      formula: "Sum of planned jobs done on time, over the rows that say",
      unit: "jobs",
      polarity: "higher",
      evidence: "maintenance-timed",
      columns: ["ppm_on_time"],
    }),
    base: true,
  },
  sumOf(
    "ppm-due-timed",
    "Planned maintenance jobs due, where it is known whether they were on time",
    "maintenance-timed",
    "jobs",
    ["ppm_due", "ppm_on_time"],
  ),
  {
    ...sum({
      id: "ppm-not-found-jobs",
      title: "Planned maintenance jobs whose device was not found",
      shortTitle: "Not found",
      definition:
        "Of the planned maintenance jobs that fell due in the twelve months, those not done because the device was not found.",
      formula: "Sum of planned jobs with the device not found, over the rows that say",
      unit: "jobs",
      polarity: "lower",
      evidence: "maintenance-found",
      columns: ["ppm_not_found"],
    }),
    base: true,
  },
  sumOf(
    "ppm-due-of-found",
    "Planned maintenance jobs due, where it is known whether the device was found",
    "maintenance-found",
    "jobs",
    ["ppm_due", "ppm_not_found"],
  ),
  sum({
    id: "repairs-received",
    title: "Repair jobs received",
    shortTitle: "Repairs received",
    definition: "Repair jobs that came in during the twelve months, done or still open.",
    formula: "Repair jobs done + backlog at the end − backlog at the start",
    unit: "jobs",
    polarity: "none",
    evidence: "repairs",
    columns: ["repair_jobs", "backlog_jobs_start", "backlog_jobs_end"],
    notes: ["Work is what came in, not what there was time for."],
  }),
  sum({
    id: "repair-backlog",
    title: "Repair jobs still open",
    shortTitle: "Repair backlog",
    definition: "Repair jobs open at the census.",
    formula: "Sum of the backlog at the end of the period",
    unit: "jobs",
    polarity: "lower",
    evidence: "repairs",
    columns: ["backlog_jobs_end"],
  }),
  {
    ...sum({
      id: "devices-connected",
      title: "Connected devices",
      shortTitle: "Connected",
      definition: "Devices on a network at the end of the period.",
      formula: "Sum of connected devices, over the rows that say",
      unit: "devices",
      polarity: "none",
      evidence: "connected",
      columns: ["connected_count"],
    }),
    base: true,
  },
  sumOf(
    "devices-of-connected",
    "Devices of which it is known whether they are connected",
    "connected",
    "devices",
    ["device_count_end", "connected_count"],
  ),
  {
    ...sum({
      id: "devices-unsupported",
      title: "Devices on an unsupported system",
      shortTitle: "Unsupported",
      definition: "Devices whose operating system is no longer supported, at the end of the period.",
      formula: "Sum of devices on an unsupported system, over the rows that say",
      unit: "devices",
      polarity: "lower",
      evidence: "unsupported",
      columns: ["unsupported_os_count"],
    }),
    base: true,
  },
  sumOf(
    "devices-of-unsupported",
    "Devices of which it is known whether their system is supported",
    "unsupported",
    "devices",
    ["device_count_end", "unsupported_os_count"],
  ),
  {
    ...sum({
      id: "devices-over-life",
      title: "Devices over their expected life",
      shortTitle: "Over life",
      definition: "Devices older than their expected life, at the end of the period.",
      formula: "Sum of devices over their life, over the rows that say",
      unit: "devices",
      polarity: "lower",
      evidence: "over-life",
      columns: ["over_life_count"],
    }),
    base: true,
  },
  sumOf(
    "devices-of-over-life",
    "Devices of which it is known whether they are over their life",
    "over-life",
    "devices",
    ["device_count_end", "over_life_count"],
  ),
  {
    ...sum({
      id: "service-cost",
      title: "Cost of contracts and parts",
      shortTitle: "Contracts and parts",
      definition:
        "What maintenance contracts and spare parts cost in the twelve months; own staff are not in it.",
      formula: "Sum of contract cost and parts cost, over the rows that give them and the acquisition value",
      unit: "pounds",
      polarity: "none",
      evidence: "service-cost",
      columns: ["contract_cost_gbp", "parts_cost_gbp"],
    }),
    base: true,
  },
  sumOf("acquisition-value", "What the devices were bought for", "service-cost", "pounds", [
    "acquisition_value_gbp",
  ]),
] as const satisfies readonly Measure[];

/** The sums over devices, by measure. */
export type DeviceSum = (typeof SUMS)[number]["id"];
export const DEVICE_SUMS: readonly DeviceSum[] = SUMS.map(({ id }) => id);

const share = (told: Told, [numerator, denominator]: readonly [DeviceSum, DeviceSum]): Measure => {
  const { columns, ...rest } = told;
  return {
    ...rest,
    unit: "percent",
    family: "devices",
    topic: "devices",
    rate: { numerator: [plus(numerator)], denominator: [plus(denominator)], kind: "exact" },
    minimumEvidence: `Three organisations that say so; ${EXACT}`,
    source: { part: "devices", columns },
  };
};

const LEFT_OUT = "Rows that do not say so are left out above and below the line.";

/** Shares of devices and of the work on them. */
const SHARES: readonly Measure[] = [
  share(
    {
      id: "planned-maintenance-done",
      title: "Planned maintenance done",
      shortTitle: "Maintenance done",
      definition:
        "Planned maintenance jobs that fell due in the twelve months and were done by the census, as a share of those that fell due.",
      formula: "Jobs due and done ÷ jobs due, over the rows that say how many were done",
      polarity: "higher",
      evidence: "maintenance-done",
      columns: ["ppm_due", "ppm_due_done"],
      notes: [LEFT_OUT],
    },
    ["ppm-due-done", "ppm-due-of-done"],
  ),
  share(
    {
      id: "planned-maintenance-on-time",
      title: "Planned maintenance done on time",
      shortTitle: "Maintenance on time",
      definition:
        "Planned maintenance jobs done on time, as a share of those that fell due in the twelve months to the census.",
      formula: "Jobs done on time ÷ jobs due, over the rows that say how many were done on time",
      polarity: "higher",
      evidence: "maintenance-timed",
      columns: ["ppm_due", "ppm_on_time"],
      notes: ["Rows that do not say how many jobs were on time are left out above and below the line."],
    },
    ["ppm-on-time-jobs", "ppm-due-timed"],
  ),
  share(
    {
      id: "planned-maintenance-not-found",
      title: "Planned maintenance, device not found",
      shortTitle: "Devices not found",
      definition:
        "Planned maintenance jobs not done because the device was not found, as a share of those that fell due.",
      formula: "Jobs with the device not found ÷ jobs due, over the rows that say how many were not found",
      polarity: "lower",
      evidence: "maintenance-found",
      columns: ["ppm_due", "ppm_not_found"],
      notes: [LEFT_OUT],
    },
    ["ppm-not-found-jobs", "ppm-due-of-found"],
  ),
  share(
    {
      id: "connected-share",
      title: "Devices connected to a network",
      shortTitle: "Connected",
      definition: "Devices on a network at the end of the period, as a share of devices.",
      formula: "Connected devices ÷ devices, over the rows that say how many are connected",
      polarity: "none",
      evidence: "connected",
      columns: ["connected_count", "device_count_end"],
      notes: [LEFT_OUT],
    },
    ["devices-connected", "devices-of-connected"],
  ),
  share(
    {
      id: "unsupported-share",
      title: "Devices on an unsupported system",
      shortTitle: "Unsupported systems",
      definition: "Devices whose operating system is no longer supported, as a share of devices.",
      formula: "Devices on an unsupported system ÷ devices, over the rows that say how many there are",
      polarity: "lower",
      evidence: "unsupported",
      columns: ["unsupported_os_count", "device_count_end"],
      notes: [LEFT_OUT],
    },
    ["devices-unsupported", "devices-of-unsupported"],
  ),
  share(
    {
      id: "over-life-share",
      title: "Devices over their expected life",
      shortTitle: "Over life",
      definition: "Devices older than their expected life, as a share of devices.",
      formula: "Devices over their life ÷ devices, over the rows that say how many there are",
      polarity: "lower",
      evidence: "over-life",
      columns: ["over_life_count", "device_count_end"],
      notes: [LEFT_OUT],
    },
    ["devices-over-life", "devices-of-over-life"],
  ),
  share(
    {
      id: "cost-of-service-ratio",
      title: "Cost of service, contracts and parts",
      shortTitle: "Cost of service",
      definition:
        "What maintenance contracts and spare parts cost in the twelve months, as a share of what the devices were bought for.",
      formula: "(Contract cost + parts cost) ÷ acquisition value, over the rows that give all three",
      polarity: "none",
      evidence: "service-cost",
      columns: ["contract_cost_gbp", "parts_cost_gbp", "acquisition_value_gbp"],
      notes: [
        "Own staff are not in it, so a service that repairs in house shows a lower ratio than one that buys contracts: read it beside the share of devices under contract.",
        "About 4% is usual in the literature where own staff are counted; there is no formal standard.",
      ],
    },
    ["service-cost", "acquisition-value"],
  ),
];

/** Measures of devices and of the work on them. */
export const DEVICE_MEASURES: readonly Measure[] = [...SUMS, ...SHARES];
