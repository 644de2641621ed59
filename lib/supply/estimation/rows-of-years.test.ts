import { expect, test } from "vitest";
import type { PersonLine } from "./people-at-risk";
import { type ReturnYear, rowsOfYears } from "./rows-of-years";

const line = (post: string, key: string | null, more: Partial<PersonLine> = {}): PersonLine => ({
  organisation_code: "O1",
  line_type: key === null ? "vacancy" : "person",
  post_ref: post,
  person_key: key,
  role: "clinical_technologist",
  afc_band: "6",
  age_band: "35_39",
  headcount: 1,
  in_post_wte: key === null ? null : 1,
  vacancy_state: key === null ? "advertised" : null,
  ...more,
});
const leaver = {
  organisation_code: "O1",
  direction: "leaver",
  role: "clinical_technologist",
  afc_band: "6",
  band_from: null,
  band_to: null,
  age_band: "35_39",
  headcount: 1,
  destination: null,
  reason: null,
};
const year = (census: string, people: PersonLine[], flows: ReturnYear["flows"] = []): ReturnYear => ({
  census,
  people,
  flows,
  told: new Set(["O1"]),
});
const THEN = [line("P1", "a"), line("P2", "b"), line("P3", null)];

test("two censuses a year apart make a year of exits, by the later one's flows, and of fills", () => {
  const { exits, fills } = rowsOfYears([
    year("2024-03-31", THEN),
    year("2025-03-31", [line("P1", "a"), line("P2", "c"), line("P3", "d")], [leaver]),
  ]);
  expect(exits).toEqual([
    expect.objectContaining({ organisation: "O1", group: 3, people: 2, leave: 1, retire: 0 }),
  ]);
  expect(fills).toEqual([
    { organisation: "O1", group: 3, vacant: 1, vacantFilled: 1, emptied: 1, refilled: 1 },
  ]);
});

test("two years apart, they make none", () => {
  const apart = [year("2023-03-31", THEN), year("2025-03-31", THEN, [leaver])];
  expect(rowsOfYears(apart)).toEqual({ exits: [], fills: [], byYear: [] });
});

test("keys made anew are no other holders: only posts that were vacant or are tell then", () => {
  const { fills } = rowsOfYears([
    year("2024-03-31", THEN),
    year("2025-03-31", [line("P1", "x"), line("P2", "y"), line("P3", "z")]),
  ]);
  expect(fills).toEqual([
    { organisation: "O1", group: 3, vacant: 1, vacantFilled: 1, emptied: 0, refilled: 0 },
  ]);
});
