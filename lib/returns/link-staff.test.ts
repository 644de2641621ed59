import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { deviceBridge, establishmentBridge, inPostBridge } from "./bridge";
import { compareFlows, flowsInWords } from "./compare-flows";
import { linkPeople, linkPosts } from "./link-staff";

type Line = Parameters<typeof linkPeople>[0][number] & { establishment_wte: number | null };

const line = (changes: Partial<Line> = {}): Line => ({
  line_type: "person",
  post_ref: "P1",
  person_key: "anna",
  organisation_code: "RJ1",
  employer_organisation_code: null,
  afc_band: "6",
  establishment_wte: 1,
  in_post_wte: 1,
  headcount: 1,
  ...changes,
});
const vacancy = (post_ref: string | null, changes: Partial<Line> = {}): Line =>
  line({ line_type: "vacancy", post_ref, person_key: null, in_post_wte: null, headcount: null, ...changes });
const unnamed = (changes: Partial<Line> = {}) => line({ person_key: null, post_ref: null, ...changes });

describe("people of two censuses", () => {
  const nobody = {
    before: 1,
    now: 1,
    stayed: 1,
    joiners: 0,
    leavers: 0,
    movers: 0,
    promotions: 0,
    bandDown: 0,
    notLinkedBefore: 0,
    notLinkedNow: 0,
  };
  test.each([
    ["the same person in the same post", [line()], [line()], {}],
    ["a joiner", [line()], [line(), line({ person_key: "ben", post_ref: "P2" })], { now: 2, joiners: 1 }],
    ["a leaver", [line(), line({ person_key: "ben" })], [line()], { before: 2, leavers: 1 }],
    ["a mover", [line()], [line({ post_ref: "P2" })], { movers: 1 }],
    ["a reference in another case", [line()], [line({ post_ref: "p1" })], {}],
    ["a post that has no reference now", [line()], [line({ post_ref: null })], {}],
    ["a promotion in the same post", [line()], [line({ afc_band: "7" })], { promotions: 1 }],
    ["a lower band", [line({ afc_band: "8a" })], [line({ afc_band: "7" })], { bandDown: 1 }],
    ["another pay scale", [line()], [line({ afc_band: "other" })], {}],
    [
      "a second, smaller post",
      [line()],
      [line({ post_ref: "P9", in_post_wte: 0.2, afc_band: "8a" }), line({ in_post_wte: 0.8 })],
      {},
    ],
    [
      "the same key at another employer, who is another person",
      [line()],
      [line({ employer_organisation_code: "RJ2" })],
      { stayed: 0, joiners: 1, leavers: 1 },
    ],
    [
      "people without a key, who neither joined nor left",
      [line(), unnamed(), unnamed({ line_type: "group", headcount: 4 })],
      [line(), unnamed()],
      { notLinkedBefore: 5, notLinkedNow: 1 },
    ],
    ["vacancies, which are nobody", [line(), vacancy("P2")], [line()], {}],
  ] as const)("%s", (_, before, now, changes) => {
    expect(linkPeople(before, now)).toEqual({ ...nobody, ...changes });
  });
});

describe("posts of two censuses", () => {
  const one = {
    before: 1,
    now: 1,
    added: 0,
    removed: 0,
    lostReference: 0,
    filled: 0,
    vacated: 0,
    notLinkedBefore: 0,
    notLinkedNow: 0,
  };
  test.each([
    ["held by somebody else", [line()], [line({ person_key: "ben" })], {}],
    ["added", [line()], [line(), vacancy("P2")], { now: 2, added: 1 }],
    ["removed", [line(), vacancy("P2")], [line()], { before: 2, removed: 1 }],
    ["filled", [vacancy("P1")], [line()], { filled: 1 }],
    ["vacated", [line()], [vacancy("P1")], { vacated: 1 }],
    [
      "without a reference, which are none that vanished",
      [line(), vacancy(null, { headcount: 3 }), unnamed()],
      [line()],
      { notLinkedBefore: 4 },
    ],
    [
      "whose reference was left blank, which is not known to be gone",
      [line(), vacancy("P2"), vacancy("P3")],
      [line(), vacancy(null)],
      { before: 3, removed: 1, lostReference: 1, notLinkedNow: 1 },
    ],
    [
      "budgets and groups, which are no single posts",
      [line(), line({ line_type: "budget", post_ref: "B1" })],
      [line()],
      {},
    ],
  ] as const)("%s", (_, before, now, changes) => {
    expect(linkPosts(before, now)).toEqual({ ...one, ...changes });
  });
});

