import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type ReferenceTables,
  readReferenceTables,
  TABLES,
  type TableName,
  type TableTexts,
} from "@/lib/places/reference-tables";

/** The text of a file under `data/reference`. */
export function committedText(file: string): string {
  return readFileSync(fileURLToPath(new URL(`../../data/reference/${file}`, import.meta.url)), "utf8");
}

/** The texts of the committed tables of places. */
export function committedTexts(): TableTexts {
  const names = Object.keys(TABLES) as TableName[];
  return Object.fromEntries(names.map((name) => [name, committedText(TABLES[name].file)])) as TableTexts;
}

/** The committed tables of places. */
export function committedTables(): ReferenceTables {
  const tables = readReferenceTables(committedTexts());
  if (!tables.ok) throw new Error(tables.problem.message);
  return tables.value;
}
