import { describe, expect, it } from "vitest";
import { exitOf, exitsOfFlows, type FlowLine } from "./exits-of-flows";
import { fillsOfPosts } from "./fills-of-posts";
import type { PersonLine } from "./people-at-risk";

const flow = (some: Partial<FlowLine>): FlowLine => ({
  organisation_code: "RJ1",
  direction: "leaver",
  role: "clinical_technologist",
  afc_band: "5",
  band_from: null,
  band_to: null,
  age_band: "30_34",
  headcount: 1,
  destination: null,
  reason: null,
  ...some,
});
const line = (some: Partial<PersonLine>): PersonLine => ({
  organisation_code: "RJ1",
  line_type: "person",
  post_ref: null,
  person_key: null,
  role: "clinical_technologist",
  afc_band: "5",
  age_band: "30_34",
  headcount: 1,
  in_post_wte: 1,
  vacancy_state: null,
  ...some,
});

const [TO_6, FROM_7, ASSOCIATE] = [3, 4, 5];

describe("exitOf", () => {
  it.each<[string, Partial<FlowLine>, ReturnType<typeof exitOf>]>([
    [
      "somebody who left for industry",
      { destination: "industry", reason: "pay" },
      { group: TO_6, cause: "leave" },
    ],
    [
      "somebody who left for another service",
      { destination: "same_organisation_other_service" },
      { group: TO_6, cause: "leave" },
    ],
    ["somebody of whom no more is told", {}, { group: TO_6, cause: "leave" }],
    [
      "somebody who went to another trust",
      { destination: "other_nhs", reason: "relocation" },
      { group: TO_6, cause: "move" },
    ],
    [
      "a rise elsewhere within the group",
      { destination: "other_nhs", reason: "promotion" },
      { group: TO_6, cause: "move" },
    ],
    [
      "a rise elsewhere out of it",
      { destination: "other_nhs", reason: "promotion", afc_band: "6" },
      { group: TO_6, cause: "promote" },
    ],
    ["a retirement", { reason: "retirement", afc_band: "7" }, { group: FROM_7, cause: "retire" }],
    [
      "a retirement after which the person returned",
      { reason: "retired_and_returned" },
      { group: TO_6, cause: "retire" },
    ],
    [
      "a retirement to another trust",
      { reason: "retirement", destination: "other_nhs" },
      { group: TO_6, cause: "retire" },
    ],
    [
      "a promotion",
      { direction: "mover", afc_band: null, band_from: "6", band_to: "7" },
      { group: TO_6, cause: "promote" },
    ],
    [
      "an associate’s promotion",
      { direction: "mover", afc_band: null, band_from: "4", band_to: "5" },
      { group: ASSOCIATE, cause: "promote" },
    ],
    ["a rise within a group", { direction: "mover", afc_band: null, band_from: "5", band_to: "6" }, null],
    ["a step down", { direction: "mover", afc_band: null, band_from: "7", band_to: "6" }, null],
    ["a joiner", { direction: "joiner" }, null],
    ["a service that went with its people", { reason: "transfer_of_service" }, null],
    ["the end of a contract", { reason: "end_of_contract" }, null],
    ["a trainee who withdrew", { role: "trainee" }, null],
  ])("takes %s for what it is", (_description, some, expected) => {
    expect(exitOf(flow(some))).toEqual(expected);
  });
});

