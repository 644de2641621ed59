import { formatNumber, formatPercent } from "@/lib/format/number";
import { formatRange } from "@/lib/format/range";
import type { ValueRange } from "@/lib/statistics/value-range";
import type { OwnSensitivity } from "./own-sensitivity";
import type { Requirement } from "./requirement";
import { activityTitle, listed } from "./titles";
import type { WorkloadGap } from "./workload-gap";

const whole = (value: number) => formatNumber(value, 0);
const tenths = (value: number) => formatNumber(value, 1);
const range = ({ low, high }: ValueRange, format: (value: number) => string) =>
  formatRange(low, high, format);

/** A requirement as plain text for a terminal: the answer, what it is made of, and what is said of it. */
export function requirementInWords(answer: Requirement, own: OwnSensitivity | null): string {
  const { organisations, at, required, workload, requiredAt37_5Hours } = answer;
  const blocks = [
    `Requirement of ${listed(organisations)} on ${at}`,
    table(["Work", "Hours a year", "from … to", "WTE before allowances"], activityRows(answer)),
    workingTimeInWords(answer),
  ];
  if (required && workload && requiredAt37_5Hours) {
    // Where the interval is the answer, its middle is not shown.
    const middle = (wte: ValueRange) => (answer.answerIsInterval ? "" : tenths(wte.value));
    const line = (what: string, wte: ValueRange) => [what, middle(wte), range(wte, tenths)];
    blocks.push(
      table(
        ["WTE", "", "from … to"],
        [
          line("Workload", workload),
          line("Required", required),
          line("Required, in posts of 37.5 hours", requiredAt37_5Hours),
          ...(answer.byRole?.parts ?? []).map((part) => line(`  ${part.title}`, part.required)),
          ...(answer.staff?.gap ? comparedRows(answer.staff.gap, line) : []),
          ...(own?.required ? [line("Required at own times (private)", own.required)] : []),
        ],
      ),
    );
  }
  const said = [...answer.statements, ...(own ? [own.statement] : [])].map(({ text }) => text);
  return `${[...blocks, said.join("\n")].join("\n\n")}\n`;
}

const comparedRows = (
  { required, inPost, available }: WorkloadGap,
  line: (what: string, wte: ValueRange) => string[],
): string[][] => [
  line("Required of those compared", required),
  ["In post, those compared", tenths(inPost), ""],
  ...(available === null ? [] : [["Of them not away for long", tenths(available), ""]]),
];

const activityRows = ({ byActivity, hours, workingTime }: Requirement): string[][] => [
  ...byActivity.map((each) => [
    activityTitle(each.activity),
    whole(each.hours.value),
    range(each.hours, whole),
    formatNumber(each.basicWte, 2),
  ]),
  ["All", whole(hours.value), range(hours, whole), formatNumber(hours.value / workingTime.hours.value, 2)],
];

function workingTimeInWords({ workingTime: time, allowances }: Requirement): string {
  const days = [
    time.availableDays,
    time.bankHolidays,
    time.annualLeaveDays,
    time.sicknessDays,
    time.otherAbsenceDays,
  ].map((each) => formatNumber(each, Number.isInteger(each) ? 0 : 1));
  const individual =
    allowances.individualFactor === null
      ? "not sent"
      : `${formatNumber(allowances.individualFactor.value, 2)} WTE`;
  return [
    `Working time of one WTE: (${days.join(" − ")}) days of ${formatNumber(time.hoursPerDay, 2)} hours = ${tenths(time.hours.value)} hours a year`,
    `Category allowance: ${formatPercent(allowances.categoryPercent.value)}, a factor of ${formatNumber(allowances.categoryFactor.value, 3)}; individual allowance: ${individual}`,
  ].join("\n");
}

/** Columns as wide as their widest cell; the first to the left, numbers to the right. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => (row[at] ?? "").length)),
  );
  return [header, ...rows]
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
