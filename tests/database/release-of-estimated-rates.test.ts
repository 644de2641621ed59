import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { baseOf } from "@/db/queries/published/bases";
import { totalsOfPlaces } from "@/db/queries/published/figures";
import { placesOfRelease } from "@/db/queries/published/places";
import { ratesOf } from "@/db/queries/published/rates";
import { scoresOf } from "@/db/queries/published/scores";
import { loadReferenceTables } from "@/db/queries/reference";
import { releases } from "@/db/queries/releases";
import { inTransaction } from "@/db/transaction";
import { run as project } from "@/lib/command-line/project";
import { run as scorecard } from "@/lib/command-line/scorecard";
import { indexFigures } from "@/lib/published/figure-index";
import { firstLookOf } from "@/lib/published/first-look-chart";
import type { Projection } from "@/lib/scenarios/projection";
import { loadCollection } from "@/lib/services/operation/load-collection";
import { type AnswerToLoad, sampleToLoad } from "@/lib/services/operation/sample-to-load";
import { capturedOutput } from "../support/captured-output";
import { type ServiceSite, serviceSite } from "../support/service-site";

/** The command asks for the installation's site: here it is the test's. */
const here = vi.hoisted(() => ({ site: null as unknown }));
vi.mock("@/lib/command-line/operator-site", () => ({
  asOperator: (work: (site: unknown) => Promise<number>) => work(here.site),
}));

/** So many of the sample's organisations as tell enough of rates, with what tells of them. */
const ORGANISATIONS = 100;
const PARTS = new Set(["workforce", "flows"]);
const NEWEST = 2;
const UK = "K02000001";
const REGION = "Y56";

let at: ServiceSite;
let folder: string;
const said = capturedOutput();

const withFewParts = (answer: AnswerToLoad): AnswerToLoad =>
  answer.kind === "files"
    ? { ...answer, files: () => answer.files().filter(({ part }) => PARTS.has(part)) }
    : answer;

beforeAll(async () => {
  at = await serviceSite();
  here.site = at.site;
  folder = mkdtempSync(join(tmpdir(), `muster-test-${process.pid}-rates-`));
  const sample = await sampleToLoad(process.cwd(), { organisations: ORGANISATIONS, collections: 2 });
  await inTransaction(at.site.pool, { role: "muster_operator" }, (transaction) =>
    loadReferenceTables(transaction.client, sample.tables),
  );
  for (const { answers, ...collection } of sample.collections)
    await loadCollection(at.site, { ...collection, answers: answers.map(withFewParts) }, { say: () => {} });
}, 240_000);
afterAll(async () => {
  await at?.close();
  rmSync(folder, { recursive: true, force: true });
});

const asPublic = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(at.site.pool, { role: "muster_public" }, work);
const scenarioFile = (more: object = {}): string => {
  const path = join(folder, "scenario.json");
  writeFileSync(
    path,
    JSON.stringify({ format: "muster-scenario/1", title: "Nothing is set", horizon: 10, ...more }),
  );
  return path;
};
async function projected(args: string[], scenario: object = {}): Promise<Projection> {
  said.out = "";
  expect([await project([...args, "--scenario", scenarioFile(scenario), "--json"]), said.talk]).toEqual([
    0,
    "",
  ]);
  return JSON.parse(said.out);
}

test("a release large enough publishes rates, none of too few organisations or events", async () => {
  const rates = await asPublic((reader) => ratesOf(reader, NEWEST));
  const ofAll = rates.filter(({ group }) => group === "all").map(({ rate }) => rate);
  expect(ofAll).toEqual(expect.arrayContaining(["leave", "fill"]));
  for (const { organisations, people, events, low, value, high } of rates) {
    expect(organisations).toBeGreaterThanOrEqual(10);
    expect(people).toBeGreaterThanOrEqual(50);
    expect(events).toBeGreaterThanOrEqual(30);
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
  }
  // The sample's people leave less often than the default says, and its posts are filled sooner.
  expect(rates.find(({ rate }) => rate === "leave")?.value).toBeLessThan(0.95);
  expect(rates.find(({ rate }) => rate === "fill")?.value).toBeGreaterThan(1.7);
  // A first census has no year before it.
  expect(await asPublic((reader) => ratesOf(reader, 1))).toEqual([]);
});