describe("exitsOfFlows", () => {
  it("adds up people and exits by organisation, group and age", () => {
    const rows = exitsOfFlows(
      [
        line({}),
        line({ line_type: "group", headcount: 4, in_post_wte: 3.6 }),
        line({ afc_band: "7", age_band: null }),
      ],
      [flow({ headcount: 2 }), flow({ age_band: null, reason: "retirement" })],
      new Set(["RJ1"]),
    );
    const none = { leave: 0, move: 0, promote: 0, retire: 0 };
    expect(rows).toEqual([
      { organisation: "RJ1", group: TO_6, ageBand: "30_34", people: 5, ...none, leave: 2 },
      { organisation: "RJ1", group: FROM_7, ageBand: "unknown", people: 1, ...none },
      { organisation: "RJ1", group: TO_6, ageBand: "unknown", people: 0, ...none, retire: 1 },
    ]);
  });

  it("counts somebody on two lines once, where most of their hours are", () => {
    const rows = exitsOfFlows(
      [
        line({ person_key: "a", in_post_wte: 0.4 }),
        line({ person_key: "a", in_post_wte: 0.6, afc_band: "7" }),
      ],
      [],
      new Set(["RJ1"]),
    );
    expect(rows.map(({ group, people }) => [group, people])).toEqual([[FROM_7, 1]]);
  });

  it.each<[string, Partial<PersonLine>]>([
    ["trainees", { role: "trainee" }],
    ["people on a training contract", { contract_type: "trainee" }],
    ["fixed terms", { contract_type: "fixed_term" }],
    ["cover", { covers_post_ref: "P0001" }],
    ["vacancies", { line_type: "vacancy" }],
    ["budgets", { line_type: "budget" }],
  ])("leaves %s out", (_description, some) => {
    expect(exitsOfFlows([line(some)], [], new Set(["RJ1"]))).toEqual([]);
  });

  it("leaves out organisations of which flows or people are missing: missing is not none", () => {
    expect(exitsOfFlows([line({})], [], new Set())).toEqual([]);
    expect(exitsOfFlows([], [flow({})], new Set(["RJ1"]))).toEqual([]);
    expect(exitsOfFlows([line({})], [], new Set(["RJ1"]))).toHaveLength(1);
  });
});

describe("fillsOfPosts", () => {
  const vacancy = (some: Partial<PersonLine>) =>
    line({
      line_type: "vacancy",
      in_post_wte: null,
      age_band: null,
      headcount: null,
      vacancy_state: "advertised",
      ...some,
    });
  const none = { organisation: "RJ1", group: TO_6, vacant: 0, vacantFilled: 0, emptied: 0, refilled: 0 };

  it.each<
    [
      string,
      Partial<PersonLine> & { vacant?: true },
      (Partial<PersonLine> & { vacant?: true }) | null,
      object | null,
    ]
  >([
    [
      "a vacant post that is held a year later",
      { vacant: true },
      { person_key: "a" },
      { vacant: 1, vacantFilled: 1 },
    ],
    ["one that still stands vacant", { vacant: true }, { vacant: true }, { vacant: 1 }],
    ["one that was frozen", { vacant: true, vacancy_state: "frozen" }, { person_key: "a" }, null],
    ["one that is frozen by now", { vacant: true }, { vacant: true, vacancy_state: "frozen" }, { vacant: 1 }],
    ["a vacancy line of several posts", { vacant: true, headcount: 2 }, { person_key: "a" }, null],
    ["a post that fell vacant", { person_key: "a" }, { vacant: true }, { emptied: 1 }],
    ["one with another holder", { person_key: "a" }, { person_key: "b" }, { emptied: 1, refilled: 1 }],
    ["one whose holder stayed", { person_key: "a" }, { person_key: "a" }, {}],
    ["one whose holder has no key", { person_key: null }, { person_key: "b" }, {}],
    ["one that is no more", { person_key: "a" }, null, null],
    ["one of a trainee", { person_key: "a", role: "trainee" }, { vacant: true }, null],
    ["fixed-term cover", { person_key: "a", covers_post_ref: "P0002" }, { vacant: true }, null],
  ])("reads %s", (_description, was, is, expected) => {
    const made = ({ vacant, ...some }: Partial<PersonLine> & { vacant?: true }, post_ref: string) =>
      vacant ? vacancy({ post_ref, ...some }) : line({ post_ref, ...some });
    const rows = fillsOfPosts([made(was, "P1")], is === null ? [] : [made(is, " p1 ")]);
    expect(rows).toEqual(expected === null ? [] : [{ ...none, ...expected }]);
  });

  it("leaves out posts without a reference, and organisations that send groups of people", () => {
    expect(fillsOfPosts([vacancy({})], [line({ person_key: "a" })])).toEqual([]);
    const group = line({ line_type: "group", headcount: 3 });
    expect(
      fillsOfPosts([vacancy({ post_ref: "P1" })], [line({ post_ref: "P1", person_key: "a" }), group]),
    ).toEqual([]);
  });
});
