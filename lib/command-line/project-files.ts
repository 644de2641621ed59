import { basename } from "node:path";
import { Readable } from "node:stream";
import Papa from "papaparse";
import { readTable } from "@/lib/places/csv-table";
import { ancestorsOf, placesAsAt } from "@/lib/places/places-as-at";
import { standingsOn } from "@/lib/places/standing";
import { fail, ok, type Problem, type Result } from "@/lib/result";
import { dateReadings } from "@/lib/returns/cells/read-date";
import { checkFile } from "@/lib/returns/check-file";
import type { Row } from "@/lib/returns/part";
import type { CheckContext, OrganisationStanding } from "@/lib/returns/report";
import { reportInWords } from "@/lib/returns/report-in-words";
import type { PlaceToProject } from "@/lib/scenarios/prepare-projection";
import { populationFromPosts, type WorkforceLine } from "@/lib/supply/population-from-posts";
import { standardHours } from "@/lib/supply/standard-hours";
import { sumPopulations } from "@/lib/supply/sum-populations";
import { readCheckContext } from "./check-context";
import { readTextFile } from "./read-text-file";
import { readPlaceTables } from "./reference-files";
import { withSamplePlaces } from "./sample-tables";

/** The organisations of workforce files, ready to be projected, and all of them together last. */
export type FilesToProject = { census: string; texts: string[]; places: PlaceToProject[] };

/** Why files cannot be used: the words, and the exit code that `muster check` would give. */
type Unusable = Problem & { exit: 1 | 2 };

/** A place that is all the organisations of the files together. */
export const ALL_PLACES = "ALL";

/** Reads workforce files as the site would, one organisation at a time. `census` is asked for where the rows say none. */
export async function readFilesToProject(
  files: readonly string[],
  census: string | null,
): Promise<Result<FilesToProject, Unusable>> {
  const found: { file: string; organisation: string; text: string }[] = [];
  const dates = new Set<string>();
  const texts: string[] = [];
  for (const file of files) {
    const text = await readTextFile(file);
    if (!text.ok) return refuse(text.problem);
    texts.push(text.value);
    const owners = ownersOf(text.value, basename(file));
    if (!owners.ok) return refuse(owners.problem);
    for (const date of owners.value.dates) dates.add(date);
    for (const organisation of owners.value.organisations)
      found.push({
        file,
        organisation,
        text: rowsOf(text.value, organisation, owners.value.organisations.length),
      });
  }
  const day = census ?? (dates.size === 1 ? [...dates][0] : undefined);
  if (day === undefined)
    return refuse({
      code: "project-census",
      message:
        dates.size === 0
          ? "No row says of which census the files are."
          : `The files are of several censuses: ${[...dates].sort().join(", ")}.`,
      mend: "Add --census DATE, or give files of one census.",
    });
  const lines = new Map<string, WorkforceLine[]>();
  for (const { file, organisation, text } of found) {
    const rows = await checked(file, text, organisation, day);
    if (!rows.ok) return rows;
    lines.set(organisation, [...(lines.get(organisation) ?? []), ...(rows.value as WorkforceLine[])]);
  }
  return ok({ census: day, texts, places: await placesOf(lines, day) });
}

const refuse = (problem: Problem): { ok: false; problem: Unusable } => ({
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
  const [header = [], ...rows] = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    skipEmptyLines: "greedy",
  }).data;
  const at = header.findIndex(
    (name) => name.trim().toLowerCase().replace(/\s+/g, "_") === "organisation_code",
  );
  return `${Papa.unparse([header, ...rows.filter((row) => row[at]?.trim().toUpperCase() === organisation)])}\n`;
}

async function checked(
  file: string,
  text: string,
  organisation: string,
  census: string,
): Promise<Result<Row[], Unusable>> {
  const known = await contextOf(organisation, census);
  if (!known.ok) return refuse(known.problem);
  const rows: Row[] = [];
  const report = await checkFile({
    part: "workforce",
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
async function contextOf(organisation: string, census: string): Promise<Result<CheckContext>> {
  const tables = await readPlaceTables();
  if (!tables.ok) return tables;
  const standing = standingsOn(withSamplePlaces(tables.value), census);
  const stand = (code: string): OrganisationStanding => {
    const found = standing(code);
    return found.known ? found : { known: true, valid: true, name: code };
  };
  const known = await readCheckContext({ organisation: KNOWN, census, keyFile: null });
  return known.ok ? ok({ ...known.value, organisation, standing: stand }) : known;
}
/** Of the sample, and so known on every day. */
const KNOWN = "ZS001";

async function placesOf(
  lines: ReadonlyMap<string, WorkforceLine[]>,
  census: string,
): Promise<PlaceToProject[]> {
  const tables = await readPlaceTables();
  const places = tables.ok ? placesAsAt(withSamplePlaces(tables.value), census) : null;
  const each = [...lines].map(([code, own]): PlaceToProject => {
    const { population, pensionMix, notes } = populationFromPosts(own);
    const known = tables.ok
      ? withSamplePlaces(tables.value).places.find((place) => place.code === code)
      : undefined;
    const above = places && known ? ancestorsOf(places, code) : [];
    const nation = above.find(({ level }) => level === "nation")?.code ?? null;
    const name = known?.name ?? null;
    return {
      code,
      name,
      view: "organisation",
      within: above.map((place) => place.code),
      population,
      pensionMix,
      notes:
        name === null
          ? [`${code} is in no table of organisations; its week is taken to have 37.5 hours.`, ...notes]
          : notes,
      standardHours: (date) => (nation === null ? 37.5 : standardHours(nation, date)),
      requirement: null,
    };
  });
  const nations = new Set(each.map(({ standardHours: hours }) => hours(census)));
  return [
    ...each,
    {
      code: ALL_PLACES,
      name: "All organisations of the files together",
      view: "nation",
      within: [],
      population: sumPopulations(each.map(({ population }) => population)),
      notes: [
        "Moves between organisations are exchanges here, and leave no post vacant.",
        ...(nations.size > 1
          ? ["The organisations' weeks differ; full-week equivalents are formed with 37.5 hours."]
          : []),
      ],
      standardHours: (date) => (nations.size === 1 ? (each[0]?.standardHours(date) ?? 37.5) : 37.5),
      requirement: null,
    },
  ];
}
