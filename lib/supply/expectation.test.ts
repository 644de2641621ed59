import { describe, expect, test } from "vitest";
import { AGE_COUNT, YOUNGEST } from "./ages";
import { compileLaw, refillProbability } from "./compile-law";
import { expectation } from "./expectation";
import { expectedYear } from "./expected-year";
import { GROUP_COUNT, GROUPS } from "./groups";
import { defaultPopulation, flat, populationOf, quietLaw } from "./scenario.fixture";
import { defaultLaw, lawsOverYears, type YearLaw } from "./year-law";

const nation = (population: Parameters<typeof expectation>[0], law: YearLaw, years = 1) =>
  expectation(population, compileLaw(lawsOverYears(law, years), "nation"), { collect: true });
const all = (value: number): number[] => new Array<number>(GROUP_COUNT).fill(value);
const nobodyFills = { fillHazard: all(0) };
const associate = GROUPS.findIndex(({ id }) => id === "associate");
const technologist = GROUPS.findIndex(({ id }) => id === "technologist_to_6");

describe("a year, by hand", () => {
  test("people who stay grow a year older, and the top age is open", () => {
    const end = expectedYear(nation(populationOf({ ages: { 40: 5, 74: 2, 75: 3 } }), quietLaw({})), 1);
    expect(end.ages[41 - YOUNGEST]).toBe(5);
    expect(end.ages[75 - YOUNGEST]).toBe(5);
    expect(end.filled).toBe(10);
  });

  test("causes compete: one hazard, shared out", () => {
    const law = quietLaw({ leave: flat(0.1), retire: flat(0.2), returnShare: 0, ...nobodyFills });
    const { flows, filled } = expectedYear(nation(populationOf({ ages: { 60: 100 } }), law), 1);
    const [leave, retire] = [-Math.log(0.9), -Math.log(0.8)];
    expect(filled).toBeCloseTo(72, 9);
    expect(flows?.left).toBeCloseTo((28 * leave) / (leave + retire), 9);
    expect(flows?.retired).toBeCloseTo((28 * retire) / (leave + retire), 9);
  });

  test.each<[string, Partial<YearLaw>]>([
    ["on leaving", { leave: flat(0.1), leavingMultiplier: 2 }],
    ["of an organisation", { leave: flat(0.1), organisationLeaving: 2 }],
    ["on retiring", { retire: flat(0.1), retirementMultiplier: 2, returnShare: 0 }],
  ])("multipliers %s act on hazards: twice 0.1 is 1 − 0.9², not 0.2", (_, of) => {
    const run = nation(populationOf({ ages: { 40: 100 } }), quietLaw({ ...of, ...nobodyFills }));
    expect(expectedYear(run, 1).filled).toBeCloseTo(81, 9);
  });

  test("a vacant post is filled with probability 1 − e^−φ, one emptied in the year with g", () => {
    const law = quietLaw({ leave: flat(0.5), fillHazard: all(2) });
    const { flows, vacant } = expectedYear(nation(populationOf({ ages: { 40: 100 }, vacant: 10 }), law), 1);
    const [f, g] = [1 - Math.exp(-2), 1 - (1 - Math.exp(-2)) / 2];
    expect(flows?.external).toBeCloseTo(10 * f + 50 * g, 9);
    expect(vacant).toBeCloseTo(10 * (1 - f) + 50 * (1 - g), 9);
  });

  test("entrants have the entry profile's ages at the year's end", () => {
    const law = defaultLaw();
    const end = expectedYear(
      nation(populationOf({ ages: {}, vacant: 10 }), { ...law, fillHazard: all(700) }),
      1,
    );
    expect(end.filled).toBeCloseTo(10, 9);
    for (const age of [18, 31, 60]) {
      expect(end.ages[age - YOUNGEST]).toBeCloseTo(10 * (law.entryAges[age - YOUNGEST] ?? 0), 9);
    }
    expect(end.ages[17 - YOUNGEST]).toBe(0);
    expect(end.ages[61 - YOUNGEST]).toBe(0);
  });

  test("frozen posts are not filled, and their share of the vacancies stays", () => {
    const law = quietLaw({ fillHazard: all(700) });
    const start = populationOf({ ages: { 40: 10 }, vacant: 8, frozenShare: 0.25 });
    const run = nation(start, law, 2);
    expect(expectedYear(run, 1).vacant).toBeCloseTo(2, 9);
    expect(expectedYear(run, 1).frozen).toBeCloseTo(0.5, 9);
    expect(expectedYear(run, 2).vacant).toBeCloseTo(0.5, 9);
  });

  test("a post emptied in the year is not frozen before its end", () => {
    const law = quietLaw({ leave: flat(0.5), fillHazard: all(2) });
    const start = populationOf({ ages: { 40: 100 }, vacant: 10, frozenShare: 1 });
    const { flows } = expectedYear(nation(start, law), 1);
    expect(flows?.external).toBeCloseTo(50 * refillProbability(2), 9);
  });

  test("growth adds vacant posts at the start, which are filled in the year", () => {
    const law = quietLaw({ growth: all(0.1), fillHazard: all(1) });
    const end = expectedYear(nation(populationOf({ ages: { 40: 90 }, vacant: 10 }), law), 1);
    expect(end.filled + end.vacant).toBeCloseTo(110, 9);
    expect(end.flows?.external).toBeCloseTo(20 * (1 - Math.exp(-1)), 9);
    expect(end.establishmentWte).toBeCloseTo(110, 9);
  });

  test("shrinkage closes vacant posts at the year's end, frozen ones first, and carries the rest", () => {
    const law = quietLaw({ growth: all(-0.05), ...nobodyFills });
    const start = populationOf({ ages: { 40: 92 }, vacant: 8, frozenShare: 0.75 });
    const run = nation(start, law, 3);
    const [one, two] = [expectedYear(run, 1), expectedYear(run, 2)];
    // Five of a hundred: five of the six frozen posts.
    expect([one.vacant, one.frozen]).toEqual([expect.closeTo(3, 9), expect.closeTo(1, 9)]);
    // 4.75 of 95, but three are vacant: 1.75 are owed.
    expect([two.vacant, two.frozen, two.filled]).toEqual([0, 0, 92]);
    expect(two.establishmentWte).toBeCloseTo(92, 9);
  });

  test("what could not be closed is closed when posts fall empty", () => {
    const laws = [
      quietLaw({ growth: all(-0.1), ...nobodyFills }),
      quietLaw({ leave: flat(0.5), ...nobodyFills }),
    ];
    const run = expectation(populationOf({ ages: { 40: 100 } }), compileLaw(laws, "nation"));
    expect(expectedYear(run, 1).filled).toBe(100);
    expect(expectedYear(run, 2).vacant).toBeCloseTo(40, 9);
  });

  test("after s of the retirements the same person goes on, at 0.8 of the hours, and may leave from the next year", () => {
    const retire = flat(0.5);
    const law = quietLaw({ retire, returnShare: 0.4, returnedExit: 0.3, ...nobodyFills });
    const run = nation(populationOf({ ages: { 64: 100 } }), law, 2);
    const [one, two] = [expectedYear(run, 1), expectedYear(run, 2)];
    expect([one.filled, one.returned, one.vacant]).toEqual([70 + 0, 20, 30].map((v) => expect.closeTo(v, 9)));
    expect(one.flows?.retired).toBeCloseTo(30, 9);
    expect(one.flows?.retiredAndReturned).toBeCloseTo(20, 9);
    expect(one.inPostWte).toBeCloseTo(50 + 20 * 0.8, 9);
    expect(one.flows?.returnedLeft).toBe(0);
    expect(two.flows?.returnedLeft).toBeCloseTo(6, 9);
    expect(two.returned).toBeCloseTo(14 + 10, 9);
  });

  test("moves empty an organisation's posts and not the nation's", () => {
    const law = quietLaw({ move: flat(0.1), ...nobodyFills });
    const start = populationOf({ ages: { 40: 100 } });
    const whole = nation(start, law);
    expect(expectedYear(whole, 1).filled).toBe(100);
    expect(expectedYear(whole, 1).flows?.moved).toBeCloseTo(10, 9);
    const own = expectation(start, compileLaw([law], "organisation"), { shared: whole.shared });
    expect(expectedYear(own, 1).filled).toBeCloseTo(90, 9);
  });

  test("movers bring the ages of the nation's movers, a year older", () => {
    const law = quietLaw({ move: flat(0.1), fillHazard: all(700) });
    const whole = nation(populationOf({ ages: { 50: 100 } }), law);
    const own = expectation(populationOf({ ages: {}, vacant: 10 }), compileLaw([law], "organisation"), {
      shared: whole.shared,
    });
    const end = expectedYear(own, 1);
    expect(end.ages[51 - YOUNGEST]).toBeCloseTo(10, 9);
    expect(end.flows?.movedIn).toBeCloseTo(10, 9);
  });

  test("an organisation without a nation's run is refused", () => {
    const law = compileLaw([defaultLaw()], "organisation");
    expect(() => expectation(defaultPopulation(10), law)).toThrow("need a nation's");
  });

  test.each([Number.NaN, -0.1, 1.1])("a probability of %d is refused", (leave) => {
    expect(() => compileLaw([quietLaw({ leave: flat(leave) })], "nation")).toThrow("not between 0 and 1");
  });
});

