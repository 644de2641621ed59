import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReferenceTables } from "@/lib/places/reference-tables";
import { fail, ok, type Result } from "@/lib/result";
import type { PartName } from "@/lib/returns/part";
import { readCategoryFacts } from "@/lib/sample/nation/category-facts";
import { NATION_CENSUSES } from "@/lib/sample/nation/life";
import { type NationReturn, nation } from "@/lib/sample/nation/nation";
import { sampleTables } from "@/lib/sample/organisations";
import { SAMPLE_CENSUSES, SAMPLE_SEED, type SampleReturn, sampleNation } from "@/lib/sample/sample-nation";
import { usualIntervals } from "@/lib/sample/usual-intervals";
import type { NilReason } from "../returns/submit-return";

export type FileToLoad = { part: PartName; serviceUnit: string; name: string; bytes: Buffer };

/** What an organisation answered; one that has not is left out. Files are made when they are asked for. */
export type AnswerToLoad = { organisation: string } & (
  | { kind: "files"; files: () => FileToLoad[] }
  | { kind: "nil"; reason: NilReason; servedBy: string | null }
);

export type CollectionToLoad = {
  census: string;
  status: "closed" | "open";
  /** Those asked. */
  organisations: readonly string[];
  answers: readonly AnswerToLoad[];
};

/** A synthetic nation in the form in which it is loaded; collections oldest first. */
export type SampleToLoad = {
  organisations: number;
  tables: ReferenceTables;
  collections: readonly CollectionToLoad[];
};

/** The samples that there are, with their censuses, oldest first. */
const SAMPLES = { small: SAMPLE_CENSUSES, nation: NATION_CENSUSES } as const;

export type SampleName = keyof typeof SAMPLES;

/** A part of a sample, for tests: the first so many organisations, the last so many collections. */
export type SampleSize = { organisations?: number; collections?: number };

const NAMES = Object.keys(SAMPLES) as SampleName[];

/** The sample that MUSTER_SAMPLE asks for; null where it asks for none. */
export function sampleAskedFor(given: string | undefined): Result<SampleName | null> {
  if (!given) return ok(null);
  const name = NAMES.find((known) => known === given);
  return name
    ? ok(name)
    : fail(
        "sample-unknown",
        `MUSTER_SAMPLE is “${given}”, and there is no such sample.`,
        `Give it one of ${NAMES.join(", ")}, or leave it out.`,
      );
}

export const censusesOf = (name: SampleName, { collections }: SampleSize = {}): readonly string[] =>
  SAMPLES[name].slice(-(collections ?? SAMPLES[name].length));

/**
 * Which sample a database holds, told by its oldest census: null where it holds none, `unknown` where that is no
 * sample's first.
 */
export function sampleHeld(
  oldest: string | undefined,
  asked: SampleName | null,
  size: SampleSize = {},
): SampleName | null | "unknown" {
  if (oldest === undefined) return null;
  const names = asked === null ? NAMES : [asked, ...NAMES];
  return names.find((name) => censusesOf(name, size)[0] === oldest) ?? "unknown";
}

/** Makes a sample from the project's own table of device categories. */
export async function sampleToLoad(
  project: string,
  name: SampleName,
  size: SampleSize = {},
): Promise<SampleToLoad> {
  const categories = await readFile(join(project, "data", "reference", "categories.csv"), "utf8");
  return name === "nation" ? wholeNation(categories, size) : smallNation(categories, size);
}

function wholeNation(categories: string, size: SampleSize): SampleToLoad {
  const made = nation({ categories: whole(readCategoryFacts(categories)), ...size });
  return {
    organisations: made.organisations.length,
    tables: made.tables,
    collections: made.collections.map(({ census, status, returns }) => ({
      census,
      status,
      organisations: returns.map(({ organisation }) => organisation.code),
      answers: returns.flatMap((one) => answerOf(one)),
    })),
  };
}

function answerOf(one: NationReturn): AnswerToLoad[] {
  const organisation = one.organisation.code;
  if (one.state === "not_returned") return [];
  if (one.state === "nil") return [{ organisation, kind: "nil", reason: one.reason, servedBy: one.servedBy }];
  const files = () =>
    one.files().map(({ part, serviceUnit, name, text, bytes }) => ({
      part,
      serviceUnit,
      name,
      bytes: Buffer.from(bytes ?? text),
    }));
  return [{ organisation, kind: "files", files }];
}

function smallNation(categories: string, size: SampleSize): SampleToLoad {
  const { organisations, collections } = sampleNation(SAMPLE_SEED, whole(usualIntervals(categories)), size);
  return {
    organisations: organisations.length,
    tables: sampleTables(organisations),
    collections: collections.map(({ census, status, returns }) => ({
      census,
      status,
      organisations: organisations.map(({ code }) => code),
      answers: returns.flatMap((one) => smallAnswerOf(one)),
    })),
  };
}

function smallAnswerOf(one: SampleReturn): AnswerToLoad[] {
  const organisation = one.organisation.code;
  if (one.state === "not_returned") return [];
  if (one.state === "nil") return [{ organisation, kind: "nil", reason: "served", servedBy: one.servedBy }];
  const files = () =>
    (["workforce", "devices"] as const).map((part) => ({
      part,
      serviceUnit: "",
      name: `${part}.csv`,
      bytes: Buffer.from(one.files[part]),
    }));
  return [{ organisation, kind: "files", files }];
}

/** The project's own table: a wrong one is a bug of the project. */
function whole<T>(read: Result<T>): T {
  if (!read.ok) throw new Error(`${read.problem.message} ${read.problem.mend ?? ""}`);
  return read.value;
}
