import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { prepareDatabase as prepare } from "@/db/prepare";
import {
  inOneLoad,
  loadDeviceCategories,
  loadOfficialStatistics,
  loadReferenceTables,
} from "@/db/queries/reference";
import { readTable } from "@/lib/places/csv-table";
import { readReferenceTables, TABLES, type TableName, type TableTexts } from "@/lib/places/reference-tables";
import { OFFICIAL_STAFF_GROUP } from "@/lib/places/turnover";
import { readTurnoverTable } from "@/lib/places/turnover-table";
import type { Result } from "@/lib/result";

/** The project's own tables: a wrong one is a bug of the project, so it stops the migration. */
function whole<T>(table: Result<T>): T {
  if (!table.ok) throw new Error(`${table.problem.message} ${table.problem.mend ?? ""}`);
  return table.value;
}

/** Brings the database to the state that this code needs, and gives the address for the application's own login. */
export async function prepareDatabase(options: {
  ownerUrl: string;
  applicationPassword: string;
  project: string;
  /** Of the project's files, in hexadecimal: what was prepared by the same is left as it is. */
  fingerprint?: string;
}): Promise<string> {
  const text = (file: string) => readFile(join(options.project, "data", "reference", file), "utf8");
  const texts: Partial<Record<TableName, string>> = {};
  for (const name of Object.keys(TABLES) as TableName[]) texts[name] = await text(TABLES[name].file);
  const places = whole(readReferenceTables(texts as TableTexts));
  const turnover = whole(readTurnoverTable(await text("turnover.csv")));
  const categories = whole(
    readTable(await text("categories.csv"), "categories.csv", ["code", "title", "usual_risk_class"]),
  );
  return prepare({
    ownerUrl: options.ownerUrl,
    applicationPassword: options.applicationPassword,
    migrationsFolder: join(options.project, "db", "migrations"),
    fingerprint: options.fingerprint ?? null,
    load: (owner) =>
      inOneLoad(owner, async () => {
        await loadReferenceTables(owner, places);
        await loadDeviceCategories(
          owner,
          categories.map(({ cell }) => ({
            code: cell("code") ?? "",
            title: cell("title") ?? "",
            usualRiskClass: cell("usual_risk_class") ?? "medium",
          })),
        );
        await loadOfficialStatistics(
          owner,
          turnover.map((row) => ({
            source: row.source,
            organisation: row.organisation,
            month: `${row.month}-01`,
            staffGroup: OFFICIAL_STAFF_GROUP,
            startWte: row.start.wte,
            endWte: row.end.wte,
            joinersWte: row.joiners.wte,
            leaversWte: row.leavers.wte,
          })),
        );
      }),
  });
}
