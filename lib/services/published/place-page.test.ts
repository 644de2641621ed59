import { afterAll, beforeAll, expect, test } from "vitest";
import { endPools, poolOf } from "@/db/pool";
import { inTransaction } from "@/db/transaction";
import { CHART_WIDTHS } from "@/lib/charts/chart";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { loadPlaces, publishNation } from "@/tests/support/published-nation";
import { readChartFile } from "./chart-file";
import { readDataFile } from "./data-file";
import { readHomePage } from "./home-page";
import { type PlacePage, readPlacePage } from "./place-page";
import { readSearchPage } from "./search-page";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  process.env.MUSTER_APP_URL = database.appUrl;
  await loadPlaces(database.ownerUrl);
  await publishNation(database.appUrl, { census: "2025-03-31" });
  await publishNation(database.appUrl, { census: "2026-03-31", collectionOpen: true, more: 20 });
});

afterAll(async () => {
  await endPools();
  await database?.drop();
});

async function pageOf(code: string, ...view: string[]): Promise<PlacePage> {
  const read = await readPlacePage(code, view);
  if (read === null) throw new Error("nothing was read");
  return read.value;
}

async function areaOf(code: string, ...view: string[]) {
  const page = await pageOf(code, ...view);
  if (page.kind !== "area") throw new Error(`${code} is ${page.kind}`);
  return page;
}

async function organisationOf(code: string) {
  const page = await pageOf(code);
  if (page.kind !== "organisation") throw new Error(`${code} is ${page.kind}`);
  return page;
}

test("a place is shown from the latest release, with the census before beside it", async () => {
  const page = await areaOf("Y56");
  expect(page.note).toMatchObject({ number: 2, census: "31 March 2026", provisional: true, newer: null });
  const headcount = page.keyFigures.find((figure) => figure.measure === "headcount");
  expect(headcount?.before?.date).toBe("31 March 2025");
  expect(page.charts.map((chart) => chart.id)).toContain("posts-over-time");
  expect(page.above.map((place) => place.code)).toEqual(["K02000001", "E92000001"]);
});

test("collections of a sample that are still to be loaded are named, and those that a release speaks for are not", async () => {
  process.env.MUSTER_SAMPLE_AWAITS = "2024-03-31,2025-03-31";
  try {
    expect((await areaOf("Y56")).note.awaited).toMatch(
      /^Not loaded yet: the sample's census of 31 March 2024\./,
    );
    expect((await areaOf("Y56", "vacancy-rate")).note.awaited).not.toBeNull();
  } finally {
    delete process.env.MUSTER_SAMPLE_AWAITS;
  }
  expect((await areaOf("Y56")).note.awaited).toBeNull();
});

test("a release named in the address is held by every link and says that a newer one exists", async () => {
  const page = await areaOf("Y56", "headcount", "r1");
  expect(page.note).toMatchObject({ number: 1, newer: { number: 2 } });
  expect(page.keyFigures[0]?.href).toBe("/places/Y56/headcount/r1");
  expect(page.keyFigures[0]?.before).toBeNull();
});

test("what changed is held against the release before, place by place, measure by measure", async () => {
  const page = await areaOf("Y56");
  expect(page.changes?.before).toMatchObject({ number: 1, href: "/places/Y56/r1", corrected: false });
  expect(page.changes?.answered).toMatch(/^All \d organisations asked answered, as they had then\.$/);
  expect(page.changes?.rows.find((row) => row.measure === "headcount")?.change).toMatch(/^Up by 20 /);
  const measure = await areaOf("Y56", "headcount");
  expect(measure.changes?.rows.map((row) => row.measure)).toEqual(["headcount"]);
  expect((await areaOf("Y56", "headcount", "r1")).changes).toBeNull();
});

test("the pictures of a place come with their heights, so that a page keeps room for them", async () => {
  const { drawn } = await areaOf("Y56");
  expect(drawn.get("Y56/vacancy-rate/wide")).toBeGreaterThan(100);
  expect(drawn.get("Y56/vacancy-rate/narrow")).toBeGreaterThan(100);
});

test("a chart that the build has not stored is drawn when it is asked for, and its page keeps room for it", async () => {
  const { charts, drawn } = await areaOf("Y56", "headcount");
  expect(charts.map((chart) => chart.id)).toContain("headcount-over-time");
  const stored: boolean[] = [];
  for (const { id } of charts)
    for (const width of CHART_WIDTHS) {
      const file = await readChartFile({ release: 2, place: "Y56", chart: id, width, format: "svg" });
      if (file.kind !== "found") throw new Error(`${id} is ${file.kind}`);
      expect(file.svg).toContain(`height="${drawn.get(`Y56/${id}/${width}`)}"`);
      stored.push(file.stored);
    }
  expect(new Set(stored)).toEqual(new Set([true, false]));
});

test.each([
  ["of no measure", "Y56", "beds", 2],
  ["of no breakdown that the release has", "Y56", "headcount-by-seat", 2],
  ["of one organisation", "ZT001", "headcount", 2],
  ["of a place without figures", "W92000004", "headcount", 2],
  ["of no place", "ZZZ99", "headcount", 2],
  ["of no release", "Y56", "headcount", 9],
] as const)("there is no chart %s", async (_, place, chart, release) => {
  expect(await readChartFile({ release, place, chart, width: "wide", format: "svg" })).toEqual({
    kind: "missing",
  });
});