const wte = fc.integer({ min: 0, max: 150_000 }).map((units) => units / 100_000);
const anyLine: fc.Arbitrary<Line> = fc.record({
  line_type: fc.constantFrom("person", "group", "vacancy", "budget"),
  post_ref: fc.option(fc.constantFrom("P1", "P2", "p2", "P3", "P4"), { nil: null }),
  person_key: fc.option(fc.constantFrom("anna", "ben", "cleo"), { nil: null }),
  organisation_code: fc.constant("RJ1"),
  employer_organisation_code: fc.option(fc.constantFrom("RJ2"), { nil: null }),
  afc_band: fc.constantFrom("5", "6", "7", "other"),
  establishment_wte: fc.option(wte, { nil: null }),
  in_post_wte: fc.option(wte, { nil: null }),
  headcount: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
});
const lines = fc.array(anyLine, { maxLength: 12 });

it("finds no movement in the same file twice", () => {
  fc.assert(
    fc.property(lines, (file) => {
      const { joiners, leavers, movers, promotions, bandDown } = linkPeople(file, file);
      const { added, removed, filled, vacated } = linkPosts(file, file);
      expect([joiners, leavers, movers, promotions, bandDown, added, removed, filled, vacated]).toEqual(
        Array(9).fill(0),
      );
      expect(establishmentBridge(file, file).steps.every(({ value }) => value === 0)).toBe(true);
    }),
  );
});

it("makes joiners less leavers the change of linked people, and posts added less removed that of linked posts", () => {
  fc.assert(
    fc.property(lines, lines, (before, now) => {
      const people = linkPeople(before, now);
      expect(people.joiners - people.leavers).toBe(people.now - people.before);
      expect(people.stayed + people.leavers).toBe(people.before);
      const back = linkPeople(now, before);
      expect([back.joiners, back.promotions]).toEqual([people.leavers, people.bandDown]);
      const posts = linkPosts(before, now);
      expect(posts.added - posts.removed - posts.lostReference).toBe(posts.now - posts.before);
    }),
  );
});

it("says that keys made with another key link nobody, in place of saying that everybody left and joined", () => {
  const people = linkPeople(
    [line(), line({ person_key: "ben", post_ref: "P2" })],
    [line({ person_key: "x1" }), line({ person_key: "x2", post_ref: "P2" })],
  );
  const said = { joiners: 0, leavers: 0, movers: 0 };
  expect(compareFlows(people, said).map(({ linked }) => linked)).toEqual(Array(5).fill(null));
  expect(flowsInWords(people, said)).toEqual([
    expect.stringContaining("None of the 2 people with a person key last year is found again among 2 now"),
  ]);
});

it("names people whose keys are known to be made with another key, and says nothing of them", () => {
  const nobody = linkPeople([], []);
  expect(flowsInWords(nobody, null, { before: 12, now: 11 })).toEqual([
    expect.stringMatching(/^The person keys of 11 people now and 12 last year were made with different keys/),
  ]);
  const some = linkPeople([line()], [line()]);
  expect(flowsInWords(some, null, { before: 1, now: 1 })).toEqual([
    "No flows file was sent, so this is what people's keys say alone.",
    expect.stringMatching(/^The person keys of 1 person now and 1 last year were made with different keys/),
  ]);
});

const inUnits = (value: number) => Math.round(value * 100_000);

it("closes every bridge: the start and all steps make the end", () => {
  fc.assert(
    fc.property(lines, lines, (before, now) => {
      for (const bridge of [establishmentBridge(before, now), inPostBridge(before, now)])
        expect(bridge.steps.reduce((sum, { value }) => sum + inUnits(value), inUnits(bridge.start))).toBe(
          inUnits(bridge.end),
        );
    }),
  );
  const count = fc.option(fc.nat(1_000_000), { nil: null });
  const moves = fc.record({
    start: fc.nat(1_000_000),
    end: fc.nat(1_000_000),
    steps: fc.array(fc.record({ id: fc.string(), title: fc.string(), value: count }), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(moves, (given) => {
      const { start, steps, end } = deviceBridge(given);
      expect(steps.reduce((sum, { value }) => sum + value, start)).toBe(end);
    }),
  );
});

it("tells a post that was filled from one that was added", () => {
  const before = [
    line(),
    vacancy("P2"),
    line({ post_ref: "P3", person_key: "cleo" }),
    unnamed({ establishment_wte: 2 }),
  ];
  const now = [
    line({ establishment_wte: 0.8, in_post_wte: 0.6 }),
    line({ post_ref: "P2", person_key: "ben" }),
    vacancy("P3"),
    line({ post_ref: "P4", person_key: "dan", establishment_wte: 0.5, in_post_wte: 0.5 }),
    unnamed({ establishment_wte: 3 }),
  ];
  const told = ({ start, steps, end }: ReturnType<typeof inPostBridge>) => [
    start,
    ...steps.map(({ id, value, rows }) => `${id} ${value} ${rows}`),
    end,
  ];
  expect(told(establishmentBridge(before, now))).toEqual([
    5,
    "added 0.5 1",
    "size -0.2 1",
    "not-linked 1 null",
    6.3,
  ]);
  expect(told(inPostBridge(before, now))).toEqual([
    3,
    "filled 1 1",
    "vacated -1 1",
    "added 0.5 1",
    "size -0.4 1",
    "not-linked 0 null",
    3.1,
  ]);
});
