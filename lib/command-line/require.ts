import { ancestorsOf, placesAsAt } from "@/lib/places/places-as-at";
import { fail, ok, type Problem, type Result } from "@/lib/result";
import type { PartName, Row } from "@/lib/returns/part";
import type { CheckContext } from "@/lib/returns/report";
import { readStandardsFiles } from "@/lib/services/workload/standards-files";
import { activityWork } from "@/lib/workload/activity-work";
import { deviceWork } from "@/lib/workload/device-work";
import { ownSensitivity } from "@/lib/workload/own-sensitivity";
import { type PooledTimes, pooledTimes } from "@/lib/workload/pooled-times";
import { type RequirementInput, requirement } from "@/lib/workload/requirement";
import { requirementInWords } from "@/lib/workload/requirement-in-words";
import { serviceProfile } from "@/lib/workload/service-profile";
import { staffWte } from "@/lib/workload/staff-wte";
import type { Standards } from "@/lib/workload/standards";
import { readCheckContext } from "./check-context";
import { projectDirectory } from "./project-directory";
import { readPlaceTables } from "./reference-files";
import { type RequireArguments, readRequireArguments } from "./require-arguments";
import { readMix } from "./require-mix";
import { readOwner, readPart, readPool, type Unusable } from "./require-parts";
import { withSamplePlaces } from "./sample-tables";
import { say, sayProblem } from "./say";

/** `muster require`: the requirement of one service from its files. Exit code 0, 1 errors in a file, 2 refused or not understood. */
export async function run(args: string[]): Promise<number> {
  const asked = readRequireArguments(args);
  if (!asked.ok) return notUnderstood(asked.problem);
  const input = await readInput(asked.value);
  if (!input.ok) {
    say(input.problem.words);
    return input.problem.exit;
  }
  const answer = requirement(input.value);
  if (!answer.ok) return sayProblem(answer.problem);
  const own = asked.value.own ? ownSensitivity(input.value) : null;
  if (own && !own.ok) return sayProblem(own.problem);
  process.stdout.write(
    asked.value.json
      ? `${JSON.stringify({ ...answer.value, ...(own && { own: own.value }) }, null, 2)}\n`
      : requirementInWords(answer.value, own?.value ?? null),
  );
  return 0;
}

async function readInput(asked: RequireArguments): Promise<Result<RequirementInput, Unusable>> {
  const standards = await readStandardsFiles(projectDirectory());
  if (!standards.ok) return unusable(standards.problem);
  const whose = await whoseAndWhen(asked);
  if (!whose.ok) return unusable(whose.problem);
  const known = await readCheckContext({ ...whose.value, keyFile: null });
  if (!known.ok) return unusable(known.problem);
  const profile = await readPart("profile", asked.profile, known.value);
  if (!profile.ok) return profile;
  const profiles = profile.value.map(serviceProfile);
  const context: CheckContext = { ...known.value, served: profiles.flatMap(({ served }) => served) };

  const rows: Partial<Record<PartName, Row[]>> = {};
  for (const part of ["devices", "activities", "workforce"] as const) {
    if (asked[part].length === 0) continue;
    const read = await readPart(part, asked[part], context);
    if (!read.ok) return read;
    rows[part] = read.value;
  }
  const pooled = await readPooled(asked.pool, context, standards.value);
  if (!pooled.ok) return unusable(pooled.problem);
  const mix = asked.mix === null ? null : await readMix(asked.mix);
  if (mix && !mix.ok) return unusable(mix.problem);
  return ok({
    ...whose.value,
    nation: await nationOf(whose.value),
    at: asked.at ?? whose.value.census,
    devices: rows.devices?.map(deviceWork) ?? null,
    activities: rows.activities?.flatMap((row) => activityWork(row) ?? []) ?? null,
    staff: rows.workforce?.flatMap((row) => staffWte(row) ?? []) ?? null,
    profiles,
    pooled: pooled.value,
    standards: standards.value,
    productivity: asked.productivity,
    ownMix: mix?.value ?? null,
  });
}

type Whose = { organisation: string; census: string };

/** Whose files they are and of which census: as asked, else as the profile says. */
async function whoseAndWhen({ organisation, census, profile }: RequireArguments): Promise<Result<Whose>> {
  if (organisation !== null && census !== null) return ok({ organisation, census });
  const [file = ""] = profile;
  const owner = await readOwner(file, "census_date");
  if (!owner.ok) return owner;
  const whose = {
    organisation: organisation ?? owner.value.organisation,
    census: census ?? owner.value.date,
  };
  return whose.organisation === null || whose.census === null
    ? fail(
        "require-whose",
        `${file} does not tell whose files these are, or of which census.`,
        "Add --organisation CODE and --census DATE.",
      )
    : ok(whose as Whose);
}

async function readPooled(
  folder: string | null,
  context: CheckContext,
  standards: Standards,
): Promise<Result<PooledTimes>> {
  if (folder === null) return ok(new Map());
  const pool = await readPool(folder, context);
  if (!pool.ok) return pool;
  const { devices, activities, leftOut } = pool.value;
  for (const name of leftOut) say(`${name} is left out of the pool: it cannot be read, or has errors.`);
  return ok(
    pooledTimes(
      devices.map(deviceWork),
      activities.flatMap((row) => activityWork(row) ?? []),
      standards,
    ),
  );
}

/** The nation of an organisation on the census date; null where the tables do not know. */
async function nationOf({ organisation, census }: Whose): Promise<string | null> {
  const tables = await readPlaceTables();
  if (!tables.ok) return null;
  const above = ancestorsOf(placesAsAt(withSamplePlaces(tables.value), census), organisation);
  return above.find(({ level }) => level === "nation")?.code ?? null;
}

const unusable = ({ message, mend }: Problem): { ok: false; problem: Unusable } => ({
  ok: false,
  problem: { words: mend ? `${message} ${mend}` : message, exit: 2 },
});

function notUnderstood(problem: Problem): 2 {
  sayProblem(problem);
  return 2;
}
