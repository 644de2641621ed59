import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReferenceTables } from "@/lib/places/reference-tables";
import { fail, ok, type Result } from "@/lib/result";
import type { PartName } from "@/lib/returns/part";
import { readCategoryFacts } from "@/lib/sample/nation/category-facts";
import { NATION_CENSUSES, NATION_SEED } from "@/lib/sample/nation/life";
import { type NationReturn, nation } from "@/lib/sample/nation/nation";
import { isOpenOn, nationOrganisations } from "@/lib/sample/nation/organisations";
import { nationSizes } from "@/lib/sample/nation/sizes";
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

/** The sample nation in the form in which it is loaded; collections oldest first. */
export type SampleToLoad = {
  organisations: number;
  tables: ReferenceTables;
  collections: readonly CollectionToLoad[];
  /** Its size and state at the last census, each number with its definition; lines for the terminal. */
  inWords: readonly string[];
};

/** A part of the nation: the first so many organisations, the last so many collections. */
export type SampleSize = { organisations?: number; collections?: number };

/** What can be asked for. The small one is a part of the same nation, of whole boards: eight of them, in three regions. */
const SAMPLES: Readonly<Record<"nation" | "small", SampleSize>> = {
  nation: {},
  small: { organisations: 40, collections: 2 },
};

export type SampleName = keyof typeof SAMPLES;

const NAMES = Object.keys(SAMPLES) as SampleName[];

export const sizeOf = (name: SampleName): SampleSize => SAMPLES[name];

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

export const censusesOf = ({ collections }: SampleSize): readonly string[] =>
  NATION_CENSUSES.slice(-(collections ?? NATION_CENSUSES.length));

/** How many organisations are asked at a census. */
const askedAt = ({ organisations }: SampleSize, census: string): number =>
  nationOrganisations(NATION_SEED)
    .slice(0, organisations)
    .filter((each) => isOpenOn(each, census)).length;

/** Which sample a database holds, told by a collection of it and by how many that asks; null where it is none of ours. */
export function sampleHeld({ census, asked }: { census: string; asked: number }): SampleName | null {
  const fits = (name: SampleName) =>
    censusesOf(SAMPLES[name]).includes(census) && askedAt(SAMPLES[name], census) === asked;
  return NAMES.find(fits) ?? null;
}

/** Makes the sample from the project's own table of device categories. */
export async function sampleToLoad(project: string, size: SampleSize): Promise<SampleToLoad> {
  const categories = readCategoryFacts(
    await readFile(join(project, "data", "reference", "categories.csv"), "utf8"),
  );
  // The project's own table: a wrong one is a bug of the project.
  if (!categories.ok) throw new Error(`${categories.problem.message} ${categories.problem.mend ?? ""}`);
  const made = nation({ categories: categories.value, ...size });
  return {
    organisations: made.organisations.length,
    tables: made.tables,
    collections: made.collections.map(({ census, status, returns }) => ({
      census,
      status,
      organisations: returns.map(({ organisation }) => organisation.code),
      answers: returns.flatMap((one) => answerOf(one)),
    })),
    inWords: nationSizes(made),
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
