import { measureById } from "@/lib/measures/catalogue";
import { fail, ok, type Result } from "@/lib/result";
import { readReleaseSegment } from "./place-address";
import { RELEASE_TABLES, releaseTableById } from "./release-tables";

export const PLACE_FORMATS = ["csv", "json", "xlsx"] as const;
export const TABLE_FORMATS = ["csv", "json"] as const;
export const PACKAGE_FILES = ["datapackage.json", "package.zip", "readme.txt"] as const;

/** A file of a release: of one place, of a table, what describes a table, or of the whole. */
export type DataAddress = { release: number | "latest" } & (
  | { kind: "place"; place: string; measure: string | null; format: (typeof PLACE_FORMATS)[number] }
  | { kind: "table"; table: string; format: (typeof TABLE_FORMATS)[number] }
  | { kind: "metadata"; table: string }
  | { kind: "package"; file: (typeof PACKAGE_FILES)[number] }
);

const CODE = /^[A-Z0-9]{3,9}$/;
/** Where a library looks for what describes a CSV file: beside it, under its name with this after it. */
const METADATA = ".csv-metadata.json";

const nothing = (there: string) => fail("address", `There is no such file. ${there}`);
const among = <T extends string>(all: readonly T[], given: string): T | undefined =>
  all.find((one) => one === given);

/**
 * Reads `r2/figures.csv`, `r2/figures.csv-metadata.json`, `r2/package.zip`, `r2/places/Y56.csv` or
 * `r2/places/Y56/vacancy-rate.csv`; for any other address it says what there is.
 */
export function readDataAddress(segments: readonly string[]): Result<DataAddress> {
  const [first = "", second = "", ...rest] = segments;
  const release = readReleaseSegment(first);
  if (release === null) return nothing("An address of data begins with a release: r1, r2 … or latest.");
  if (second === "places" && rest.length > 0) return readPlace(release, rest);
  if (rest.length > 0) return nothing(TABLES);
  const file = among(PACKAGE_FILES, second);
  if (file !== undefined) return ok({ release, kind: "package", file });
  const described = second.endsWith(METADATA) ? second.slice(0, -METADATA.length) : null;
  const [id = "", format = "", ...more] = (described ?? second).split(".");
  if (releaseTableById(id) === undefined || more.length > 0) return nothing(TABLES);
  if (described !== null)
    return format === "" ? ok({ release, kind: "metadata", table: id }) : nothing(TABLES);
  const known = among(TABLE_FORMATS, format);
  return known === undefined ? nothing(TABLES) : ok({ release, kind: "table", table: id, format: known });
}

const TABLES = `There are ${RELEASE_TABLES.map(({ shape }) => shape.id).join(", ")}, each as .csv and .json, and ${PACKAGE_FILES.join(", ")}; of a place, places/CODE as .csv, .json and .xlsx.`;

function readPlace(release: DataAddress["release"], rest: readonly string[]): Result<DataAddress> {
  const [code, measure, ...more] = [...rest.slice(0, -1), ...(rest.at(-1) ?? "").split(".").slice(0, 1)];
  const format = among(PLACE_FORMATS, (rest.at(-1) ?? "").split(".").slice(1).join("."));
  if (format === undefined || code === undefined || more.length > 0)
    return nothing("A file of a place is places/CODE or places/CODE/MEASURE, as .csv, .json or .xlsx.");
  if (!CODE.test(code)) return nothing(`“${code.slice(0, 20)}” is not the code of a place.`);
  if (measure !== undefined && measureById(measure) === undefined)
    return nothing(`No measure is called “${measure.slice(0, 60)}”. /methods/measures has them all.`);
  // A workbook is of everything on a page.
  if (format === "xlsx" && measure !== undefined)
    return nothing("A workbook is of a whole place: places/CODE.xlsx.");
  return ok({ release, kind: "place", place: code, measure: measure ?? null, format });
}
