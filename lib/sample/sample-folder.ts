import { writeTable } from "@/lib/places/csv-table";
import { TABLES, writeReferenceTables } from "@/lib/places/reference-tables";
import { sampleTables } from "./organisations";
import type { ReturnFiles } from "./return-files";
import type { SampleNation, SampleReturn } from "./sample-nation";
import { tryFiles } from "./try-files";

/** A file to be written: its path inside the sample's folder, with forward slashes, and its text. */
export type SampleFile = { path: string; text: string };

const PARTS = ["workforce", "devices"] as const;

/**
 * The sample nation as files: returns by census and organisation, what some have not yet sent under `try`, the
 * organisations as place tables, and the list that says of each that it is synthetic (return files keep their
 * declared columns, so they cannot say it themselves).
 */
export function sampleFolder(nation: SampleNation): SampleFile[] {
  const returns = nation.collections.flatMap(({ census, returns }) =>
    returns.flatMap((sampleReturn) =>
      sampleReturn.state === "returned"
        ? filesIn(`${census}/${sampleReturn.organisation.code}`, sampleReturn.files)
        : [],
    ),
  );
  const open = nation.collections.filter(({ status }) => status === "open");
  const tries = open.flatMap((collection) =>
    collection.returns.flatMap(({ organisation }) => {
      const files = tryFiles(collection, organisation.code);
      if (files === null) return [];
      const folder = `try/${organisation.code}`;
      return [...filesIn(`${folder}/clean`, files.clean), ...filesIn(`${folder}/spoilt`, files.spoilt)];
    }),
  );
  const listed = [...returns, ...tries];
  return [
    { path: "README.txt", text: readme(nation) },
    { path: "files.csv", text: fileList(listed) },
    { path: "responses.csv", text: responses(nation) },
    ...placeTables(nation),
    ...listed,
  ];
}

const filesIn = (folder: string, files: ReturnFiles): SampleFile[] =>
  PARTS.map((part) => ({ path: `${folder}/${part}.csv`, text: files[part] }));

const fileList = (files: readonly SampleFile[]): string =>
  writeTable(
    ["synthetic", "path", "rows"],
    files.map(({ path, text }) => ["yes", path, text.trimEnd().split("\n").length - 1]),
  );

const responses = ({ collections }: SampleNation): string =>
  writeTable(
    ["synthetic", "census_date", "collection", "organisation_code", "name", "response", "served_by"],
    collections.flatMap(({ census, status, returns }) =>
      returns.map((sampleReturn) => ["yes", census, status, ...answer(sampleReturn)]),
    ),
  );

const answer = (sampleReturn: SampleReturn): (string | null)[] => [
  sampleReturn.organisation.code,
  sampleReturn.organisation.name,
  sampleReturn.state,
  sampleReturn.state === "nil" ? sampleReturn.servedBy : null,
];

/** The project's own place tables, after a first column that says what they are. */
function placeTables({ organisations }: SampleNation): SampleFile[] {
  const texts = writeReferenceTables(sampleTables(organisations));
  return (["places", "memberships"] as const).map((table) => {
    const [headers = "", ...rows] = texts[table].trimEnd().split("\n");
    return {
      path: TABLES[table].file,
      text: `${[`synthetic,${headers}`, ...rows.map((row) => `yes,${row}`)].join("\n")}\n`,
    };
  });
}

const readme = ({ seed, organisations, collections }: SampleNation): string => `SYNTHETIC DATA

Everything in this folder is invented. The organisations (${organisations.length} of them, codes ZS001 and on) do not exist;
they are placed in real boards and regions of England so that figures can be shown there. No figure here says anything
about a real organisation, person or place.

Made by: muster sample --seed ${seed}
Collections: ${collections.map(({ census, status }) => `${census} (${status})`).join(", ")}

{census}/{organisation}/   the return of one organisation: workforce.csv and devices.csv
try/{organisation}/        files of organisations that have not returned yet: clean, and spoilt to be tried out
responses.csv              who returned, who has no clinical engineers (nil), who has not returned
places.csv, memberships.csv  the organisations, in the columns of the project's own place tables
files.csv                  every return file, with its number of rows
`;
