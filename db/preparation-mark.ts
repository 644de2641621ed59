import { Client } from "pg";

/**
 * The fingerprint of what a database was prepared by, kept as the comment of schema `reference`: it goes with the
 * database into a copy and back, and needs no table.
 */
const marked = (literal: string) =>
  `DO $$ BEGIN IF to_regnamespace('reference') IS NOT NULL THEN COMMENT ON SCHEMA reference IS ${literal}; END IF; END $$`;

/** While a database is being prepared it bears no mark, so that one half prepared is prepared again. */
export async function removeMark(owner: Client): Promise<void> {
  await owner.query(marked("NULL"));
}

export async function setMark(owner: Client, fingerprint: string): Promise<void> {
  if (!/^[0-9a-f]+$/.test(fingerprint)) throw new Error(`Not a fingerprint: ${fingerprint}`);
  await owner.query(marked(`'${fingerprint}'`));
}

/**
 * Whether a database bears this fingerprint. Asked by the application's own login: a server that does not know it, or
 * knows it by another password, has to be prepared whatever its databases bear.
 */
export async function bearsMark(appUrl: string, fingerprint: string): Promise<boolean> {
  const client = new Client({ connectionString: appUrl, application_name: "muster prepared" });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ mark: string | null }>(
      "SELECT obj_description(to_regnamespace('reference'), 'pg_namespace') AS mark",
    );
    return rows[0]?.mark === fingerprint;
  } catch {
    // Whatever is wrong is met again, and told, by the preparation.
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
