import { describe, expect, test } from "vitest";
import { populationOf } from "@/lib/supply/scenario.fixture";
import { sumPopulations } from "@/lib/supply/sum-populations";
import { wholeNation } from "./prepare-projection";
import { project } from "./project";
import { checkScenario } from "./read-scenario";

/** Sixty trainees; forty technologists to band 6 beside a hundred vacant posts, so that people are always too few. */
const NATION = wholeNation(
  sumPopulations([
    populationOf({ group: 6, ages: { 22: 60 } }),
    populationOf({ group: 3, ages: { 30: 40 }, vacant: 100 }),
  ]),
);

const set = (id: string, value: number, of: object = {}) => ({
  id,
  distribution: { kind: "fixed", value },
  source: "The test",
  reason: "The test",
  class: "assumption",
  ...of,
});
/** Nobody leaves for any other reason, and five people a year come from elsewhere. */
const QUIET = [
  ...["leave-by-age", "move", "retire-by-age"].map((id) => set(id, 0)),
  set("external-pool", 5, { role: "technologist_to_6" }),
];

const read = (document: object) =>
  checkScenario({ format: "muster-scenario/1", title: "Trainees", horizon: 6, runs: 0, ...document });
function groupsOf(document: object) {
  const scenario = read(document);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.problem));
  const [place] = project({ scenario: scenario.value, census: "2026-03-31", places: [NATION] }).places;
  return (group: string) => place?.groups.find((one) => one.group === group)?.years ?? [];
}

describe("trainees in post", () => {
  test("complete, empty their posts, which others fill, and are people whom a short group can have", () => {
    const of = groupsOf({
      assumptions: [
        ...QUIET,
        set("training-completion", 1 / 3),
        set("trainee-conversion", 0.5, { role: "technologist_to_6" }),
      ],
    });
    const first = of("trainee")[1];
    expect(first?.flows?.completed).toBeCloseTo(20, 9);
    expect(first?.flows?.left).toBe(0);
    // Emptied posts are filled again within the year as others are: g at φ = 1.57.
    const again = 1 - (1 - Math.exp(-1.57)) / 1.57;
    expect(first?.filledPosts.expected).toBeCloseTo(40 + 20 * again, 9);
    // Half of the twenty, and five from elsewhere.
    expect(of("technologist_to_6")[1]?.flows?.external).toBeCloseTo(15, 9);
    expect(of("technologist_to_6")[1]?.fillScale).toBeLessThan(1);
  });

  test("complete in histories as often as in the expectation", () => {
    const of = groupsOf({
      runs: 2000,
      assumptions: [
        ...QUIET,
        set("training-completion", 0.4),
        set("trainee-conversion", 0.9, { role: "technologist_to_6" }),
        set("fill-hazard", 1.57),
        set("return-share", 0),
        set("returned-exit", 0),
        set("leaving-multiplier", 1),
        set("retirement-multiplier", 1),
      ],
    });
    for (const group of ["trainee", "technologist_to_6"]) {
      for (const { year, filledPosts, departed } of of(group).slice(1)) {
        expect(Math.abs((filledPosts.p50 ?? 0) - filledPosts.expected), `${group} ${year}`).toBeLessThan(1.2);
        expect(Math.abs((departed?.p50 ?? 0) - (departed?.expected ?? 0)), `${group} ${year}`).toBeLessThan(
          1,
        );
      }
    }
  });

  test("stay what they are unless a scenario says that they complete; promotion does not move them", () => {
    const quiet = groupsOf({ assumptions: QUIET });
    const promoting = groupsOf({ assumptions: [...QUIET, set("promote", 0.2)] });
    expect(quiet("trainee").at(-1)?.filledPosts.expected).toBeCloseTo(60, 9);
    expect(promoting("trainee")).toEqual(quiet("trainee"));
  });

  test("cannot become more people than complete, and are of no role", () => {
    const over = read({
      assumptions: [
        set("trainee-conversion", 0.7, { role: "associate" }),
        set("trainee-conversion", 0.4, { role: "scientist_to_7" }),
      ],
    });
    expect(!over.ok && over.problem).toEqual([
      { path: "assumptions[0]", expected: expect.stringContaining("1 at most"), found: "1.1" },
    ]);
    const role = read({ assumptions: [set("training-completion", 0.3, { role: "manager" })] });
    expect(!role.ok && role.problem[0]?.path).toBe("assumptions[0].role");
  });
});

test("what is assumed of a programme may be spread, and each programme is drawn by itself", () => {
  const spread = (programme: string) => ({
    ...set("programme-starts", 0, { programme }),
    distribution: { kind: "uniform", low: 10, high: 50 },
  });
  const scenario = read({
    runs: 300,
    assumptions: [set("external-pool", 1, { role: "associate" }), spread("level_4"), spread("level_2")],
  });
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.problem));
  const nation = wholeNation(populationOf({ group: 5, ages: { 30: 10 }, vacant: 3000 }));
  const [place] = project({ scenario: scenario.value, census: "2026-03-31", places: [nation] }).places;
  const joined = place?.groups.find(({ group }) => group === "associate")?.years[4]?.joined;
  // 30 starts of each at the centre; drawn together they would spread by the sum of both, drawn apart by less.
  const each = { level_4: 0.75 * 0.85, level_2: 0.7 * 0.8 };
  const centre = 1 + 30 * (each.level_4 + each.level_2);
  expect(joined?.expected).toBeCloseTo(centre, 9);
  const width = (joined?.p95 ?? 0) - (joined?.p5 ?? 0);
  expect(width).toBeGreaterThan(0.9 * 40 * each.level_4);
  expect(width).toBeLessThan(0.95 * 40 * (each.level_4 + each.level_2));
});
