import Papa from "papaparse";
import { expect, test } from "vitest";
import type { Figure } from "@/lib/disclosure/figure";
import { contributorsOf } from "@/lib/disclosure/reason";
import { tableCsv } from "@/lib/reports/table-csv";
import { FIGURE_COLUMNS } from "./figure-columns";
import { figuresTable } from "./figures-table";
import type { PublishedPlace } from "./release";
import { figureOf, placeOf, releaseOf } from "./scene.fixture";

const LONDON = placeOf("Y56");
const figuresCsv = (...given: Parameters<typeof figuresTable>) => tableCsv(figuresTable(...given));

const figures = [
  figureOf({ place: "Y56", measure: "vacancy", value: -3, low: -4, high: -2 }),
  figureOf({
    place: "Y56",
    measure: "headcount",
    dimension: "age",
    category: "65_plus",
    symbol: "<5",
    low: 0,
    high: 4,
  }),
  figureOf({ place: "Y56", measure: "vacancy-rate", symbol: "c" }),
];
const parse = (csv: string) =>
  Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });

test("each figure is a row with its release, census and source", () => {
  const { data, errors } = parse(figuresCsv(releaseOf({ collectionOpen: true }), LONDON, figures));
  expect(errors).toEqual([]);
  expect(data).toHaveLength(3);
  expect(data[0]).toMatchObject({
    release: "2",
    census: "2026-03-31",
    provisional: "yes",
    place: "Y56",
    place_name: "London",
    measure: "vacancy",
    unit: "wte",
    value: "-3",
    low: "-4",
    high: "-2",
    source: "Muster, census of 31 March 2026, release 2, provisional",
  });
});

test("what is not there is empty beside its symbol, and never nought", () => {
  const { data } = parse(figuresCsv(releaseOf(), LONDON, figures));
  expect(data[1]).toMatchObject({ value: "", symbol: "<5", low: "0", high: "4" });
  expect(data[2]).toMatchObject({ value: "", symbol: "c", low: "", high: "" });
});

test("each figure that is not there has its reason in a sentence, and each that is has none", () => {
  const { data } = parse(figuresCsv(releaseOf(), LONDON, figures));
  expect(data[0]?.reason).toBe("");
  expect(data[1]?.reason).toMatch(/^Under five, which may be none/);
  expect(data[2]?.reason).toMatch(/^Cannot be shown because .* is under 50/);
  // Why depends on figures that were not asked for.
  const few = figureOf({ place: "Y56", measure: "establishment", symbol: "c" });
  const two = figureOf({ place: "Y56", measure: contributorsOf("establishment"), value: 2 });
  const one = parse(figuresCsv(releaseOf(), LONDON, [few], [few, two])).data[0];
  expect(one?.reason).toMatch(/^Cannot be shown because fewer than three organisations here/);
});

test.each([
  [true, "synthetic: invented sample data"],
  [false, "no"],
])("the first column says whether the figures are invented: %s", (synthetic, word) => {
  const csv = figuresCsv(releaseOf({ synthetic }), LONDON, figures);
  expect(csv.startsWith(`${FIGURE_COLUMNS.map(({ name }) => name).join(",")}\r\n${word},`)).toBe(true);
});

test.each([
  ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
  ["+1", "'+1"],
  ["@x", "'@x"],
  ['A, "B"', 'A, "B"'],
  ["two\nlines", "two\nlines"],
])("a name %j is no formula to a spreadsheet, and is read back as %j", (name, read) => {
  const { data } = parse(figuresCsv(releaseOf(), { ...LONDON, name }, figures));
  expect(data[0]?.place_name).toBe(read);
});

test("each figure says of how many organisations that answered it speaks, an organisation's own and a count of them not", () => {
  const counts = [
    figureOf({ place: "Y56", measure: "organisations", value: 20 }),
    figureOf({ place: "Y56", measure: "organisations-responded", value: 18 }),
    figureOf({ place: "Y56", measure: contributorsOf("repairs-received"), value: 7 }),
  ];
  const repairs = figureOf({ place: "Y56", measure: "repairs-received", value: 900 });
  const { data } = parse(figuresCsv(releaseOf(), LONDON, [repairs, ...figures], [repairs, ...counts]));
  const behind = data.map((row) => [row.organisations_behind, row.organisations_answered]);
  // Posts are not told here, staff are spoken of by every return.
  expect(behind).toEqual([
    ["7", "18"],
    ["", ""],
    ["18", "18"],
    ["", ""],
  ]);
  const own = figuresCsv(releaseOf(), placeOf("ZS001"), [repairs], [repairs, ...counts]);
  expect(parse(own).data[0]?.organisations_behind).toBe("");
});

test.each([
  ["nil", "Returned: employs no clinical engineers"],
  ["served", "Served by another organisation"],
  ["not_returned", "Not returned"],
] as const)("the file of an organisation says how it answered: %s", (response, words) => {
  const { data } = parse(figuresCsv(releaseOf(), { ...placeOf("ZS001"), response }, figures));
  expect(data[0]?.source).toBe(`Muster, census of 31 March 2026, release 2. ${words}`);
});

test("an organisation's file names the host of one that is served, and says where it sent no devices", () => {
  const told = (returned: number, withDevices: number) =>
    [["organisations-returned", returned] as const, ["organisations-with-devices", withDevices] as const].map(
      ([measure, value]) => figureOf({ place: "ZS001", level: "organisation", measure, value }),
    );
  const source = (place: Partial<PublishedPlace>, figures: Figure[]) =>
    figuresCsv(releaseOf(), { ...placeOf("ZS001"), ...place }, figures)
      .trimEnd()
      .split(/\r?\n/)
      .at(-1);
  expect(source({ response: "served", servedBy: "ZS011" }, told(0, 0))).toMatch(
    /Served by another organisation\. Its host is ZS011"?$/,
  );
  expect(source({ response: "returned" }, told(1, 0))).toMatch(/Returned\. It sent no devices"?$/);
  expect(source({ response: "returned" }, told(1, 1))).toMatch(/Returned"?$/);
});
