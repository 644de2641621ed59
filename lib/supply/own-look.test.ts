import { expect, test } from "vitest";
import { FIRST_LOOK_YEARS } from "./first-look";
import { ownLook } from "./own-look";
import type { WorkforceLine } from "./population-from-posts";

const line: WorkforceLine = {
  line_type: "person",
  role: "clinical_technologist",
  specialism: "equipment_management",
  afc_band: "6",
  age_band: "35_39",
  headcount: 1,
  in_post_wte: 0.8,
  establishment_wte: 1,
  vacancy_state: null,
};

test("starts from the lines' own posts at the census, to the last digit", () => {
  const look = ownLook([line, { ...line, age_band: "60_64" }], "2026-03-31", null);
  expect(look?.years).toHaveLength(FIRST_LOOK_YEARS + 1);
  expect(look?.years[0]).toMatchObject({ year: 2026, share55: expect.closeTo(0.5, 9) });
  expect(look?.years[0]?.inPostWte).toBeCloseTo(1.6, 9);
  expect(look?.years[0]?.establishmentWte).toBeCloseTo(2, 9);
  expect(look?.years.at(-1)?.year).toBe(2026 + FIRST_LOOK_YEARS);
});

test("an older department has more people who retire, and says what the look rests on", () => {
  const retired = (age: string) =>
    ownLook(
      Array.from({ length: 10 }, () => ({ ...line, age_band: age })),
      "2026-03-31",
      null,
    )?.retired ?? 0;
  expect(retired("60_64")).toBeGreaterThan(2 * retired("25_29"));
  expect(ownLook([line], "2026-03-31", null)?.restsOn).not.toEqual([]);
});

test("says what had to be assumed, and nothing at all where nobody is in post", () => {
  expect(ownLook([{ ...line, age_band: "unknown" }], "2026-03-31", null)?.notes).toHaveLength(1);
  expect(
    ownLook([{ ...line, line_type: "vacancy", in_post_wte: null, age_band: null }], "2026-03-31", null),
  ).toBeNull();
});
