import { describe, expect, it } from "vitest";
import { buildRelease } from "./build-release";
import { randomNation } from "./nation.fixture";
import { contributorsOf, type ReasonFacts, whyNotShown } from "./reason";

const board: ReasonFacts = {
  level: "board",
  audience: "public",
  measure: "headcount",
  dimension: "all",
  response: null,
  contributors: 5,
};
const organisation: ReasonFacts = {
  ...board,
  level: "organisation",
  contributors: null,
  response: "returned",
};
const withheld = { value: null, symbol: "c" } as const;
const missing = { value: null, symbol: ":" } as const;
const small = { value: null, symbol: "<5" } as const;

describe("why a figure is not shown", () => {
  it.each([
    [
      "too few answered",
      withheld,
      { ...board, contributors: 2 },
      "fewer than three organisations here sent a return",
    ],
    [
      "too few establishments",
      withheld,
      { ...board, measure: "vacancy", contributors: 1 },
      "fewer than three organisations here gave their establishment",
    ],
    ["too few devices", withheld, { ...board, measure: "devices", contributors: 1 }, "sent their devices"],
    [
      "too few for a rate",
      withheld,
      { ...board, measure: "vacancy-rate" },
      "published establishment is under 50",
    ],
    [
      "too few for a share",
      withheld,
      { ...board, measure: "share-55-and-over" },
      "published number of people of known age is under 50",
    ],
    ["withheld by the attack", withheld, board, "together with other published figures"],
    [
      "a small organisation",
      withheld,
      { ...organisation, audience: "members", dimension: "age3" },
      "headcount is under 10",
    ],
    [
      "a small organisation's share",
      withheld,
      { ...organisation, measure: "share-55-and-over" },
      "is 20 or more",
    ],
    [
      "too few say what fell due",
      withheld,
      { ...board, measure: "ppm-due" },
      "said how many planned maintenance jobs fell due",
    ],
    ["nobody answered", missing, { ...board, contributors: 0 }, "No organisation here sent a return"],
    [
      "nobody's establishment",
      missing,
      { ...board, measure: "vacancy-rate", contributors: 0 },
      "No organisation here gave its establishment",
    ],
    [
      "no maintenance",
      missing,
      { ...board, measure: "planned-maintenance-on-time" },
      "or there was nothing to divide by",
    ],
    ["not returned", missing, { ...organisation, response: "not_returned" }, "has not returned"],
    ["served", missing, { ...organisation, response: "served" }, "served by another"],
    [
      "no establishment given",
      missing,
      { ...organisation, measure: "vacancy-band" },
      "did not give its establishment",
    ],
    ["under five", small, board, "may be none"],
    ["an upper bound", small, { ...board, measure: "share-55-and-over" }, "upper bound"],
    [
      "a range about none",
      { ...small, low: -2 },
      { ...board, measure: "vacancy-rate" },
      "Too close to none to be told from it, so only its range is shown.",
    ],
    ["people of one organisation, to the public", null, organisation, "not public"],
    [
      "posts of one organisation",
      null,
      { ...organisation, audience: "members", measure: "establishment" },
      "chooses to share",
    ],
    ["outside the catalogue", null, { ...board, dimension: "register" }, "not in the list"],
  ] as const)("%s", (_, figure, facts, expected) => expect(whyNotShown(figure, facts)).toContain(expected));

  it.each([
    ["board", / See the figure of its region or nation\.$/],
    ["region", / See the figure of its nation\.$/],
    ["nation", / See the figure of the United Kingdom\.$/],
    ["united_kingdom", /work out the others\.$/],
  ] as const)("sends the reader of a %s to what is above it", (level, expected) =>
    expect(whyNotShown(withheld, { ...board, level, contributors: 2 })).toMatch(expected),
  );

  it("says nothing of a figure that is shown", () => {
    expect(whyNotShown({ value: 0, symbol: null }, board)).toBeNull();
  });

  it("has a sentence for every figure without a value in a release", () => {
    const { figures } = buildRelease(randomNation(5));
    for (const figure of figures.filter(({ value }) => value === null)) {
      const counts = figures.find(
        ({ place, measure }) => place === figure.place && measure === contributorsOf(figure.measure),
      );
      const facts = {
        ...figure,
        response: figure.level === "organisation" ? ("returned" as const) : null,
        contributors: counts?.value ?? null,
      };
      expect(whyNotShown(figure, facts), figure.cellId).toMatch(/^[A-Z].*\.$/);
    }
  });
});
