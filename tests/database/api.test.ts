import Ajv2020 from "ajv/dist/2020";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endPools } from "@/db/pool";
import { ENDPOINTS } from "@/lib/published/api/endpoints";
import { openApiDocument } from "@/lib/published/api/openapi";
import { answerApi } from "@/lib/services/published/api-answer";
import { type TestDatabase, testDatabase } from "../support/database";
import { loadPlaces, publishNation } from "../support/published-nation";

let database: TestDatabase;
let owner: Client;

beforeAll(async () => {
  database = await testDatabase();
  process.env.MUSTER_APP_URL = database.appUrl;
  await loadPlaces(database.ownerUrl);
  await publishNation(database.appUrl, { census: "2025-03-31" });
  await publishNation(database.appUrl, { census: "2026-03-31", more: 20 });
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner?.end();
  await endPools();
  await database?.drop();
});

// biome-ignore lint/suspicious/noExplicitAny: an answer as a client without types sees it
type Body = any;

const ask = (address: string) => {
  const [path = "", query = ""] = address.split("?");
  return answerApi(
    path
      .split("/")
      .filter((part) => part !== "")
      .map(decodeURIComponent),
    new URLSearchParams(query),
  );
};

async function bodyOf(address: string): Promise<Body> {
  const answer = await ask(address);
  if (answer.kind !== "found") throw new Error(JSON.stringify(answer));
  return answer.body;
}

test.each(ENDPOINTS.map((endpoint) => [endpoint.path, endpoint] as const))(
  "%s answers its own example by the schema of its document",
  async (path, { parameters, id }) => {
    const address = parameters
      .filter((parameter) => parameter.in === "path")
      .reduce(
        (text, { name, example }) => text.replace(`{${name}}`, name === "release" ? "r2" : example),
        path,
      );
    const body = await bodyOf(address);
    const document = openApiDocument();
    const pointer = `#/paths/${path.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D")}/get/responses/200/content/application~1json/schema`;
    const valid = new Ajv2020({ strict: false, validateFormats: false }).compile({
      ...document,
      $ref: pointer,
    });
    expect(valid(body), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ ...body, about: { ...body.about, licence: null } })).toBe(false);
    if (id !== "listReleases") expect(body.about).toMatchObject({ release: 2, current: true });
  },
);

test("pages of figures hold every public figure once, in one order, and no other", async () => {
  const seen: string[] = [];
  let next: string | null = "/releases/r2/figures?per_page=97";
  while (next !== null) {
    const body: Body = await bodyOf(next.replace("/api/v1", ""));
    seen.push(...body.data.map((row: Body) => row.cell_id));
    next = body.page.next;
    expect(body.page.total).toBeGreaterThan(97);
  }
  const { rows } = await owner.query(
    "SELECT cell_id FROM published.figure WHERE release = 2 AND audience = 'public' ORDER BY cell_id COLLATE \"C\"",
  );
  expect(seen).toEqual(rows.map((row) => row.cell_id));
});

test.each([
  ["place", "Y56"],
  ["level", "board"],
  ["measure", "vacancy-rate"],
  ["dimension", "age"],
  ["category", "55_64+65_plus"],
])("the filter %s=%s gives the rows that have it, all of them and no other", async (name, value) => {
  const body = await bodyOf(`/releases/r2/figures?${name}=${encodeURIComponent(value)}&per_page=1000`);
  const { rows } = await owner.query(
    `SELECT cell_id FROM published.figure WHERE release = 2 AND audience = 'public' AND ${name} = $1 ORDER BY cell_id COLLATE "C"`,
    [value],
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(body.data.map((row: Body) => row.cell_id)).toEqual(rows.map((row) => row.cell_id));
});

test("several values of one filter are any of them, and filters of several kinds hold together", async () => {
  const body = await bodyOf("/releases/r2/figures?place=y56&place=Y60&measure=headcount&dimension=all");
  expect(body.data.map((row: Body) => [row.place, row.measure, row.dimension])).toEqual([
    ["Y56", "headcount", "all"],
    ["Y60", "headcount", "all"],
  ]);
});

test("a figure that is withheld has its reason and no value, as in its file", async () => {
  const body = await bodyOf("/releases/r2/figures?place=QMF&measure=headcount&dimension=all");
  expect(body.data[0]).toMatchObject({ value: null, symbol: "c" });
  expect(body.data[0].reason).toMatch(/fewer than three organisations/);
});

test("the newest release is led to by its number, its question with it", async () => {
  expect(await ask("/releases/latest/figures?place=Y56")).toEqual({
    kind: "moved",
    to: "/api/v1/releases/r2/figures?place=Y56",
  });
  expect(await ask("/releases/latest")).toEqual({ kind: "moved", to: "/api/v1/releases/r2" });
});

test("an earlier release keeps its figures and says what followed it", async () => {
  const body = await bodyOf("/releases/r1/figures?place=Y56&measure=headcount&dimension=all");
  expect(body.data[0].release).toBe(1);
  expect(body.about).toMatchObject({ current: false });
  expect(body.about.standing).toMatch(/followed by release 2, of the census of 31 March 2026/);
});

test.each([
  ["/releases/r9/figures", 404, "There are r1, r2", "r2"],
  ["/releases/r2/figures?place=Y99", 400, "no place with the code “Y99”", undefined],
  ["/releases/r2/places/Y99", 404, "Y99", undefined],
  ["/releases/r2/figures/region:Y56:beds:all:all:returned:public", 404, "no figure called", undefined],
  // A row that only members see is none to the public.
  [
    "/releases/r2/figures/organisation:ZT001:headcount:all:all:returned:members",
    404,
    "no figure called",
    undefined,
  ],
])("%s answers %i and says why", async (address, status, sentence, exists) => {
  const answer = await ask(address);
  if (answer.kind !== "refused") throw new Error(answer.kind);
  expect(answer.problem.status).toBe(status);
  expect(answer.problem.detail).toContain(sentence);
  if (exists) expect(answer.problem.exists).toContain(exists);
});

test("a withdrawn release answers that it is gone and why, and how it stands", async () => {
  await owner.query(
    "UPDATE published.release SET status = 'withdrawn', withdrawn_at = now(), note = 'a wrong file' WHERE number = 1",
  );
  const answer = await ask("/releases/r1/figures");
  expect(answer).toMatchObject({ kind: "refused", problem: { status: 410, code: "release-withdrawn" } });
  const body = await bodyOf("/releases/r1");
  expect(body.data).toMatchObject({ status: "withdrawn", note: "Withdrawn: a wrong file", current: false });
});
