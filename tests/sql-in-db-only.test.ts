import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Text that could only be a statement, however it is handed over. */
const STATEMENT =
  /["'`]\s*(?:SELECT\s+[\w*(]|INSERT\s+INTO\s|UPDATE\s+\w+\.\w+\s+SET\s|DELETE\s+FROM\s|WITH\s+\w+\s+AS\s*\(|CREATE\s+(?:TABLE|FUNCTION|ROLE|DATABASE)\s|ALTER\s+(?:TABLE|ROLE)\s|DROP\s+(?:TABLE|DATABASE)\s|SET\s+(?:LOCAL\s+)?ROLE\s|BEGIN["'`]|COMMIT["'`]|COPY\s+\w+\.\w+\s)|\bsql`/;

/** Measures the product against plain statements, so it has to say some itself. */
const EXCEPT = ["lib/command-line/bench/plain-copy.ts"];

const files = ["app", "lib"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.(?:tsx?|mjs)$/.test(file) && !/\.test\.tsx?$/.test(file) && !EXCEPT.includes(file)),
);

test("SQL stands in db and nowhere else", () => {
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter((file) => STATEMENT.test(readFileSync(file, "utf8")))).toEqual([]);
});

test.each([
  'reader.rows("SELECT 1 FROM reference.place")',
  "reader.rows(\n  `SELECT p.id FROM account.person p`)",
  "reader.rows(`\n    WITH line AS (SELECT 1) SELECT * FROM line`)",
  "transaction.rows('DELETE FROM account.login')",
  'owner.query("BEGIN")',
  "orm.execute(sql`now()`)",
])("it would be seen: %s", (text) => {
  expect(text).toMatch(STATEMENT);
});

test.each(['mend: "Select one of the places listed."', '"with all rows as (given)"', '"Update it."'])(
  "words are no statement: %s",
  (text) => {
    expect(text).not.toMatch(STATEMENT);
  },
);
