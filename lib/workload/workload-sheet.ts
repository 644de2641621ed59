import { safeCsvLine } from "@/lib/returns/safe-csv";
import type { Requirement } from "./requirement";
import { activityTitle, listed, specialismTitle } from "./titles";

const HEADER = [
  "kind",
  "activity",
  "device_category",
  "unit",
  "specialisms",
  "volume",
  "hours_per_unit",
  "hours",
  "hours_low",
  "hours_high",
  "volume_from",
  "time_from",
  "wte",
  "note",
];

const number = (value: number | null, places: number): string =>
  value === null ? "" : value.toFixed(places);

/**
 * The workload behind a requirement as a sheet, for the organisation alone: a line of work a row with its volume, time,
 * hours and WTE (hours over working time, before allowances), then what is named and not modelled, then the whole.
 * Hours a year; WTE as contracted.
 */
export function workloadSheet(requirement: Requirement): string {
  const { lines, missing, hours, workingTime, workload, required, statements } = requirement;
  const perWte = workingTime.hours.value;
  const work = lines.map((line) => [
    "work",
    activityTitle(line.activity),
    line.category ?? "",
    line.unit,
    listed(line.specialisms.map(specialismTitle)),
    number(line.volume, 2),
    number(line.hoursPerUnit, 3),
    number(line.hours, 1),
    number(line.low, 1),
    number(line.high, 1),
    line.volumeFrom,
    line.time,
    number(line.hours / perWte, 3),
    "",
  ]);
  const named = missing.map((one) => [
    "not modelled",
    activityTitle(one.activity),
    one.category ?? "",
    ...Array<string>(10).fill(""),
    REASONS[one.reason],
  ]);
  const whole = (kind: string, note: string, values: { value: number; low: number; high: number } | null) => [
    kind,
    ...Array<string>(6).fill(""),
    ...(values ? [number(values.value, 1), number(values.low, 1), number(values.high, 1)] : ["", "", ""]),
    "",
    "",
    "",
    note,
  ];
  const totals = [
    whole("total hours", `One WTE works ${number(perWte, 0)} hours a year.`, hours),
    whole("workload in WTE", "With allowances.", workload),
    whole("required in WTE", "The greater of the workload and the rota.", required),
    ...statements.map(({ text }) => whole("said", text, null)),
  ];
  return [HEADER, ...work, ...named, ...totals].map(safeCsvLine).join("");
}

const REASONS = {
  volume: "How much of it there is was not sent.",
  time: "There is no default time, and no hours were sent.",
  not_sent: "Not sent, and not counted as nothing.",
} as const;
