import type { Client } from "pg";
import type { Column, Part } from "@/lib/returns/part";

/** The parent table of a part's rows. */
export const rowTable = (part: string): string => `${part}_row`;

/** The table in which a part's small files lie together; see `liesWithOthers`. */
export const smallFilesTable = (part: string): string => `${part}_small`;

/** From this many bytes a file has a table of its own. */
export const OWN_TABLE_BYTES = 1024 * 1024;

/**
 * Whether a file's rows lie with those of others. Of single devices they never do: even small files of them are long, and
 * a large one could not be added without reading them all.
 */
export const liesWithOthers = (part: string, byteCount: number): boolean =>
  mayLieTogether(part) && byteCount < OWN_TABLE_BYTES;

const mayLieTogether = (part: string): boolean => part !== "assets";

/** The database type of a declared column. */
export function databaseType(column: Column): string {
  switch (column.type) {
    case "date":
      return "date";
    case "decimal":
      return "numeric";
    case "integer":
      return "bigint";
    case "yes_no":
      return "boolean";
    case "set":
      return "text[]";
    case "code":
    case "text":
      return "text";
  }
}

/**
 * Makes or widens `intake.{part}_row`, one table a part, from the declarations: adding a column to a part is adding
 * one declaration. Columns are added and never dropped or retyped; a type that changed stops the migration.
 * Every row knows the file it came from (`part_id`, the partition key), whose it is (`sender`), and its line.
 */
export async function ensureDeclaredTables(owner: Client, parts: readonly Part[]): Promise<void> {
  for (const part of parts) {
    const table = rowTable(part.name);
    await owner.query(
      `CREATE TABLE IF NOT EXISTS intake.${table} (part_id uuid NOT NULL, sender text NOT NULL, line integer NOT NULL)
       PARTITION BY LIST (part_id)`,
    );
    const existing = new Map(
      (
        await owner.query<{ name: string; type: string }>(
          `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
           WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
          [`intake.${table}`],
        )
      ).rows.map((row) => [row.name, row.type]),
    );
    for (const column of part.columns) {
      const type = databaseType(column);
      const present = existing.get(column.name);
      if (present === undefined)
        await owner.query(`ALTER TABLE intake.${table} ADD COLUMN "${column.name}" ${type}`);
      else if (present !== type)
        throw new Error(
          `Column ${column.name} of part ${part.name} is declared ${type}, but intake.${table} stores ${present}: give the new type a new column name.`,
        );
    }
    await owner.query(`
      ALTER TABLE intake.${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE intake.${table} FORCE ROW LEVEL SECURITY;
      GRANT SELECT ON intake.${table} TO muster_intake, muster_build;
      DROP POLICY IF EXISTS own ON intake.${table};
      CREATE POLICY own ON intake.${table} FOR SELECT TO muster_intake
        USING (sender = ANY ((SELECT intake.own_organisations())::text[]));
      DROP POLICY IF EXISTS build_reads ON intake.${table};
      CREATE POLICY build_reads ON intake.${table} FOR SELECT TO muster_build USING (true);`);
    if (mayLieTogether(part.name)) await ensureSmallFilesTable(owner, part.name);
  }
}

/** After the columns are there: what a partition is made with it has from then on. */
async function ensureSmallFilesTable(owner: Client, part: string): Promise<void> {
  const [table, small] = [rowTable(part), smallFilesTable(part)];
  await owner.query(`
    CREATE TABLE IF NOT EXISTS intake.${small} PARTITION OF intake.${table} DEFAULT;
    CREATE INDEX IF NOT EXISTS ${small}_part ON intake.${small} (part_id);
    CREATE OR REPLACE TRIGGER only_what_is_received AFTER INSERT ON intake.${small}
      REFERENCING NEW TABLE AS given FOR EACH STATEMENT EXECUTE FUNCTION intake.only_what_is_received();
    GRANT INSERT ON intake.${small} TO muster_loader;`);
}
