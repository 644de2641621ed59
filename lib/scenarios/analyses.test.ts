import { describe, expect, test } from "vitest";
import { populationFromPosts, type WorkforceLine } from "@/lib/supply/population-from-posts";
import { compareScenarios } from "./compare-scenarios";
import { driversOf } from "./drivers";
import { goalSeek } from "./goal-seek";
import type { PlaceToProject } from "./prepare-projection";
import { project } from "./project";
import { checkScenario } from "./read-scenario";
import type { Scenario } from "./scenario";
import { tornado } from "./tornado";

const line = (of: Partial<WorkforceLine>): WorkforceLine => ({
  line_type: "group",
  role: "clinical_technologist",
  specialism: "equipment_management",
  afc_band: "6",
  age_band: "30_34",
  headcount: 10,
  in_post_wte: 10,
  establishment_wte: 10,
  vacancy_state: null,
  ...of,
});
const { population, pensionMix, notes } = populationFromPosts([
  line({}),
  line({ age_band: "45_49" }),
  line({ age_band: "60_64", headcount: 6, in_post_wte: 6, establishment_wte: 6 }),
  line({
    line_type: "vacancy",
    age_band: null,
    headcount: 3,
    in_post_wte: null,
    establishment_wte: 3,
    vacancy_state: "advertised",
  }),
]);
const place: PlaceToProject = {
  code: "A",
  name: null,
  view: "organisation",
  within: [],
  population,
  pensionMix,
  notes,
  standardHours: () => 37.5,
  requirement: null,
};
const asked = { census: "2026-03-31", places: [place] };
function scenarioOf(document: object): Scenario {
  const read = checkScenario({
    format: "muster-scenario/1",
    title: "A test",
    horizon: 8,
    runs: 200,
    ...document,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}
const lever = (of: object) => ({ from: 2027, reason: "r", ...of });
const usual = scenarioOf({});
const changed = scenarioOf({
  levers: [
    lever({ id: "retention", value: 0.6 }),
    lever({ id: "time-to-fill", value: 4 }),
    lever({ id: "establishment", value: 0.03, to: 2030 }),
  ],
  assumptions: [
    {
      id: "return-share",
      distribution: { kind: "fixed", value: 0.5 },
      source: "t",
      reason: "t",
      class: "assumption",
    },
  ],
});
const wteOf = (scenario: Scenario, year = 8) =>
  project({ ...asked, scenario: { ...scenario, runs: 0 } }).places[0]?.groups[0]?.years[year]?.inPostWte
    .expected ?? Number.NaN;

describe("comparison", () => {
  test("is nought against itself, in every history", () => {
    const { differences, onlyInFirst, onlyInSecond } = compareScenarios(asked, changed, changed);
    expect([...onlyInFirst.levers, ...onlyInSecond.assumptions]).toEqual([]);
    for (const { years } of differences)
      for (const { difference } of years)
        expect(difference).toEqual({ expected: 0, p5: 0, p25: 0, p50: 0, p75: 0, p95: 0 });
  });

  test("is the difference of the expectations, and narrower than two luckless ones", () => {
    const { differences, onlyInSecond } = compareScenarios(asked, usual, changed);
    const wte = differences.find(({ measure }) => measure === "inPostWte")?.years.at(-1);
    expect(wte?.difference?.expected).toBeCloseTo(wteOf(changed) - wteOf(usual), 10);
    expect(wte?.share).toBeGreaterThan(0.9);
    expect(onlyInSecond.levers).toHaveLength(3);
    expect(onlyInSecond.assumptions.map(({ id }) => id)).toEqual(["return-share"]);
    const start = differences.map(({ years }) => years[0]?.difference?.expected);
    expect(start).toEqual(start.map(() => 0));
  });
});

describe("drivers", () => {
  const about = { place: "A", measure: "inPostWte", year: 8 } as const;

  test("add up to the change, whatever the order in which the changes are written", () => {
    const found = driversOf(asked, { first: usual, second: changed, ...about });
    expect(found?.drivers).toHaveLength(4);
    const sum = found?.drivers.reduce((all, { effect }) => all + effect, 0);
    expect(sum).toBeCloseTo(wteOf(changed) - wteOf(usual), 9);
    const turned = { ...changed, levers: [...changed.levers].reverse() };
    const again = driversOf(asked, { first: usual, second: turned, ...about });
    for (const { id, effect } of found?.drivers ?? [])
      expect(again?.drivers.find((one) => one.id === id)?.effect).toBeCloseTo(effect, 10);
  });

  test("of one change are the change, of a change that does nothing are nought, and back again the other way", () => {
    const one = scenarioOf({ levers: [lever({ id: "retention", value: 0.6 })] });
    const found = driversOf(asked, { first: usual, second: one, ...about });
    expect(found?.drivers).toEqual([
      {
        what: "lever",
        id: "retention",
        path: "levers[0]",
        effect: (found?.after ?? 0) - (found?.before ?? 0),
      },
    ]);
    const back = driversOf(asked, { first: one, second: usual, ...about });
    expect(back?.drivers[0]?.effect).toBeCloseTo(-(found?.drivers[0]?.effect ?? 0), 12);
    const idle = scenarioOf({ levers: [...one.levers, lever({ id: "device-growth", value: 0.1 })] });
    expect(driversOf(asked, { first: usual, second: idle, ...about })?.drivers.at(-1)?.effect).toBeCloseTo(
      0,
      12,
    );
  });

  test("of more than eight changes are told together where they are many", () => {
    const roles = [
      "clinical_scientist",
      "professional_engineer",
      "clinical_technologist",
      "associate",
      "trainee",
      "manager",
      "support",
    ];
    const many = scenarioOf({
      levers: [
        ...roles.map((role) => lever({ id: "time-to-fill", role, value: 5 })),
        ...roles.map((role) => lever({ id: "retention", role, value: 0.9 })),
      ],
    });
    const found = driversOf(asked, { first: usual, second: many, ...about });
    expect(found?.drivers).toHaveLength(8);
    expect(found?.drivers.reduce((all, { effect }) => all + effect, 0)).toBeCloseTo(
      (found?.after ?? 0) - (found?.before ?? 0),
      9,
    );
  });
});

test("the tornado has every uncertain assumption at its own ends, the widest first", () => {
  const found = tornado({ ...asked, scenario: usual }, { place: "A", measure: "inPostWte", year: 8 });
  expect(found?.centre).toBeCloseTo(wteOf(usual), 12);
  const widths = found?.sways.map(({ measure: { low, high } }) => Math.abs(high - low)) ?? [];
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
  const leaving = found?.sways.find(({ id }) => id === "leaving-multiplier");
  const set = scenarioOf({
    assumptions: [
      {
        id: "leaving-multiplier",
        distribution: { kind: "fixed", value: leaving?.at.high },
        source: "t",
        reason: "t",
        class: "assumption",
      },
    ],
  });
  expect(leaving?.measure.high).toBeCloseTo(wteOf(set), 10);
  expect(leaving?.measure.high).toBeLessThan(leaving?.measure.low ?? 0);
});

describe("goal seek", () => {
  const goal = {
    place: "A",
    measure: "inPostWte",
    year: 6,
    is: "at least",
    target: 27,
    confidence: 0.6,
    lever: { id: "establishment", from: 2027, reason: "r" },
  } as const;

  test("finds the least growth with which enough histories reach the target", () => {
    const found = goalSeek({ ...asked, scenario: usual }, goal);
    if (!found.ok) throw new Error(found.problem.message);
    expect(found.value.reached).toBeGreaterThanOrEqual(0.6);
    const with_ = (value: number) => {
      const scenario = scenarioOf({ horizon: 6, levers: [{ ...goal.lever, value }] });
      return project({ ...asked, scenario }).places[0]?.groups[0]?.years[6]?.inPostWte;
    };
    expect(with_(found.value.value + 0.02)?.p25).toBeGreaterThan(
      with_(Math.max(0, found.value.value - 0.02))?.p25 ?? 0,
    );
    const { low, high } = found.value.between;
    expect(low).toBeLessThanOrEqual(found.value.value);
    expect(high ?? Number.NaN).toBeGreaterThanOrEqual(found.value.value);
  });

  test("says so where it is out of reach, and where there is nothing to do", () => {
    expect(goalSeek({ ...asked, scenario: usual }, { ...goal, target: 500 })).toMatchObject({
      ok: false,
      problem: { code: "goal-out-of-reach" },
    });
    expect(goalSeek({ ...asked, scenario: usual }, { ...goal, target: 1 })).toMatchObject({
      ok: true,
      value: { value: 0, reached: 1 },
    });
    expect(goalSeek({ ...asked, scenario: usual }, { ...goal, place: "B" })).toMatchObject({ ok: false });
  });
});
