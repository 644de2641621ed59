import { basename } from "node:path";
import { Readable } from "node:stream";
import Papa from "papaparse";
import { delimiterOf, readTable } from "@/lib/places/csv-table";
import { standingsOn } from "@/lib/places/standing";
import { fail, ok, type Problem, type Result } from "@/lib/result";
import { dateReadings } from "@/lib/returns/cells/read-date";
import { checkFile } from "@/lib/returns/check-file";
import type { PartName, Row } from "@/lib/returns/part";
import type { CheckContext, OrganisationStanding } from "@/lib/returns/report";
import { reportInWords } from "@/lib/returns/report-in-words";
import { serviceProfile } from "@/lib/workload/service-profile";
import { readCheckContext } from "./check-context";
import { readTextFile } from "./read-text-file";
import { readPlaceTables } from "./reference-files";
import { withSamplePlaces } from "./sample-tables";

/** Why files cannot be used: the words, and the exit code that `muster check` would give. */
export type Unusable = Problem & { exit: 1 | 2 };

/** Files taken apart into those of each organisation. */
export async function byOrganisation(
  files: readonly string[],
): Promise<
  Result<
    { found: { file: string; organisation: string; text: string }[]; dates: string[]; texts: string[] },
    Unusable
  >
> {
  const found: { file: string; organisation: string; text: string }[] = [];
  const dates = new Set<string>();
  const texts: string[] = [];
  for (const file of files) {
    const text = await readTextFile(file);
    if (!text.ok) return refuse(text.problem);
    texts.push(text.value);
    const owners = ownersOf(text.value, basename(file));
    if (!owners.ok) return refuse(owners.problem);
    const { organisations } = owners.value;
    for (const date of owners.value.dates) dates.add(date);
    for (const organisation of organisations)
      found.push({ file, organisation, text: rowsOf(text.value, organisation, organisations.length) });
  }
  return ok({ found, dates: [...dates].sort(), texts });
}

export const refuse = (problem: Problem): { ok: false; problem: Unusable } => ({
  ok: false,
  problem: { ...problem, exit: 2 },
});

/** Whose rows a file holds, and of which days, each once. */
function ownersOf(text: string, name: string): Result<{ organisations: string[]; dates: string[] }> {
  const rows = readTable(text, name, ["organisation_code"]);
  if (!rows.ok) return rows;
  const organisations = new Set<string>();
  const dates = new Set<string>();
  for (const { cell } of rows.value) {
    const code = cell("organisation_code");
    if (code !== null) organisations.add(code.toUpperCase());
    const read = dateReadings(cell("census_date") ?? "");
    if (read.length === 1 && read[0]) dates.add(read[0].iso);
  }
  return organisations.size > 0
    ? ok({ organisations: [...organisations], dates: [...dates] })
    : fail("project-whose", `${name} has no row that says whose it is.`, "Fill in organisation_code.");
}

/** The file with one organisation's rows alone; as it is where all rows are its own. */
function rowsOf(text: string, organisation: string, owners: number): string {
  if (owners === 1) return text;
  const plain = text.replace(/^\uFEFF/, "");
  const [header = [], ...rows] = Papa.parse<string[]>(plain, {
    delimiter: delimiterOf(plain),
    skipEmptyLines: "greedy",
  }).data;
  const at = header.findIndex(
    (name) => name.trim().toLowerCase().replace(/\s+/g, "_") === "organisation_code",
  );
  return `${Papa.unparse([header, ...rows.filter((row) => row[at]?.trim().toUpperCase() === organisation)])}\n`;
}

export async function checkedRows(
  file: string,
  text: string,
  part: PartName,
  organisation: string,
  census: string,
  profile: readonly Row[],
): Promise<Result<Row[], Unusable>> {
  const known = await contextOf(organisation, census, profile);
  if (!known.ok) return refuse(known.problem);
  const rows: Row[] = [];
  const report = await checkFile({
    part,
    source: Readable.from([Buffer.from(text)]),
    context: known.value,
    onRow: (row) => rows.push({ ...row }),
  });
  if (report.verdict === "accepted") return ok(rows);
  const words = reportInWords(basename(file), {
    ...report,
    repairs: [],
    counts: report.counts.filter(({ severity }) => severity === "error"),
  });
  return {
    ok: false,
    problem: { code: "project-file", message: words.trimEnd(), exit: report.verdict === "refused" ? 2 : 1 },
  };
}

/** What a check knows; a code that the tables do not have is taken for an organisation, since nothing is kept of it. */
async function contextOf(
  organisation: string,
  census: string,
  profile: readonly Row[],
): Promise<Result<CheckContext>> {
  const tables = await readPlaceTables();
  if (!tables.ok) return tables;
  const standing = standingsOn(withSamplePlaces(tables.value), census);
  const stand = (code: string): OrganisationStanding => {
    const found = standing(code);
    return found.known ? found : { known: true, valid: true, name: code };
  };
  const known = await readCheckContext({ organisation: KNOWN, census, keyFile: null });
  const served = profile.length === 0 ? null : profile.flatMap((row) => serviceProfile(row).served);
  return known.ok ? ok({ ...known.value, organisation, standing: stand, served }) : known;
}
/** Of the sample, and so known on every day. */
const KNOWN = "ZS001";