describe("promotion", () => {
  const law = (of: Partial<YearLaw> = {}) => quietLaw({ promote: flat(0.1), fillHazard: all(700), ...of });
  const associates = { group: associate, ages: { 30: 100 } };

  test("fills vacant posts of the next group before anybody from outside, a year older", () => {
    const run = nation(populationOf(associates, { group: technologist, ages: {}, vacant: 15 }), law());
    const above = expectedYear(run, 1, [technologist]);
    expect(above.filled).toBeCloseTo(15, 9);
    expect(above.flows?.promotedIn).toBeCloseTo(10, 9);
    expect(above.flows?.external).toBeCloseTo(5, 9);
    const outside = 5 * (defaultLaw().entryAges[31 - YOUNGEST] ?? 0);
    expect(above.ages[31 - YOUNGEST]).toBeCloseTo(10 + outside, 9);
  });

  test("stops where the posts stop: the rest stay where they are", () => {
    const run = nation(populationOf(associates, { group: technologist, ages: {}, vacant: 4 }), law());
    expect(expectedYear(run, 1, [technologist]).flows?.external).toBe(0);
    const below = expectedYear(run, 1, [associate]);
    expect(below.flows?.promotedOut).toBeCloseTo(4, 9);
    // Four posts fell empty, and are as good as all filled again in the year.
    expect(below.filled).toBeCloseTo(96 + 4 * refillProbability(700), 9);
    expect(below.ages[31 - YOUNGEST]).toBeGreaterThan(96);
  });

  test("cannot lead off the top of a ladder", () => {
    const top = GROUPS.findIndex(({ next }) => next === null);
    const run = nation(
      populationOf({ group: top, ages: { 30: 100 } }),
      law({ leave: flat(0.5), ...nobodyFills }),
    );
    expect(expectedYear(run, 1).filled).toBeCloseTo(50, 9);
  });

  test("reaches an organisation in the nation's proportions", () => {
    const whole = nation(populationOf(associates, { group: technologist, ages: {}, vacant: 20 }), law());
    const own = populationOf({ group: technologist, ages: {}, vacant: 2 });
    const end = expectedYear(
      expectation(own, compileLaw([law()], "organisation"), { shared: whole.shared }),
      1,
    );
    expect(end.flows?.promotedIn).toBeCloseTo(1, 9);
    expect(end.flows?.external).toBeCloseTo(1, 9);
  });
});

test("year 0 is the population that was given, to the last digit", () => {
  const start = populationOf({
    ages: { 33: 1.25, 57: 2 },
    returnedAges: { 66: 0.5 },
    vacant: 1.5,
    frozenShare: 0.2,
  });
  const now = expectedYear(nation(start, defaultLaw()), 0);
  expect([now.filled, now.returned, now.vacant, now.frozen]).toEqual(
    [3.75, 0.5, 1.5, 0.3].map((v) => expect.closeTo(v, 12)),
  );
  expect(now.inPostWte).toBe(3.25 + 0.5 * 0.8);
  expect(now.establishmentWte).toBe(start.groups[0]?.establishmentWte);
  expect(now.ages[33 - YOUNGEST]).toBe(1.25);
  expect(now.share55).toBeCloseTo(2.5 / 3.75, 12);
  expect(now.flows).toBeNull();
  expect(now.ages).toHaveLength(AGE_COUNT);
});
