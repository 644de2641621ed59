import { filledCsv } from "./filled/filled-file";
import { FILLED_FILES } from "./filled/filled-files";
import { csvwOf } from "./metadata/csvw-of-part";
import { dataPackageOf } from "./metadata/data-package";
import { PARTS } from "./parts";
import { safeCsvLine } from "./safe-csv";
import { allowedValuesCsv, guideCsv, templateCsv } from "./template";

const parts = Object.values(PARTS);
const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

type Categories = ReadonlyMap<string, string>;

/** What each file of help is made of, by its name; its ending tells what it is. */
const FILES: ReadonlyMap<string, (categories: Categories) => string> = new Map([
  ...parts.flatMap((part): [string, (categories: Categories) => string][] => [
    [`${part.name}.csv`, () => templateCsv(part)],
    [`${part.name}-core.csv`, () => templateCsv(part, { core: true })],
    [`${part.name}-guide.csv`, () => guideCsv(part)],
    [`${part.name}-allowed-values.csv`, (categories) => allowedValuesCsv(part, categories)],
    [`${part.name}.csv-metadata.json`, () => json(csvwOf(part))],
  ]),
  ...FILLED_FILES.map((file): [string, () => string] => [`${file.id}-example.csv`, () => filledCsv(file)]),
  ["categories.csv", (categories) => [["code", "title"], ...categories].map(safeCsvLine).join("")],
  ["datapackage.json", () => json(dataPackageOf(parts))],
]);

/** The names of every template, guide, filled example and description for machines. */
export const HELP_FILES: readonly string[] = [...FILES.keys()];

/**
 * One file of help by its name, as text; null where there is none of that name.
 *
 * @param categories device categories: code to title
 */
export const helpFile = (name: string, categories: Categories): string | null =>
  FILES.get(name)?.(categories) ?? null;
