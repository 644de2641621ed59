import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { committedTables } from "@/tests/support/committed-tables";
import { foldText, nearlyTheSame } from "./fold-text";
import { postcodeNearness, readPostcode } from "./postcode";
import { searchPlaces } from "./search-places";

const tables = committedTables();
const codes = (query: string, date = "2026-07-31") =>
  searchPlaces(tables, query, date).map(({ place }) => place.code);

describe("searching places", () => {
  test.each([
    ["a code", "RJ1", "RJ1"],
    ["a code in small letters with spaces", " rj1 ", "RJ1"],
    ["a code of five characters", "g6v2s", "G6V2S"],
    ["an ONS code", "E54000067", "QRL"],
    ["a code of six characters", "sehsct", "SEHSCT"],
    ["a name without its apostrophes", "guys and st thomas", "RJ1"],
    ["a name with a curly apostrophe and ampersand", "Guy’s & St Thomas’", "RJ1"],
    ["a nation", "wales", "W92000004"],
    ["a region before the organisations named for it", "south west", "Y58"],
    ["a region in full", "North East and Yorkshire", "Y63"],
    ["a board by its short name", "Devon", "QJK"],
    ["a board by its abbreviation", "devon icb", "QJK"],
    ["a board by its whole name", "NHS Devon Integrated Care Board", "QJK"],
    ["words in another order", "hospitals leeds teaching", "RR8"],
    ["parts of words", "addenb camb uni", ""],
    ["the beginnings of words", "camb uni hosp", "RGT"],
    ["the inside of a word", "orthopaedic agnes", "RL1"],
    ["initials", "UCLH", "RRV"],
    ["a slip of the hand", "Birmingam Solihull", "QHL"],
    ["an old name", "University Hospitals Bristol and Weston", "RA7"],
    ["a Welsh board", "betsi", "7A1"],
    ["a name with and without its dot", "ashford and st peters", "RTK"],
    ["a name without 'The'", "royal marsden", "RPY"],
    ["a Scottish board", "lothian", "S08000024"],
    ["nothing that exists", "zzzz qqqq", ""],
  ])("%s: %s", (_, query, expected) => {
    expect(codes(query)[0] ?? "").toBe(expected);
  });

  test("an old name and an old code say what they are", () => {
    expect(searchPlaces(tables, "north bristol weston", "2026-07-31")).toEqual([]);
    expect(searchPlaces(tables, "weston hospitals", "2026-07-31")[0]).toMatchObject({
      place: { code: "RA7" },
      by: "old name",
      text: "University Hospitals Bristol and Weston NHS Foundation Trust",
    });
    expect(searchPlaces(tables, "E54000042", "2026-07-31")[0]).toMatchObject({
      place: { code: "QRL" },
      by: "old code",
    });
  });

  test("a postcode finds its headquarters, its first half the neighbours too", () => {
    expect(searchPlaces(tables, "se1 8ug", "2026-07-31")[0]).toMatchObject({
      place: { code: "K0N6A" },
      by: "postcode",
    });
    expect(codes("SE1")).toContain("K0N6A");
    expect(codes("NW1 0PE")[0]).toBe("G6V2S");
    expect(
      searchPlaces(tables, "LS1 4AP", "2026-07-31").map(({ place }) => place.postcode?.slice(0, 2)),
    ).toContain("LS");
  });

  test("a code that is a postcode's first half too finds both, the code first", () => {
    const found = searchPlaces(tables, "RM1", "2026-07-31");
    expect(found[0]).toMatchObject({ place: { code: "RM1" }, by: "code" });
  });

  test("closed places are found, after the open ones, and said to be closed", () => {
    const found = searchPlaces(tables, "norfolk", "2026-07-31");
    expect(found[0]).toMatchObject({ place: { code: "T6Y0W" }, open: true });
    expect(found.find(({ place }) => place.code === "QMM")).toMatchObject({ open: false });
    expect(
      searchPlaces(tables, "suffolk", "2026-07-31")
        .slice(0, 4)
        .every(({ open }) => open),
    ).toBe(true);
    expect(codes("frimley")).toEqual(["RDU", "QNQ"]);
    expect(codes("north bristol")[0]).toBe("RVJ");
    expect(searchPlaces(tables, "QMM", "2026-03-31")[0]).toMatchObject({ open: true });
  });

  test("each place is found first by its own code, and by its own name among the first", () => {
    for (const place of tables.places) {
      expect(codes(place.code)[0]).toBe(place.code);
      expect(codes(place.name).slice(0, 2)).toContain(place.code);
    }
  });

  test("no text makes it fail, and nothing is found twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (query) => {
        const found = codes(query);
        expect(new Set(found).size).toBe(found.length);
        expect(found.length).toBeLessThanOrEqual(20);
      }),
    );
    expect(codes("")).toEqual([]);
    expect(codes("  .,’ ")).toEqual([]);
  });
});

describe("what a search compares", () => {
  test("folds accents, case, apostrophes and ampersands away", () => {
    expect(foldText(" Ynys Môn & St. Peter’s ")).toBe("ynys mon and st peters");
  });

  test.each([
    ["birmingham", "birmingam", true],
    ["birmingham", "brimingham", true],
    ["birmingham", "birmingham", true],
    ["birmingham", "nottingham", false],
    ["derby", "derbyshire", false],
  ])("%s and %s are nearly the same: %s", (one, other, same) => {
    expect(nearlyTheSame(one, other)).toBe(same);
    expect(nearlyTheSame(other, one)).toBe(same);
  });

  test.each([
    ["SE1 9RT", "SE1 9RT", 4],
    ["se19rt", "SE1 9AA", 3],
    ["SE1 9RT", "SE1 8UG", 2],
    ["SE1", "SE1 8UG", 2],
    ["SE1 9RT", "SE5 9RS", 1],
    ["SE1", "SE5 9RS", 0],
    ["S1 2AB", "SE1 2AB", 0],
  ])("postcodes %s and %s are %i near", (asked, place, nearness) => {
    const [one, other] = [readPostcode(asked), readPostcode(place)];
    expect(one && other && postcodeNearness(one, other)).toBe(nearness);
  });

  test("a name is no postcode", () => {
    expect(readPostcode("Leeds")).toBeNull();
    expect(readPostcode("RJ1 trust")).toBeNull();
  });
});
