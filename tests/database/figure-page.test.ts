import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endPools } from "@/db/pool";
import { readDataFile } from "@/lib/services/published/data-file";
import { readFigurePage } from "@/lib/services/published/figure-page";
import { readPlacePage } from "@/lib/services/published/place-page";
import { type TestDatabase, testDatabase } from "../support/database";
import { loadPlaces, publishNation } from "../support/published-nation";

let database: TestDatabase;
let owner: Client;

beforeAll(async () => {
  database = await testDatabase();
  process.env.MUSTER_APP_URL = database.appUrl;
  await loadPlaces(database.ownerUrl);
  await publishNation(database.appUrl, { census: "2025-03-31", geographyDate: "2025-04-01" });
  await publishNation(database.appUrl, { census: "2026-03-31" });
  await publishNation(database.appUrl, { census: "2026-03-31", more: 40, replaces: 2 });
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner?.end();
  await endPools();
  await database?.drop();
});

async function figureAt(path: string) {
  const [code = "", ...view] = path.split("/");
  const page = (await readFigurePage(code, view))?.value;
  if (page === undefined) throw new Error(path);
  return page;
}

async function foundAt(path: string) {
  const page = await figureAt(path);
  if (page.kind !== "figure") throw new Error(JSON.stringify(page));
  return page;
}

test("the current release is said to be so, and every other as what has come of it", async () => {
  const page = await foundAt("Y56/headcount/r3");
  expect(page.note).toMatchObject({ correction: null, newer: null });
  expect(page.history.map(({ release, standing }) => [release, standing])).toEqual([
    [3, "Current"],
    [2, "Corrected by release 3"],
    [1, "Earlier census"],
  ]);
});

