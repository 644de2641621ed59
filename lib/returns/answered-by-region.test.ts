import fc from "fast-check";
import { expect, it } from "vitest";
import { answeredByRegion } from "./answered-by-region";

const one = (region: string, answered: boolean, size: number | null) => ({ region, answered, size });

it("weighs each organisation by its size, and an unknown one by the mean of its region", () => {
  expect(
    answeredByRegion(
      [
        one("London", true, 30),
        one("London", false, 10),
        one("London", false, null),
        one("Wales", false, null),
        one("Wales", true, null),
      ],
      "United Kingdom",
    ),
  ).toEqual([
    // 30 of 30 + 10 + 20
    { region: "London", asked: 3, answered: 1, workforceShare: 0.5 },
    // both as the mean of all known, 20
    { region: "Wales", asked: 2, answered: 1, workforceShare: 0.5 },
    { region: "United Kingdom", asked: 5, answered: 2, workforceShare: 0.5 },
  ]);
});

it("says nothing of a workforce of which no size is known", () => {
  expect(answeredByRegion([one("Wales", true, null)], "all")[0]?.workforceShare).toBeNull();
  expect(answeredByRegion([], "all")).toEqual([
    { region: "all", asked: 0, answered: 0, workforceShare: null },
  ]);
});

it("comes to the whole, and to 1 only where everybody of any size answered", () => {
  const organisation = fc.record({
    region: fc.constantFrom("a", "b", "c"),
    answered: fc.boolean(),
    size: fc.option(fc.integer({ min: 1, max: 200 }), { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(organisation, { minLength: 1 }), (organisations) => {
      const rows = answeredByRegion(organisations, "all");
      const whole = rows.at(-1);
      const regions = rows.slice(0, -1);
      expect(regions.reduce((sum, { asked }) => sum + asked, 0)).toBe(whole?.asked);
      expect(regions.reduce((sum, { answered }) => sum + answered, 0)).toBe(whole?.answered);
      if (whole?.workforceShare === null) expect(organisations.every(({ size }) => size === null)).toBe(true);
      else expect(whole?.workforceShare === 1).toBe(organisations.every(({ answered }) => answered));
    }),
  );
});
