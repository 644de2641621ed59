import { afterAll, beforeAll, expect, test } from "vitest";
import { findingsCsv } from "@/app/returns/[organisation]/findings/[partId]/csv/findings-csv";
import { inTransaction } from "@/db/transaction";
import { readTable } from "@/lib/places/csv-table";
import type { Finding } from "@/lib/returns/report";
import { allCanBeGiven, readEveryFinding } from "@/lib/services/returns/read-every-finding";
import { type OpenCensus, openCensus, ORGANISATION as organisation } from "../support/open-census";
import { OPERATOR, value } from "../support/service-site";
import { whole } from "../support/whole";

const LINES = 2500;

let at: OpenCensus;
let header: string[];
let line: string[];
beforeAll(async () => {
  at = await openCensus();
  const [first = "", ...rest] = at.workforce.trimEnd().split("\n");
  header = first.split(",");
  line = (rest.find((one) => one.includes(",person,")) ?? "").split(",");
});
afterAll(() => at?.close());

/** A file of many lines that are all wrong, each with a reference of its own. */
const wrong = (cells: Record<string, string>) => {
  const rows = Array.from({ length: LINES }, (_, row) =>
    header.map((name, column) => (name === "post_ref" ? `Q${row}` : (cells[name] ?? line[column]))).join(","),
  );
  return `${[header.join(","), ...rows].join("\n")}\n`;
};

let partId: string;
let unit = 0;
const send = async (text: string) => {
  partId = value(await at.send(text, { serviceUnit: `unit ${unit++}` })).partId;
};
const read = async () => value(await readEveryFinding(at.site, OPERATOR, { organisation, partId }));
const given = async () => {
  const all: Finding[] = [];
  for await (const some of (await read()).findings) all.push(...some);
  return all;
};
const stored = async (code: string) => {
  const [row] = await inTransaction(
    at.site.pool,
    { role: "muster_intake", organisations: [organisation] },
    (reader) =>
      reader.rows<{ count: number }>(
        "SELECT count(*)::int AS count FROM intake.finding WHERE part_id = $1 AND code = $2",
        [partId, code],
      ),
  );
  return row?.count;
};

test("of rules broken on every line the first thousand are stored, and every one is in the download", async () => {
  await send(wrong({ afc_band: "10", role: "=wizard" }));
  expect(await stored("not-allowed")).toBe(1000);
  const { part, cut, findings } = await read();
  expect(cut).toEqual([]);
  expect(allCanBeGiven(part)).toBe(true);
  const text = (await whole(findingsCsv({ cut, findings }))).toString();
  const table = value(readTable(text, "The download", ["severity", "code", "line", "value", "message"]));
  const bands = table.filter(({ cell }) => cell("code") === "not-allowed" && cell("value") === "10");
  expect(bands.map(({ cell }) => cell("line"))).toEqual(
    Array.from({ length: LINES }, (_, row) => String(row + 2)),
  );
  expect(table).toHaveLength(part.counts.reduce((sum, { count }) => sum + count, 0));
  expect(text).toContain(",'=wizard,");
  // Errors first, as on the page.
  const severities = table.map(({ cell }) => ["error", "warning", "notice"].indexOf(cell("severity") ?? ""));
  expect(severities).toEqual([...severities].sort());
  expect(new Set(severities).size).toBeGreaterThan(1);
});

test("what is stored whole is given as it is stored", async () => {
  await send(at.workforce.replace(/,(?:\d\d_\d\d|under_25|65_plus),/g, ",unknown,"));
  const { part } = await read();
  expect(await given()).toHaveLength(part.counts.reduce((sum, { count }) => sum + count, 0));
});

test("findings that the rest of the file made void are not given: hours in place of WTE", async () => {
  await send(wrong({ in_post_wte: "37.5", establishment_wte: "37.5", afc_band: "10" }));
  const { part } = await read();
  const codes = (await given()).map(({ code }) => code);
  expect(codes).toContain("hours-as-wte");
  for (const { code, count } of part.counts)
    expect([code, codes.filter((one) => one === code).length]).toEqual([code, count]);
  expect(new Set(codes)).toEqual(new Set(part.counts.map(({ code }) => code)));
});

test.each<[string, () => string, string]>([
  [
    "whose bytes were not kept",
    () => wrong({ afc_band: "10" }).replace(/\n/, ",nickname\n"),
    "SELECT 1 WHERE $1 <> ''",
  ],
  [
    "judged by other rules",
    () => wrong({ afc_band: "10" }),
    "UPDATE intake.part SET rule_set = '2025.9' WHERE id::text = $1",
  ],
  [
    "that would be judged otherwise today",
    () => wrong({ afc_band: "10" }),
    `UPDATE intake.part SET counts = counts || '[{"code":"served-not-known","severity":"warning","count":1200}]' WHERE id::text = $1`,
  ],
])("of a file %s the download says how many of how many it holds", async (_, text, change) => {
  await send(text());
  await at.asOwner(async (owner) => {
    await owner.query("ALTER TABLE intake.part DISABLE TRIGGER part_never_changes");
    expect((await owner.query(change, [partId])).rowCount).toBe(1);
    await owner.query("ALTER TABLE intake.part ENABLE TRIGGER part_never_changes");
  }, organisation);
  const { cut, findings } = await read();
  expect(cut).toContainEqual({ code: "not-allowed", severity: "error", count: LINES, given: 1000 });
  const lines = (await whole(findingsCsv({ cut, findings }))).toString().split("\r\n");
  expect(lines[1]).toContain(
    'error,not-allowed,,,,,,"This file holds the first 1,000 of 2,500 findings of this rule."',
  );
  expect(lines.filter((one) => one.startsWith("error,not-allowed,")).length).toBe(1001);
});
