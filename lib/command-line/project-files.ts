import { basename } from "node:path";
import { Readable } from "node:stream";
import Papa from "papaparse";
import { delimiterOf, readTable } from "@/lib/places/csv-table";
import { ancestorsOf, placesAsAt } from "@/lib/places/places-as-at";
import { standingsOn } from "@/lib/places/standing";
import { fail, ok, type Problem, type Result } from "@/lib/result";
import { dateReadings } from "@/lib/returns/cells/read-date";
import { checkFile } from "@/lib/returns/check-file";
import type { Row } from "@/lib/returns/part";
import type { CheckContext, OrganisationStanding } from "@/lib/returns/report";
import { reportInWords } from "@/lib/returns/report-in-words";
import type { PlaceToProject, YearRequirement } from "@/lib/scenarios/prepare-projection";
import { readStandardsFiles } from "@/lib/services/workload/standards-files";
import { populationFromPosts, type WorkforceLine } from "@/lib/supply/population-from-posts";
import { standardHours } from "@/lib/supply/standard-hours";
import { sumPopulations } from "@/lib/supply/sum-populations";
import { activityWork } from "@/lib/workload/activity-work";
import { deviceWork } from "@/lib/workload/device-work";
import { type RequirementInput, requirement } from "@/lib/workload/requirement";
import { serviceProfile } from "@/lib/workload/service-profile";
import { staffWte } from "@/lib/workload/staff-wte";
import type { Standards } from "@/lib/workload/standards";
import { readCheckContext } from "./check-context";
import { projectDirectory } from "./project-directory";
import { readTextFile } from "./read-text-file";
import { readPlaceTables } from "./reference-files";
import { withSamplePlaces } from "./sample-tables";

/** The organisations of workforce files, ready to be projected, and all of them together last. */
export type FilesToProject = { census: string; texts: string[]; places: PlaceToProject[] };

/** Why files cannot be used: the words, and the exit code that `muster check` would give. */
type Unusable = Problem & { exit: 1 | 2 };

/** A place that is all the organisations of the files together. */
export const ALL_PLACES = "ALL";

/** The files of each part; work is asked for where devices or activities are given. */
type FilesGiven = Readonly<Record<"workforce" | "devices" | "activities" | "profile", readonly string[]>>;

/** Reads files as the site would, one organisation at a time. `census` is asked for where the rows say none. */
export async function readFilesToProject(
  files: FilesGiven,
  census: string | null,
): Promise<Result<FilesToProject, Unusable>> {
  const staff = await byOrganisation(files.workforce);
  if (!staff.ok) return staff;
  const { dates } = staff.value;
  const day = census ?? (dates.length === 1 ? dates[0] : undefined);
  if (day === undefined)
    return refuse({
      code: "project-census",
      message:
        dates.length === 0
          ? "No row says of which census the files are."
          : `The files are of several censuses: ${dates.join(", ")}.`,
      mend: "Add --census DATE, or give files of one census.",
    });
  const rows: OwnRows = new Map();
  const texts = [...staff.value.texts];
  // The profile first: it says whom an organisation serves, whose devices and staff may then stand in its files.
  for (const part of ["profile", "workforce", "devices", "activities"] as const) {
    const found = part === "workforce" ? staff : await byOrganisation(files[part]);
    if (!found.ok) return found;
    if (part !== "workforce") texts.push(...found.value.texts);
    for (const { file, organisation, text } of found.value.found) {
      const own = rows.get(organisation) ?? { workforce: [], devices: [], activities: [], profile: [] };
      const read = await checked(file, text, part, organisation, day, own.profile);
      if (!read.ok) return read;
      own[part].push(...read.value);
      rows.set(organisation, own);
    }
  }
  const standards = await readStandardsFiles(projectDirectory());
  if (!standards.ok) return refuse(standards.problem);
  return ok({ census: day, texts, places: await placesOf(rows, day, standards.value) });
}

/** The rows of each organisation, by part. */
type OwnRows = Map<string, Record<keyof FilesGiven, Row[]>>;

/** Files taken apart into those of each organisation. */
async function byOrganisation(
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

async function checked(
  file: string,
  text: string,
  part: keyof FilesGiven,
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

async function placesOf(rows: OwnRows, census: string, standards: Standards): Promise<PlaceToProject[]> {
  const tables = await readPlaceTables();
  const places = tables.ok ? placesAsAt(withSamplePlaces(tables.value), census) : null;
  const staffed = [...rows].filter(([, own]) => own.workforce.length > 0);
  const each = staffed.map(([code, own]): PlaceToProject => {
    const { population, pensionMix, notes } = populationFromPosts(
      own.workforce as unknown as WorkforceLine[],
    );
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
      requirement: requirementFrom(own, { organisation: code, nation, census, standards }),
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
      requirement: each.every(({ requirement: own }) => own !== null)
        ? (change, date) => together(each.map(({ requirement: own }) => own?.(change, date) ?? null))
        : null,
    },
  ];
}

/** What an organisation's work asks for; null where neither devices nor activities were given. */
function requirementFrom(
  own: Record<keyof FilesGiven, Row[]>,
  about: Pick<RequirementInput, "organisation" | "nation" | "census" | "standards">,
): PlaceToProject["requirement"] {
  if (own.devices.length + own.activities.length === 0) return null;
  const input: Omit<RequirementInput, "at" | "change"> = {
    ...about,
    devices: own.devices.length > 0 ? own.devices.map(deviceWork) : null,
    activities: own.activities.length > 0 ? own.activities.flatMap((row) => activityWork(row) ?? []) : null,
    staff: own.workforce.flatMap((row) => staffWte(row) ?? []),
    profiles: own.profile.map(serviceProfile),
    pooled: new Map(),
  };
  return (change, date) => {
    const found = requirement({ ...input, at: date, change });
    if (!found.ok || found.value.required === null) return null;
    const { staff, required, illustrativeShare } = found.value;
    return {
      requiredWte: required.value,
      comparedWte: staff?.gap?.required.value ?? 0,
      coverage: staff?.coverage ?? 0,
      illustrativeShare,
    };
  };
}

function together(all: readonly (YearRequirement | null)[]): YearRequirement | null {
  const known = all.filter((one) => one !== null);
  if (known.length < all.length) return null;
  const sum = (of: (one: YearRequirement) => number) => known.reduce((total, one) => total + of(one), 0);
  const required = sum(({ requiredWte }) => requiredWte);
  const weighted = (of: (one: YearRequirement) => number) =>
    required > 0 ? sum((one) => of(one) * one.requiredWte) / required : 0;
  return {
    requiredWte: required,
    comparedWte: sum(({ comparedWte }) => comparedWte),
    coverage: weighted(({ coverage }) => coverage),
    illustrativeShare: weighted((one) => one.illustrativeShare ?? 0),
  };
}
