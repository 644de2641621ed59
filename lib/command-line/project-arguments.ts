import { isIsoDate } from "@/lib/places/calendar-day";
import { normaliseCode } from "@/lib/places/code";
import { fail, ok, type Result } from "@/lib/result";
import { readArguments } from "./read-arguments";
import { releaseArgument } from "./release-argument";

/** What `muster project` was asked. */
export type ProjectArguments = {
  /** One or more files of the workforce part; each may hold several organisations. None where a release is projected. */
  workforce: string[];
  /** The release to project in place of files; null where none is named, and then the scenario may name one. */
  release: number | "latest" | null;
  /** Codes of its places. */
  places: string[];
  /** Files of the parts that say what the work is; none, and no requirement is formed. */
  devices: string[];
  activities: string[];
  profile: string[];
  /** A file, or the name of a ready-made scenario. */
  scenario: string;
  census: string | null;
  runs: number | null;
  seed: number | null;
  /** Threads that histories are divided over; as many as the machine has cores unless said. */
  threads: number | null;
  json: boolean;
  /** Another scenario to compare with: a file or the name of a ready-made one. */
  against: string | null;
  /** Whether each uncertain assumption's own effect is asked for. */
  tornado: boolean;
  /** A JSON file that says what is to be reached, and by which lever. */
  goal: string | null;
};

const USAGE =
  "Use: muster project --workforce FILE [--workforce FILE …] [--devices FILE] [--activities FILE] [--profile FILE] [--census DATE], or --release latest|NUMBER --place CODE [--place CODE …], with --scenario FILE|NAME [--runs N] [--seed S] [--threads N] [--against FILE|NAME] [--tornado] [--goal FILE] [--json].";

const OPTIONS = {
  workforce: { type: "string", multiple: true },
  devices: { type: "string", multiple: true },
  activities: { type: "string", multiple: true },
  profile: { type: "string", multiple: true },
  release: { type: "string" },
  place: { type: "string", multiple: true },
  scenario: { type: "string" },
  census: { type: "string" },
  runs: { type: "string" },
  seed: { type: "string" },
  threads: { type: "string" },
  json: { type: "boolean" },
  against: { type: "string" },
  tornado: { type: "boolean" },
  goal: { type: "string" },
} as const;

/** Reads the arguments; a wrong one fails with a sentence. */
export function readProjectArguments(args: string[]): Result<ProjectArguments> {
  const parsed = readArguments(args, OPTIONS, USAGE);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const wrong = (message: string) => fail("project-arguments", message, USAGE);
  if (positionals.length > 0)
    return wrong(`“${positionals[0]}” is not asked for: name it by --workforce or --scenario.`);
  const release = values.release === undefined ? null : releaseArgument(values.release);
  if (release === null && values.release !== undefined)
    return wrong(`--release is “${values.release}”, which is neither latest nor a release's number.`);
  const files = [values.workforce, values.devices, values.activities, values.profile].some((some) => some);
  if (files && (release !== null || values.place))
    return wrong(
      "Files and a release cannot be projected together: give --workforce, or --release with --place.",
    );
  if (!files && !values.place)
    return wrong(
      release === null
        ? "--workforce is missing: who is in post? For a release, give --release and --place."
        : "--place is missing: which place of the release?",
    );
  if (files && !values.workforce) return wrong("--workforce is missing: who is in post?");
  if (!files && values.census !== undefined)
    return wrong("--census is asked for with files only: a release has its own.");
  if (!values.scenario) return wrong("--scenario is missing: what is assumed?");
  if (values.census !== undefined && !isIsoDate(values.census))
    return wrong(`--census is “${values.census}”, which is no date such as 2026-03-31.`);
  const whole = (text: string | undefined, most: number): number | null | undefined => {
    if (text === undefined) return null;
    const number = Number(text);
    return /^\d+$/.test(text) && number <= most ? number : undefined;
  };
  const [runs, seed] = [whole(values.runs, 20000), whole(values.seed, 4294967295)];
  if (runs === undefined)
    return wrong(`--runs is “${values.runs}”, which is no whole number from 0 to 20000.`);
  if (seed === undefined)
    return wrong(`--seed is “${values.seed}”, which is no whole number from 0 to 4294967295.`);
  const threads = whole(values.threads, 64);
  if (threads === undefined || threads === 0)
    return wrong(`--threads is “${values.threads}”, which is no whole number from 1 to 64.`);
  return ok({
    threads,
    workforce: values.workforce ?? [],
    release,
    places: [...new Set((values.place ?? []).map(normaliseCode))],
    devices: values.devices ?? [],
    activities: values.activities ?? [],
    profile: values.profile ?? [],
    scenario: values.scenario,
    census: values.census ?? null,
    runs,
    seed,
    json: values.json ?? false,
    against: values.against ?? null,
    tornado: values.tornado ?? false,
    goal: values.goal ?? null,
  });
}