test("a corrected figure keeps its value at its address, with what its correction has and the difference", async () => {
  const old = await foundAt("Y56/headcount/r2");
  const now = await foundAt("Y56/headcount/r3");
  expect(old.shown.text).not.toBe(now.shown.text);
  expect(old.note.correction).toEqual({ number: 3 });
  const row = old.history.find(({ release }) => release === 3);
  expect(row).toMatchObject({ text: now.shown.text, href: "/figures/Y56/headcount/r3" });
  expect(row?.change).toMatch(/^Down by 40 \(/);
  expect(now.history.find(({ release }) => release === 2)?.change).toMatch(/^Up by 40 \(/);
});

test("a figure that its correction left as it was has no difference", async () => {
  const page = await foundAt("Y60/headcount/r2");
  expect(page.history.find(({ release }) => release === 3)?.change).toBe("None");
  expect(page.history.find(({ release }) => release === 1)?.change).toBe(
    "Too small to tell apart from rounding",
  );
});

test("the page of a place in a corrected release has each key figure as it was and as its correction has it", async () => {
  const page = (await readPlacePage("Y56", ["r2"]))?.value;
  if (page?.kind !== "area") throw new Error("no area");
  expect(page.later.corrected?.number).toBe(3);
  const row = page.later.corrected?.rows.find(({ measure }) => measure === "headcount");
  expect(row).toMatchObject({ href: "/places/Y56/headcount/r3" });
  expect(row?.change).toMatch(/^Up by 40 \(/);
  const current = (await readPlacePage("Y56", ["r3"]))?.value;
  expect(current?.kind === "area" ? current.later : null).toEqual({ corrected: null, geography: null });
});

test("a correction has its changes as a table: each figure before and now, and none that is the same", async () => {
  const rowsOf = async (release: number) => {
    const file = await readDataFile({ release, kind: "table", table: "changes", format: "json" });
    if (file.kind !== "found") throw new Error(file.kind);
    return JSON.parse(String(file.body)) as Record<string, unknown>[];
  };
  expect(await rowsOf(2)).toEqual([]);
  const rows = await rowsOf(3);
  const { rows: others } = await owner.query(
    `SELECT coalesce(a.cell_id, b.cell_id) AS cell FROM
       (SELECT * FROM published.figure WHERE release = 2 AND audience = 'public') a
     FULL JOIN (SELECT * FROM published.figure WHERE release = 3 AND audience = 'public') b USING (cell_id)
     WHERE (a.value, a.symbol, a.low, a.high, a.cell_id) IS DISTINCT FROM (b.value, b.symbol, b.low, b.high, b.cell_id)`,
  );
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.map(({ cell_id }) => cell_id).sort()).toEqual(others.map(({ cell }) => cell).sort());
  const london = rows.find(({ cell_id }) => cell_id === "region:Y56:headcount:all:all:returned:public");
  expect(london).toMatchObject({ corrects: 2, change: "changed", place_name: "London" });
  expect(Number(london?.value) - Number(london?.value_before)).toBe(40);
});

test("an earlier release on other boundaries says which, and what became of a place that is gone", async () => {
  const page = await foundAt("Y56/headcount/r1");
  expect(page.note.newer).toEqual({ number: 3, census: "31 March 2026" });
  expect(page.geography).toBe(
    "Boundaries and names here are those of 1 April 2025; release 3 has those of 1 April 2026.",
  );
});

test("a rate is opened to the published figures that it is formed from, which give it", async () => {
  const page = await foundAt("Y56/vacancy-rate/r3");
  const of = (part: string) => page.inputs.filter((input) => input.part === part);
  expect(of("numerator").map(({ title }) => title)).toEqual(["Vacant posts"]);
  expect(of("denominator").map(({ title }) => title)).toEqual(["Funded establishment"]);
  const [numerator, denominator] = page.inputs.map(({ text }) => Number(text.replace(",", "")));
  expect(Math.round((100 * Number(numerator)) / Number(denominator))).toBe(
    Math.round(page.figure.value ?? 0),
  );
  for (const { href } of page.inputs)
    expect((await foundAt(href.replace("/figures/", ""))).figure.value).not.toBeNull();
  expect(page.rule).toMatch(/Formed from the published figures/);
  expect(page.estimated).toMatch(/0% of it is imputed/);
});

test("a share of people is opened to the categories that it adds, merged ones as they are published", async () => {
  const page = await foundAt("Y56/share-55-and-over/r3");
  expect(page.inputs.filter(({ part }) => part === "numerator").map(({ title }) => title)).toEqual([
    "Staff in post, headcount, age: 55 and over",
  ]);
});

test("a figure that is withheld has a page, which says why", async () => {
  const page = await foundAt("QMF/headcount/r3");
  expect(page.figure.value).toBeNull();
  expect(page.shown.why).toMatch(/fewer than three organisations/);
});

test.each([
  ["Y56/beds", "There is no measure called “beds”"],
  ["Y56/headcount/sex/male", "There is no breakdown called “sex”"],
  ["Y56/headcount/age", "no category of it is named"],
  ["Y56/headcount/age/teenage/r3", "It has "],
  ["Y56/headcount/r9", "There is no release 9"],
  ["Y56/headcount/specialism4/equipment/r3", "has no category|is not published"],
  ["ZT001/headcount/r3", "is not published for"],
  ["Y99/headcount", "No place has the code"],
  ["Y56/headcount/age/25_34/r3/more", "There is nothing at"],
])("%s has no figure, and what there is", async (path, sentence) => {
  const page = await figureAt(path);
  if (page.kind !== "missing") throw new Error(page.kind);
  expect(page.problem.message).toMatch(new RegExp(sentence));
});

test("a code in small letters and the newest release lead on to the address that stays", async () => {
  expect(await figureAt("y56/headcount/r1")).toMatchObject({
    kind: "moved",
    to: "/figures/Y56/headcount/r1",
  });
  expect(await figureAt("Y56/headcount/latest")).toMatchObject({ to: "/figures/Y56/headcount/r3" });
});

test("a figure of a withdrawn release is gone, and why is said; others name the release without it", async () => {
  await owner.query(
    "UPDATE published.release SET status = 'withdrawn', withdrawn_at = now(), note = 'a wrong file' WHERE number = 1",
  );
  expect(await figureAt("Y56/headcount/r1")).toMatchObject({
    kind: "missing",
    problem: { message: "Release 1 has been withdrawn: a wrong file" },
  });
  const row = (await foundAt("Y56/headcount/r3")).history.find(({ release }) => release === 1);
  expect(row).toMatchObject({ standing: "Withdrawn: a wrong file", text: "–", href: null, change: null });
});
