import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allFiguresOf } from "@/db/queries/published/figures";
import { inTransaction } from "@/db/transaction";
import type { Figure } from "@/lib/disclosure/figure";
import { project } from "@/lib/scenarios/project";
import { checkScenario } from "@/lib/scenarios/read-scenario";
import { releaseToProject } from "@/lib/services/published/release-to-project";
import { YOUNGEST } from "@/lib/supply/ages";
import { referenceExpectation } from "@/lib/supply/expectation.fixture";
import { fitBase } from "@/lib/supply/fit-base";
import { defaultLaw } from "@/lib/supply/year-law";
import { type ServiceSite, serviceSite, value } from "../support/service-site";

let at: ServiceSite;
/** The public figures of the newest release, as its files have them. */
let figures: Figure[] = [];
const NEWEST = 3;

beforeAll(async () => {
  at = await serviceSite("sample");
  figures = await inTransaction(at.site.pool, { role: "muster_public" }, (reader) =>
    allFiguresOf(reader, NEWEST),
  );
});
afterAll(() => at?.close());

const of = (place: string) =>
  figures.filter((one) => one.place === place && one.audience === "public" && one.basis === "returned");
const number = (place: string, measure: string) =>
  of(place).find((one) => one.measure === measure && one.dimension === "all")?.value ?? Number.NaN;

const scenario = (more: object = {}) => {
  const read = checkScenario({ format: "muster-scenario/1", title: "T", horizon: 6, runs: 0, ...more });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
};
const asked = (places: string[], release: number | "latest" = "latest") =>
  releaseToProject(at.site, { release, path: "--release", places });

test.each(["K02000001", "E92000001", "Y56"])(
  "%s is projected from its published figures alone, as a plain twin projects a fit of them",
  async (code) => {
    const { release, places } = value(await asked([code]));
    expect(release.number).toBe(NEWEST);
    const [projected] = project({ scenario: scenario(), census: release.census, places }).places;
    const years = projected?.groups[0]?.years ?? [];
    const fit = fitBase(of(code));
    if (!fit.ok) throw new Error(fit.problem.message);
    const twin = referenceExpectation(fit.value.population, new Array(6).fill(defaultLaw()), "nation");
    const wteOf = ({ group, age, state, count }: (typeof twin)[number]["people"][number]) => {
      const stock = fit.value.population.groups[group];
      return count * ((state === "first" ? stock?.wteFirst : stock?.wteReturned)?.[age - YOUNGEST] ?? 0);
    };
    expect(years.map(({ inPostWte }) => inPostWte.expected)).toEqual(
      twin.map(({ people }) =>
        expect.closeTo(
          people.reduce((sum, one) => sum + wteOf(one), 0),
          6,
        ),
      ),
    );
    const [census] = years;
    expect(census?.inPostWte.expected).toBeCloseTo(number(code, "in-post"), 6);
    expect(census?.establishmentWte).toBeCloseTo(number(code, "establishment"), 6);
    expect(census?.fundedGap?.wte).toBeCloseTo(number(code, "establishment") - number(code, "in-post"), 6);
    expect(census?.workloadGap?.wte).toBeCloseTo(
      number(code, "requirement-compared") - number(code, "in-post-compared"),
      6,
    );
  },
);

test("a release before is projected as it was, at its own census", async () => {
  const { release, places } = value(await asked(["K02000001"], 2));
  expect([release.number, release.census]).toEqual([2, "2025-03-31"]);
  expect(places.map(({ code, name }) => [code, name])).toEqual([["K02000001", "United Kingdom"]]);
});

test("what would change the work has no answer here, and says so", async () => {
  const { release, places } = value(await asked(["K02000001"]));
  const lever = { id: "device-growth", from: 2027, value: 0.1, reason: "r" };
  const { places: projected, warnings } = project({
    scenario: scenario({ levers: [lever] }),
    census: release.census,
    places,
  });
  expect(projected[0]?.requirement).toBeNull();
  expect(projected[0]?.groups[0]?.years[0]?.workloadGap).toBeNull();
  expect(warnings.join(" ")).toContain("levers[0] (device-growth) moves what the work requires");
});

describe("refuses with where, what was expected and what was found", () => {
  test.each<[string, string[], number | "latest", RegExp]>([
    [
      "a release that there is not",
      ["K02000001"],
      99,
      /--release: expected one of the releases 1, 2, 3; found 99\./,
    ],
    [
      "a place that there is not",
      ["K02000001", "ZZZ"],
      "latest",
      /--place \(2 of 2\): expected the code of a place of release 3, such as .*; found ZZZ\./,
    ],
    [
      "an organisation",
      ["ZS003"],
      "latest",
      /--place \(1 of 1\): expected a board or a place above it.*; found ZS003\./,
    ],
  ])("%s", async (_, places, release, message) => {
    const found = await asked(places, release);
    expect(found.ok ? "found" : found.problem.message).toMatch(message);
  });
});
