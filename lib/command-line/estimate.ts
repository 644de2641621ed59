import { isIsoDate } from "@/lib/places/calendar-day";
import { OFFICIAL_STAFF_GROUP } from "@/lib/places/turnover";
import { readTurnoverFile } from "@/lib/places/turnover-file";
import { turnoverRates } from "@/lib/places/turnover-rates";
import { fail, ok, type Result } from "@/lib/result";
import type { PartName, Row } from "@/lib/returns/part";
import { hashOf } from "@/lib/scenarios/canonical";
import { yearsLater } from "@/lib/scenarios/projected-groups";
import { MODEL_VERSION } from "@/lib/scenarios/projection";
import { estimateRates } from "@/lib/supply/estimation/estimate-rates";
import { type EstimatesInJson, estimatesInJson } from "@/lib/supply/estimation/estimates-in-json";
import type { FlowLine } from "@/lib/supply/estimation/exits-of-flows";
import type { PersonLine } from "@/lib/supply/estimation/people-at-risk";
import { rowsOfYears } from "@/lib/supply/estimation/rows-of-years";
import { byOrganisation, checkedRows, type Unusable } from "./part-files";
import { readArguments } from "./read-arguments";
import { readTextFile } from "./read-text-file";
import { say, sayProblem } from "./say";

const USAGE =
  "Use: muster estimate --workforce FILE … --flows FILE … [--next FILE …] [--turnover FILE] [--census DATE] [--json]. Workforce files are of the census before the year, flows of the year, and --next of the census after it; --turnover is NHS England's file of turnover by organisation and staff group.";

const OPTIONS = {
  workforce: { type: "string", multiple: true },
  flows: { type: "string", multiple: true },
  next: { type: "string", multiple: true },
  turnover: { type: "string" },
  census: { type: "string" },
  json: { type: "boolean" },
} as const;

/**
 * `muster estimate`: rates of leaving, moving, promotion, retiring and filling posts from files of one year, without a
 * database. The shape of the answer is in docs/method/output.md. Exit code 0, 1 errors in a file, 2 refused or not
 * understood.
 */
export async function run(args: string[]): Promise<number> {
  const parsed = readArguments(args, OPTIONS, USAGE);
  if (!parsed.ok) return refused(parsed.problem, 2);
  const { values, positionals } = parsed.value;
  const { workforce = [], flows = [], next = [], census, json } = values;
  const wrong = (message: string) => refused({ code: "estimate-arguments", message, mend: USAGE }, 2);
  if (positionals.length > 0) return wrong(`“${positionals[0]}” is not asked for.`);
  if (workforce.length === 0) return wrong("--workforce is missing: who was in post when the year began?");
  if (flows.length + next.length === 0)
    return wrong("--flows and --next are missing: what became of those in post, and of their posts?");
  if (census !== undefined && !isIsoDate(census))
    return wrong(`--census is “${census}”, which is no date such as 2025-03-31.`);

  const start = await rowsOf("workforce", workforce, census ?? null);
  if (!start.ok) return refused(start.problem, start.problem.exit);
  const day = start.value.census;
  const after = yearsLater(day, 1);
  const gone = await rowsOf("flows", flows, after);
  if (!gone.ok) return refused(gone.problem, gone.problem.exit);
  const end = await rowsOf("workforce", next, after);
  if (!end.ok) return refused(end.problem, end.problem.exit);

  const told = new Set(gone.value.organisations);
  const silent = start.value.organisations.filter((code) => flows.length > 0 && !told.has(code));
  if (silent.length > 0)
    say(
      `Left out of exits, since no file of flows has a row of theirs, and missing is not none: ${silent.join(", ")}.`,
    );
  const { exits, fills } = rowsOfYears([
    { census: day, people: start.value.rows as unknown as PersonLine[], flows: [], told: new Set() },
    {
      census: after,
      people: end.value.rows as unknown as PersonLine[],
      flows: gone.value.rows as unknown as FlowLine[],
      told,
    },
  ]);
  const official = await turnoverOf(values.turnover ?? null, after);
  if (!official.ok) return refused(official.problem, official.problem.exit);
  const estimates = estimateRates(exits, fills, official.value.rates);
  if (values.turnover !== undefined && estimates.turnover === null)
    say(
      `${values.turnover} changes nothing: of fewer than three of these organisations does it tell a turnover up to ${after}.`,
    );
  const answer: EstimatesInJson = estimatesInJson(estimates, {
    model: MODEL_VERSION,
    base: {
      kind: "files",
      hash: await hashOf(
        [...start.value.texts, ...gone.value.texts, ...end.value.texts, ...official.value.texts].join("\n"),
      ),
      census: day,
      until: after,
    },
    leftOut: silent,
  });
  process.stdout.write(json ? `${JSON.stringify(answer, null, 2)}\n` : inWords(answer));
  return 0;
}

