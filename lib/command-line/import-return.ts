import { isIsoDate } from "@/lib/places/calendar-day";
import { fail, ok, type Result } from "@/lib/result";
import type { Report } from "@/lib/returns/report";
import { reportInWords } from "@/lib/returns/report-in-words";
import { receivePart } from "@/lib/services/returns/receive-part";
import type { Site } from "@/lib/services/site";
import { OPERATOR } from "./operator";
import { asOperator } from "./operator-site";
import { readArguments } from "./read-arguments";
import { bytesOf, type FileOfReturn, leftOutInWords, returnFiles } from "./return-files";
import { say, sayProblem } from "./say";

const USAGE = "Use: muster import DIR|FILE … --organisation RJ1 --census 2026-03-31";

type Asked = { organisation: string; census: string; paths: string[] };

/**
 * `muster import DIR|FILE … --organisation … --census …`: receives files into an organisation's draft, as its own
 * upload would, each whole or not at all. Findings go to standard output. Exit 0 accepted, 1 errors or a database that
 * fails, 2 refused or not understood.
 */
export async function importReturn(args: string[]): Promise<number> {
  const asked = readAsked(args);
  const found = asked.ok ? await returnFiles(asked.value.paths) : asked;
  if (!asked.ok || !found.ok) {
    if (!found.ok) sayProblem(found.problem);
    return 2;
  }
  for (const name of found.value.leftOut) say(leftOutInWords(name));
  return asOperator((site) => receiveAll(site, asked.value, found.value.files));
}

function readAsked(args: string[]): Result<Asked> {
  const read = readArguments(args, { organisation: { type: "string" }, census: { type: "string" } }, USAGE);
  if (!read.ok) return read;
  const { organisation, census } = read.value.values;
  const paths = read.value.positionals;
  if (!organisation)
    return fail("import-organisation", "--organisation is missing: whose return is it?", USAGE);
  if (!census || !isIsoDate(census))
    return fail("import-census", "--census is missing or is no date such as 2026-03-31.", USAGE);
  if (paths.length === 0) return fail("import-nothing", "There is no file to import.", USAGE);
  return ok({ organisation: organisation.trim().toUpperCase(), census, paths });
}

async function receiveAll(
  site: Site,
  { organisation, census }: Asked,
  files: readonly FileOfReturn[],
): Promise<number> {
  let code = 0;
  for (const [index, { path, name, part, unit, size }] of files.entries()) {
    const received = await receivePart(site, OPERATOR, {
      organisation,
      census,
      part,
      serviceUnit: unit ?? "",
      fileName: name,
      source: bytesOf(path),
      declaredLength: size,
    });
    if (!received.ok) {
      const { message, mend } = received.problem;
      sayProblem({ code: received.problem.code, message: `${path}: ${message}`, mend });
      if (index > 0)
        say("The files before it stand in the draft; of this one and those after it, nothing was stored.");
      return 2;
    }
    const { report, unchanged } = received.value;
    if (unchanged) say(`${path}: unchanged, the draft holds it already.`);
    else if (report && tell(path, report)) code = 1;
  }
  return code;
}

/** Prints what was found; true when the file cannot be submitted as it is. */
function tell(path: string, report: Report): boolean {
  process.stdout.write(reportInWords(path, report));
  say(`${path} is in the draft${report.verdict === "accepted" ? "" : ", to be mended and sent again"}.`);
  return report.verdict !== "accepted";
}