test.each([
  ["latest", ["Y56", "latest"], "/places/Y56/r2"],
  ["latest of a measure", ["Y56", "headcount", "latest"], "/places/Y56/headcount/r2"],
  ["small letters", ["y56", "headcount"], "/places/Y56/headcount"],
])("%s is another address", async (_, [code = "", ...view], to) => {
  expect(await pageOf(code, ...view)).toMatchObject({ kind: "moved", to });
});

test.each([
  ["an unknown place", ["ZZZ99"], /No place has the code/],
  ["an unknown measure", ["Y56", "beds"], /no measure called/],
  ["an unknown release", ["Y56", "r9"], /There is no release 9. There are r1, r2/],
  ["a measure of one organisation", ["ZT001", "headcount"], /not public/],
])("%s is missing, and why is said", async (_, [code = "", ...view], sentence) => {
  const page = await pageOf(code, ...view);
  expect(page.kind).toBe("missing");
  expect(page.kind === "missing" ? page.problem.message : "").toMatch(sentence);
});

test("a board of two organisations says why it cannot be shown", async () => {
  const page = await areaOf("QMF");
  const headcount = page.keyFigures.find((figure) => figure.measure === "headcount");
  expect(headcount?.text).toBe("cannot be shown");
  expect(headcount?.why).toMatch(/fewer than three organisations/);
});

test("a place with nobody of the release in it is empty, and lists who is really there", async () => {
  const page = await areaOf("W92000004");
  expect(page).toMatchObject({ empty: true, keyFigures: [], charts: [] });
  expect(page.unasked.length).toBeGreaterThan(5);
});

test("who has not answered is counted as asked and as not answered", async () => {
  expect((await areaOf("QHL")).coverage).toMatchObject({ asked: 4, answered: 3 });
});

test("an organisation of the sample shows the figures of its board and none of its own", async () => {
  const page = await organisationOf("ZT001");
  expect(page.board?.place.code).toBe("QKK");
  expect(page.board?.figures[0]?.unit).toBe("people");
  expect(page.official).toBeNull();
  expect(page.place?.response).toBe("returned");
});

test("a real organisation has official statistics and no invented figure or name beside its own", async () => {
  const page = await organisationOf("RJ1");
  expect(page.official?.leaverRate).toMatch(/^2\.5% of WTE left in October and November 2025/);
  expect(page.board).toBeNull();
  expect(page.neighbours).toEqual([]);
  expect(page.parent?.code).toBe("QKK");
});

test("figures of members are in no public file, and the file holds the very values of the page", async () => {
  const file = await readDataFile({ kind: "place", format: "csv", release: 2, place: "Y56", measure: null });
  if (file.kind !== "found") throw new Error(file.kind);
  const page = await areaOf("Y56");
  const lines = String(file.body)
    .split("\r\n")
    .filter((line) => line.includes("region:Y56:headcount:all:all:returned:public"));
  expect(lines).toHaveLength(1);
  const headcount = page.keyFigures.find((figure) => figure.measure === "headcount");
  expect(lines[0]?.split(",")).toContain(headcount?.text);
  const organisation = await readDataFile({
    kind: "place",
    format: "csv",
    release: 2,
    place: "ZT001",
    measure: null,
  });
  expect(organisation.kind === "found" ? String(organisation.body) : "").not.toMatch(/headcount|members/);
});

test.each([
  ["a board's old code or name leads on", "Guy's", "RJ1"],
  ["a name", "north east london", "QMF"],
  ["a postcode", "SE1 9RT", "RJ1"],
])("search: %s", async (_, query, code) => {
  const read = await readSearchPage(query);
  expect(read?.value.hits.map((hit) => hit.place.code)).toContain(code);
});

test("a code typed whole needs no choice", async () => {
  expect((await readSearchPage("qkk"))?.value.exact).toBe("QKK");
});

// Last: it takes the latest release away from the other tests.
test("a withdrawn release is gone from every page and file, and the one before speaks again", async () => {
  await inTransaction(poolOf(database.appUrl), { role: "muster_operator" }, (transaction) =>
    transaction.rows(
      "UPDATE published.release SET status = 'withdrawn', withdrawn_at = now(), note = 'A return was wrong.' WHERE number = 2",
    ),
  );
  expect((await areaOf("Y56")).note.number).toBe(1);
  expect((await readHomePage())?.value.picture?.note.number).toBe(1);
  expect(await pageOf("Y56", "r2")).toMatchObject({
    kind: "missing",
    problem: { message: expect.stringContaining("A return was wrong.") },
  });
  expect(
    (await readDataFile({ kind: "place", format: "csv", release: 2, place: "Y56", measure: null })).kind,
  ).toBe("missing");
  for (const chart of ["vacancy-rate", "headcount-over-time"])
    expect(
      (await readChartFile({ release: 2, place: "Y56", chart, width: "wide", format: "svg" })).kind,
    ).toBe("missing");
});
