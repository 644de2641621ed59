import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Ajv from "ajv";
import { Package } from "datapackage";
import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endPools } from "@/db/pool";
import { readDataAddress } from "@/lib/published/data-address";
import { RELEASE_TABLES } from "@/lib/published/release-tables";
import { CSVW_TABLE_SCHEMA } from "@/lib/returns/testing/csvw-schema";
import { readDataFile } from "@/lib/services/published/data-file";
import { type TestDatabase, testDatabase } from "../support/database";
import { loadPlaces, publishNation } from "../support/published-nation";

let database: TestDatabase;
let owner: Client;

beforeAll(async () => {
  database = await testDatabase();
  process.env.MUSTER_APP_URL = database.appUrl;
  await loadPlaces(database.ownerUrl);
  await publishNation(database.appUrl, { census: "2025-03-31" });
  await publishNation(database.appUrl, { census: "2026-03-31", collectionOpen: true, more: 20 });
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner?.end();
  await endPools();
  await database?.drop();
});

/** What is answered at an address under `/data`. */
async function fileAt(path: string): Promise<string | Uint8Array> {
  const address = readDataAddress(path.split("/"));
  if (!address.ok) throw new Error(address.problem.message);
  const file = await readDataFile(address.value);
  if (file.kind !== "found") throw new Error(JSON.stringify(file));
  return file.body;
}

const rowsOf = (csv: string) =>
  Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;

async function inFolder<T>(files: Record<string, Uint8Array>, work: (folder: string) => Promise<T>) {
  const folder = await mkdtemp(join(tmpdir(), "data-package-"));
  try {
    for (const [name, bytes] of Object.entries(files)) {
      await mkdir(join(folder, dirname(name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
    }
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("Frictionless's own library loads the package of a release: every row of every table, each of its kind and each reference met", async () => {
  const files = unzipSync((await fileAt("r2/package.zip")) as Uint8Array);
  const descriptor = JSON.parse(strFromU8(files["datapackage.json"] as Uint8Array));
  await inFolder(files, async (folder) => {
    const loaded = await Package.load(descriptor, { basePath: folder });
    expect(loaded.errors).toEqual([]);
    expect(loaded.resourceNames).toEqual(RELEASE_TABLES.map(({ shape }) => shape.id));
    for (const name of loaded.resourceNames) {
      const rows = await loaded.getResource(name).read({ relations: true });
      expect(rows.length, name).toBe(rowsOf(strFromU8(files[`${name}.csv`] as Uint8Array)).length);
    }
  });
});

test("the library refuses a figure of a place that the release does not have", async () => {
  const files = unzipSync((await fileAt("r2/package.zip")) as Uint8Array);
  const descriptor = JSON.parse(strFromU8(files["datapackage.json"] as Uint8Array));
  const csv = strFromU8(files["figures.csv"] as Uint8Array).replace(",Y56,London,", ",Y99,London,");
  await inFolder({ ...files, "figures.csv": Buffer.from(csv) }, async (folder) => {
    const loaded = await Package.load(descriptor, { basePath: folder });
    await expect(loaded.getResource("figures").read({ relations: true })).rejects.toThrow();
  });
});

test("the figures of a release are every public row of its table, to the digit, and no other", async () => {
  const { rows } = await owner.query(
    "SELECT cell_id, value::float8, symbol, low::float8, high::float8 FROM published.figure WHERE release = 2 AND audience = 'public' ORDER BY cell_id",
  );
  const given = rowsOf(String(await fileAt("r2/figures.csv"))).sort((a, b) =>
    (a.cell_id ?? "") < (b.cell_id ?? "") ? -1 : 1,
  );
  const number = (text: string | undefined) => (text === "" || text === undefined ? null : Number(text));
  expect(
    given.map(({ cell_id, value, symbol, low, high }) => ({
      cell_id,
      value: number(value),
      symbol: symbol || null,
      low: number(low),
      high: number(high),
    })),
  ).toEqual(rows.toSorted((a, b) => (a.cell_id < b.cell_id ? -1 : 1)));
  const members = await owner.query(
    "SELECT count(*)::int AS n FROM published.figure WHERE release = 2 AND audience = 'members'",
  );
  expect(members.rows[0].n).toBeGreaterThan(0);
});

test.each(RELEASE_TABLES.map(({ shape }) => shape.id))("%s is the same as CSV and as JSON", async (id) => {
  const csv = rowsOf(String(await fileAt(`r2/${id}.csv`)));
  const json: Record<string, unknown>[] = JSON.parse(String(await fileAt(`r2/${id}.json`)));
  const asText = (value: unknown) =>
    value === null ? "" : value === true ? "yes" : value === false ? "no" : String(value);
  expect(
    json.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asText(value)]))),
  ).toEqual(csv);
});

test.each(RELEASE_TABLES.map(({ shape }) => shape.id))(
  "what describes %s.csv is CSV on the Web",
  async (id) => {
    const metadata = JSON.parse(String(await fileAt(`r2/${id}.csv-metadata.json`)));
    const valid = new Ajv({ strict: false }).compile(CSVW_TABLE_SCHEMA);
    expect(valid(metadata), JSON.stringify(valid.errors)).toBe(true);
    expect(metadata.url).toBe(`${id}.csv`);
    const [header] = String(await fileAt(`r2/${id}.csv`)).split("\r\n");
    expect(metadata.tableSchema.columns.map(({ name }: { name: string }) => name).join(",")).toBe(header);
    expect(JSON.stringify(metadata)).toMatch(/Open Government Licence.*Muster \(release 2\)/);
  },
);

test("licence, citation, dictionary and method travel with the package, which is the same bytes each time", async () => {
  const bytes = (await fileAt("r2/package.zip")) as Uint8Array;
  const files = unzipSync(bytes);
  const readme = strFromU8(files["readme.txt"] as Uint8Array);
  for (const part of [
    "SYNTHETIC",
    "Muster (release 2)",
    "Open Government Licence",
    "provisional",
    "geography_date",
  ])
    expect(readme).toContain(part);
  expect(strFromU8(files["method/disclosure.md"] as Uint8Array)).toMatch(/multiple/);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(Buffer.compare((await fileAt("r2/package.zip")) as Uint8Array, bytes)).toBe(0);
});

test("the workbook of a place has a sheet for each of its charts, and of an organisation no chart", async () => {
  const sheets = async (code: string) => {
    const files = unzipSync((await fileAt(`r2/places/${code}.xlsx`)) as Uint8Array);
    return [...strFromU8(files["xl/workbook.xml"] as Uint8Array).matchAll(/ name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
  };
  const area = await sheets("Y56");
  expect(area.slice(0, 2)).toEqual(["About", "Figures"]);
  expect(area.at(-1)).toBe("Measures");
  expect(area.length).toBeGreaterThan(6);
  expect(await sheets("ZT001")).toEqual(["About", "Figures", "Measures"]);
});

test("a withdrawn release has no file, and says that it was withdrawn", async () => {
  await owner.query("BEGIN");
  await owner.query(
    "UPDATE published.release SET status = 'withdrawn', withdrawn_at = now(), note = 'a wrong file' WHERE number = 1",
  );
  await owner.query("COMMIT");
  for (const path of ["r1/figures.csv", "r1/package.zip", "r1/places/Y56.xlsx", "r1/datapackage.json"])
    await expect(fileAt(path)).rejects.toThrow(/Release 1 has been withdrawn: a wrong file/);
});
