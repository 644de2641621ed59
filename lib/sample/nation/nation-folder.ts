import { writeTable } from "@/lib/places/csv-table";
import { TABLES, writeReferenceTables } from "@/lib/places/reference-tables";
import type { Nation, NationReturn } from "./nation";
import type { NationFile } from "./part-file";
import { tryFiles } from "./try-files";

/** A file to be written: its path inside the sample's folder, with forward slashes, and its text or its bytes. */
export type FolderFile = { path: string; content: string | Uint8Array };

/**
 * The sample nation as files, one at a time so that memory stays small: returns by census and organisation, what some
 * have not yet sent under `try`, the organisations as place tables, how files were spoilt, the truth behind them all,
 * and last the list that says of each that it is synthetic (return files keep their declared columns, so they cannot
 * say it themselves).
 */
export function* nationFolder(nation: Nation): Generator<FolderFile> {
  const listed: (string | number)[][] = [];
  function* filesIn(folder: string, files: readonly NationFile[]): Generator<FolderFile> {
    for (const { part, serviceUnit, name, text, bytes } of files) {
      const path = `${folder}/${name}`;
      listed.push(["yes", path, part, serviceUnit, bytes ? "" : text.trimEnd().split("\n").length - 1]);
      yield { path, content: bytes ?? text };
    }
  }
  yield { path: "README.txt", content: readme(nation) };
  yield { path: "responses.csv", content: responses(nation) };
  yield* placeTables(nation);
  for (const collection of nation.collections)
    for (const one of collection.returns) {
      const { code } = one.organisation;
      if (one.state === "returned") yield* filesIn(`${collection.census}/${code}`, one.files());
      if (collection.status !== "open") continue;
      const tries = tryFiles(collection, code);
      if (tries === null) continue;
      yield* filesIn(`try/${code}/clean`, tries.clean);
      yield* filesIn(`try/${code}/spoilt`, tries.spoilt);
    }
  if (nation.messes.length > 0) yield { path: "spoilt.csv", content: spoilt(nation) };
  yield { path: "truth.json", content: `${JSON.stringify(nation.truth(), null, 1)}\n` };
  yield {
    path: "files.csv",
    content: writeTable(["synthetic", "path", "part", "service_unit", "rows"], listed),
  };
}

const responses = ({ collections }: Nation): string =>
  writeTable(
    [
      "synthetic",
      "census_date",
      "collection",
      "organisation_code",
      "name",
      "response",
      "reason",
      "served_by",
    ],
    collections.flatMap(({ census, status, returns }) =>
      returns.map((one) => [
        "yes",
        census,
        status,
        one.organisation.code,
        one.organisation.name,
        ...answer(one),
      ]),
    ),
  );

const answer = (one: NationReturn): (string | null)[] =>
  one.state === "nil" ? [one.state, one.reason, one.servedBy] : [one.state, null, null];

const spoilt = ({ messes }: Nation): string =>
  writeTable(
    ["synthetic", "path", "how", "what", "expected", "code"],
    messes.map(({ census, organisation, name, way, says, expected, code }) => [
      "yes",
      `${census}/${organisation}/${name}`,
      way,
      says,
      expected,
      code,
    ]),
  );

/** The project's own place tables, after a first column that says what they are. */
function* placeTables({ tables }: Nation): Generator<FolderFile> {
  const texts = writeReferenceTables(tables);
  for (const table of ["places", "memberships", "successions"] as const) {
    const [headers = "", ...rows] = texts[table].trimEnd().split("\n");
    yield {
      path: TABLES[table].file,
      content: `${[`synthetic,${headers}`, ...rows.map((row) => `yes,${row}`)].join("\n")}\n`,
    };
  }
}

const readme = ({ seed, organisations, collections, messes }: Nation): string => `SYNTHETIC DATA

Everything in this folder is invented. The organisations (${organisations.length} of them, codes ZS001 and on) do not exist;
they are placed in real boards, regions and nations so that figures can be shown there. No figure here says anything
about a real organisation, person or place.

Made by: muster sample --seed ${seed}${messes.length > 0 ? " --messy" : ""}
Collections: ${collections.map(({ census, status }) => `${census} (${status})`).join(", ")}

{census}/{organisation}/   the return of one organisation; a unit's own files have its name, as in workforce-renal-technology.csv
try/{organisation}/        files of organisations that have not returned yet: clean, and spoilt to be tried out
responses.csv              who returned, who has no clinical engineers of its own (nil), who has not returned
places.csv, memberships.csv, successions.csv  the organisations, in the columns of the project's own place tables
spoilt.csv                 in a messy sample: which files were spoilt, how, and what the checks should make of each
truth.json                 the rates by which people and posts lived, and every organisation as it truly was
files.csv                  every return file, with its part, its unit and its number of rows
`;
