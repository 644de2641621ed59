import { ancestorsOf, placesAsAt } from "@/lib/places/places-as-at";
import { ok, type Result } from "@/lib/result";
import type { Row } from "@/lib/returns/part";
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
import { byOrganisation, checkedRows, refuse, type Unusable } from "./part-files";
import { projectDirectory } from "./project-directory";
import { readPlaceTables } from "./reference-files";
import { withSamplePlaces } from "./sample-tables";

/** The organisations of workforce files, ready to be projected, and all of them together last. */
export type FilesToProject = { census: string; texts: string[]; places: PlaceToProject[] };

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
      const read = await checkedRows(file, text, part, organisation, day, own.profile);
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