test("its looks are by those rates, and the page says so", async () => {
  const { base, scene, place } = await asPublic(async (reader) => {
    const all = await placesOfRelease(reader, NEWEST);
    const release = (await releases(reader)).find(({ number }) => number === NEWEST);
    const figures = indexFigures(await totalsOfPlaces(reader, NEWEST, [UK]));
    return {
      base: await baseOf(reader, NEWEST, UK),
      place: all.find(({ code }) => code === UK),
      scene: { release, figures, places: new Map(all.map((one) => [one.code, one])) },
    };
  });
  const look = base?.look;
  if (!look || !place) throw new Error("There is no look");
  expect(look.estimated).toBe(true);
  const { chart, sentences } = firstLookOf(
    scene as unknown as Parameters<typeof firstLookOf>[0],
    place,
    look,
  );
  expect(chart.subtitle).toContain("at rates estimated from returns");
  expect(sentences.join(" ")).toContain("is estimated from the returns behind this release");
  expect(sentences.join(" ")).not.toMatch(
    /illustrative defaults: [^.]*leaving the profession before retirement/,
  );
});

test.each([UK, REGION])(
  "the command projects %s by the same rates, to the page's own figures",
  async (code) => {
    const look = (await asPublic((reader) => baseOf(reader, NEWEST, code)))?.look;
    const args = ["--release", "latest", "--place", code, "--runs", "200", "--seed", "1"];
    const { base, assumptions, places } = await projected(args);
    const years = places[0]?.groups[0]?.years ?? [];
    expect(look?.years).toHaveLength(11);
    expect(years.map(({ inPostWte: { expected, p5, p95 } }) => [expected, p5, p95])).toEqual(
      look?.years.map(({ inPostWte, low, high }) => [
        expect.closeTo(inPostWte, 9),
        expect.closeTo(low, 9),
        expect.closeTo(high, 9),
      ]),
    );
    expect(base).toMatchObject({
      kind: "release",
      release: NEWEST,
      ratesHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(assumptions.filter(({ from }) => from === "release").map(({ id }) => id)).toEqual(
      expect.arrayContaining(["leave-by-age", "fill-hazard"]),
    );
  },
);

test("an earlier release without rates runs on defaults, and says so", async () => {
  const { base, assumptions } = await projected(["--release", "1", "--place", UK, "--runs", "0"]);
  expect(base).toMatchObject({ release: 1, ratesHash: null });
  expect(assumptions.some(({ from }) => from === "release")).toBe(false);
});

test("comparison, drivers, tornado and goal seek take the release's rates too", async () => {
  const other = join(folder, "other.json");
  const lever = { id: "time-to-fill", from: 2027, reason: "r" };
  writeFileSync(
    other,
    JSON.stringify({
      format: "muster-scenario/1",
      title: "Filled sooner",
      horizon: 10,
      runs: 40,
      levers: [{ ...lever, value: 2 }],
    }),
  );
  const goal = join(folder, "goal.json");
  writeFileSync(
    goal,
    JSON.stringify({
      place: REGION,
      measure: "vacancyRate",
      year: 5,
      is: "at most",
      target: 0.03,
      confidence: 0.5,
      lever,
    }),
  );
  const args = ["--release", "latest", "--place", REGION, "--runs", "40"];
  const found = await projected([...args, "--against", other, "--tornado", "--goal", goal]);
  const expected = (of: Projection) => of.places[0]?.groups[0]?.years[10]?.inPostWte.expected ?? Number.NaN;
  const [driven] = found.comparison?.drivers ?? [];
  expect(driven?.before).toBeCloseTo(expected(found), 9);
  expect(found.tornado?.[0]?.centre).toBeCloseTo(expected(found), 9);
  expect(found.tornado?.[0]?.sways.some(({ from }) => from === "release")).toBe(true);
  const second = await projected([...args, "--runs", "0"], { levers: [{ ...lever, value: 2 }] });
  const difference = found.comparison?.differences.find(({ measure }) => measure === "inPostWte")?.years[10];
  expect(difference?.difference?.expected).toBeCloseTo(expected(second) - expected(found), 9);
  // At default rates, which fill posts half as fast, as many vacancies would ask for another time to fill.
  expect(found.goal?.answer.value).toBeGreaterThan(0);
});

test("looks from the releases before are scored, and the command shows the scores and the rates", async () => {
  const scores = await asPublic((reader) => scoresOf(reader, [NEWEST]));
  expect(scores.map(({ fromRelease }) => fromRelease)).toEqual(expect.arrayContaining([1]));
  said.out = "";
  expect(await scorecard(["--json"])).toBe(0);
  const shown = JSON.parse(said.out);
  expect(shown.release.number).toBe(NEWEST);
  expect(shown.rates).toEqual(await asPublic((reader) => ratesOf(reader, NEWEST)));
  expect(
    shown.scores.map((line: { measure: string; yearsAhead: number }) => [line.measure, line.yearsAhead]),
  ).toEqual(expect.arrayContaining([["in-post", 1]]));
});