/** Official leaver rates by organisation up to a day, from the file that NHS England gives; none where none is given. */
async function turnoverOf(
  path: string | null,
  until: string,
): Promise<Result<{ rates: ReadonlyMap<string, number>; texts: string[] }, Unusable>> {
  if (path === null) return ok({ rates: new Map(), texts: [] });
  const text = await readTextFile(path);
  if (!text.ok) return { ok: false, problem: { ...text.problem, exit: 2 } };
  const file = readTurnoverFile(text.value);
  if (!file.ok) return { ok: false, problem: { ...file.problem, exit: 1 } };
  const months = file.value.rows.map(({ organisation, month, start, leavers }) => ({
    organisation,
    month,
    staffGroup: OFFICIAL_STAFF_GROUP,
    startWte: start.wte,
    leaversWte: leavers.wte,
  }));
  return ok({ rates: turnoverRates(months, until), texts: [text.value] });
}

type Read = { census: string; rows: Row[]; texts: string[]; organisations: string[] };

/** The checked rows of files of one part; none of no files. */
async function rowsOf(
  part: PartName,
  files: readonly string[],
  census: string | null,
): Promise<Result<Read, Unusable>> {
  if (files.length === 0) return ok({ census: census ?? "", rows: [], texts: [], organisations: [] });
  const found = await byOrganisation(files);
  if (!found.ok) return found;
  const { dates, texts } = found.value;
  const day = census ?? (dates.length === 1 ? dates[0] : undefined);
  if (day === undefined) {
    const { problem } = fail(
      "estimate-census",
      dates.length === 0
        ? "No row says of which census the workforce files are."
        : `The workforce files are of several censuses: ${dates.join(", ")}.`,
      "Add --census DATE, the census before the year.",
    );
    return { ok: false, problem: { ...problem, exit: 2 } };
  }
  const rows: Row[] = [];
  for (const { file, organisation, text } of found.value.found) {
    const read = await checkedRows(file, text, part, organisation, day, []);
    if (!read.ok) return read;
    rows.push(...read.value);
  }
  return ok({
    census: day,
    rows,
    texts,
    organisations: [...new Set(found.value.found.map(({ organisation }) => organisation))].sort(),
  });
}

function refused(problem: Parameters<typeof sayProblem>[0], exit: 1 | 2): 1 | 2 {
  sayProblem(problem);
  return exit;
}

function inWords({ base, profession, organisations, turnover }: EstimatesInJson): string {
  const line = (
    name: string,
    { value, low, high, people, events, priorShare, evidence }: EstimatesInJson["profession"]["leave"],
  ) =>
    `  ${name}: ${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)}), ${events} events in ${people.toFixed(1)} years, ${Math.round(100 * priorShare)} % prior, ${evidence}\n`;
  return [
    `Rates of the year from ${base.census} to ${base.until}. Leaving, moving and retiring are multiples of the defaults.\n`,
    ...Object.entries(profession).map(([rate, one]) => line(rate, one)),
    ...(turnover === null
      ? []
      : [
          `Official turnover of other staff: ${turnover.slope.toFixed(3)} (${turnover.low.toFixed(3)} to ${turnover.high.toFixed(3)}) in the logarithm of leaving and moving for a standard deviation, of ${turnover.organisations} organisations.\n`,
        ]),
    ...organisations.map(
      ({ organisation, leaving, filling }) =>
        `${organisation}\n${line("leaving and moving, against the others", leaving)}${line("filling, against the others", filling)}`,
    ),
  ].join("");
}
