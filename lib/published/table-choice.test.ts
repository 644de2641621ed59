import { expect, test } from "vitest";
import { chosenFileHref, chosenSoFar, readTableChoice, type TableChoice, tableHref } from "./table-choice";
import { offerOf, whyNoBreakdown } from "./table-offer";

const CHOICE: TableChoice = {
  places: ["regions", "Y56"],
  measures: ["headcount", "vacancy-rate"],
  by: null,
  releases: [2, 1],
};

test.each([
  [CHOICE, "/data/table/regions/Y56/measures/headcount/vacancy-rate/in/r2/r1"],
  [{ ...CHOICE, by: "age", releases: [] }, "/data/table/regions/Y56/measures/headcount/vacancy-rate/by/age"],
  [
    { ...CHOICE, releases: ["latest" as const] },
    "/data/table/regions/Y56/measures/headcount/vacancy-rate/in/latest",
  ],
])("a choice is printed as an address and read again as itself: %j", (choice, href) => {
  expect(tableHref(choice)).toBe(href);
  expect(readTableChoice(href.split("/").slice(3))).toEqual({ ok: true, value: choice });
});

test("a file's address is the page's with the file after it", () => {
  expect(chosenFileHref(CHOICE, "xlsx")).toBe(
    "/data/chosen/regions/Y56/measures/headcount/vacancy-rate/in/r2/r1/table.xlsx",
  );
});

test("what stands twice is chosen once, and nothing chosen is no choice yet", () => {
  const read = readTableChoice(["Y56", "Y56", "measures", "headcount", "headcount", "in", "r1", "r1"]);
  expect(read).toMatchObject({ value: { places: ["Y56"], measures: ["headcount"] } });
  expect(readTableChoice([])).toEqual({ ok: true, value: null });
});

test.each([
  [["Y56"], "nothing-chosen"],
  [["measures", "headcount"], "nothing-chosen"],
  [["Y56", "measures", "beds"], "measures"],
  [["Y56", "measures", "headcount", "by", "sex"], "by"],
  [["Y56", "measures", "headcount", "by", "age", "role"], "too-many"],
  [["Y56", "measures", "headcount", "in", "3"], "releases"],
  [[...Array.from({ length: 81 }, (_, at) => `P${at}`), "measures", "headcount"], "too-many"],
])("not a table: %j", (segments, code) => {
  const read = readTableChoice(segments);
  expect(read.ok ? null : read.problem.code).toBe(code);
});

test("of a choice that is no table what was chosen is still known, so that nobody ticks it again", () => {
  expect(chosenSoFar(["QKK", "QMF", "in", "r1", "x"])).toEqual({
    places: ["QKK", "QMF"],
    measures: [],
    by: null,
    releases: [1],
  });
});

test("a measure that is not published by a breakdown says by which it is", () => {
  expect(whyNoBreakdown({ measures: ["headcount"], by: "age" })).toBeNull();
  expect(whyNoBreakdown({ measures: ["headcount", "vacancy-rate"], by: "age" })).toBe(
    "“Vacancy rate, funded” is not published by age. It is in total.",
  );
  expect(whyNoBreakdown({ measures: ["vacancy-band"], by: null })).toMatch(/not published/);
});

test("every measure and breakdown that is offered is one that is published", () => {
  const { topics, breakdowns } = offerOf();
  const measures = topics.flatMap((topic) => topic.measures.map(({ id }) => id));
  expect(measures).toContain("headcount");
  expect(measures).not.toContain("vacancy-band");
  for (const { id } of breakdowns)
    expect(measures.some((measure) => whyNoBreakdown({ measures: [measure], by: id }) === null)).toBe(true);
  expect(breakdowns.map(({ id }) => id)).not.toContain("programme2");
});
