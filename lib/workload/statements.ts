import { formatNumber, formatPercent } from "@/lib/format/number";
import { answerStatement, gapStatement } from "./answer-statements";
import type { Sway } from "./demand";
import { missingStatements } from "./missing-statements";
import type { Requirement, RequirementInput } from "./requirement";
import { activityTitle, listed, specialismTitle } from "./titles";
import { BASIS_WORDS } from "./unit-time";
import type { WeekHours } from "./week-hours";
import type { WholeService } from "./whole-service";
import { type Statement, statement } from "./wording";

type Answer = Omit<Requirement, "statements">;

/** All that is to be said of a requirement, the answer first. */
export function statementsOf(
  answer: Answer,
  input: RequirementInput,
  service: WholeService,
  week: WeekHours,
): Statement[] {
  return [
    answerStatement(answer),
    ...floorStatement(answer),
    ...staffStatements(answer),
    ...missingStatements(answer.missing, answer.lines, input, service),
    ...groundsStatements(answer, input, service, week),
  ];
}

function floorStatement({ binding, rotaFloor, workload }: Answer): Statement[] {
  if (binding === null || binding === "workload" || workload === null) return [];
  const least = binding === "on_call_rota" ? rotaFloor.onCall : rotaFloor.loneWorking;
  return [statement("floor-binds", binding, least ?? 0, workload)];
}

function staffStatements({ staff, answerIsInterval, required }: Answer): Statement[] {
  if (staff === null) return [statement("staff-not-sent")];
  const { gap, notModelled, coverage } = staff;
  const said: Statement[] = [];
  if (gap !== null) said.push(gapStatement(gap, coverage, answerIsInterval));
  else if (required !== null) said.push(statement("gap-not-formed"));
  if (notModelled.length > 0)
    said.push(
      statement(
        "not-modelled",
        listed(
          notModelled.map(
            ({ specialism, wte }) =>
              `${formatNumber(wte, 1)} in ${specialismTitle(specialism).toLowerCase()}`,
          ),
        ),
        notModelled.reduce((total, { wte }) => total + wte, 0),
      ),
    );
  return said;
}

function swayInWords({ of, activity }: Sway): string {
  if (of === "working_time") return "the working time of one WTE";
  if (of === "category_allowance") return "the category allowance";
  const what = activityTitle(activity ?? "").toLowerCase();
  return of === "time" ? `the time of ${what}` : `the amount of ${what}`;
}

function groundsStatements(
  { timesUsed, sensitivity, defaults, productivityPerYear, years, organisations, times }: Answer,
  { devices }: RequirementInput,
  { differing }: WholeService,
  week: WeekHours,
): Statement[] {
  const said: Statement[] = [];
  if (timesUsed.length > 0)
    said.push(
      statement(
        "times-used",
        listed(timesUsed.map(({ time, share }) => `${formatPercent(100 * share, 0)} ${BASIS_WORDS[time]}`)),
      ),
    );
  const [most] = sensitivity;
  if (most) said.push(statement("moves-most", swayInWords(most), most.workload));
  const backlogs = (devices ?? []).filter(
    ({ repairJobs, backlogStart, backlogEnd }) =>
      repairJobs !== null && (backlogStart === null || backlogEnd === null),
  );
  if (backlogs.length > 0) said.push(statement("backlog-not-sent", backlogs.length));
  if (defaults.length > 0)
    said.push(
      statement(
        "defaults-used",
        listed(
          defaults.map(({ id, value, evidence }) => `${id.replaceAll("_", " ")} ${value} (${evidence})`),
        ),
      ),
    );
  if (differing.length > 0) said.push(statement("units-differ", listed([...differing])));
  if (week.hours !== week.atCensus) said.push(statement("week-changes", week.atCensus, week.hours));
  if (productivityPerYear > 0 && years > 0) said.push(statement("productivity", productivityPerYear, years));
  if (organisations.length > 1) said.push(statement("served-together", listed(organisations)));
  if (times === "own") said.push(statement("own-times"));
  return said;
}
