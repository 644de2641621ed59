import { describe, expect, test } from "vitest";
import { committedTables } from "@/tests/support/committed-tables";
import { applyOdsDifferences } from "./apply-ods-differences";
import { odsDifferences } from "./ods-differences";
import type { OdsRecord } from "./ods-file";
import { ancestorsOf, placesAsAt } from "./places-as-at";
import { tableProblems } from "./table-problems";

const tables = committedTables();
const DATE = "2026-07-31";

/** The file that says exactly what our tables say on a date, as the service would have written it. */
const fileOf = (date: string): OdsRecord[] =>
  tables.places
    .filter(({ source, opens }) => source === "ods-trusts-2026-07" && (opens ?? date) <= date)
    .map((place, index) => {
      const closes = place.closes !== null && place.closes <= date ? place.closes : null;
      const ancestors = ancestorsOf(placesAsAt(tables, closes ?? date), place.code);
      const code = (level: string) => ancestors.find((one) => one.level === level)?.code ?? null;
      return {
        line: index + 1,
        code: place.code,
        name: place.name.toUpperCase(),
        region: code("region"),
        board: code("board"),
        postcode: place.postcode,
        opens: place.opens,
        closes,
      };
    });
const agreeing = fileOf(DATE);
const changed = (code: string, change: Partial<OdsRecord>) =>
  agreeing.map((record) => (record.code === code ? { ...record, ...change } : record));
const newcomer: OdsRecord = {
  line: 275,
  code: "R9Z9Z",
  name: "SOUTH LONDON AND KENT'S NHS TRUST",
  region: "Y56",
  board: "Z9B2Z",
  postcode: "NW1 1AA",
  opens: "2026-07-01",
  closes: null,
};
const said = (records: OdsRecord[], date = DATE) =>
  odsDifferences(tables, records, date).map(
    ({ kind, code, applies }) => `${kind} ${code}${applies ? "" : " (not applied)"}`,
  );
const applied = (records: OdsRecord[], date = DATE) => {
  const result = applyOdsDifferences(tables, odsDifferences(tables, records, date), date);
  expect(tableProblems(result)).toEqual([]);
  return result;
};
const parentOn = (given: typeof tables, code: string, date: string) =>
  placesAsAt(given, date).get(code)?.parent;

describe("what an ODS file would change", () => {
  test("is nothing when it says what our tables say", () => {
    expect(said(agreeing)).toEqual([]);
  });

  test("is nothing for the boards it puts closed organisations under today", () => {
    expect(said(changed("RAP", { board: "Z9B2Z" }))).toEqual([]);
    expect(said(changed("RBF", { board: "S0E4D" }))).toEqual([]);
    expect(said(changed("RJ1", { closes: "2026-07-30", board: "Z9B2Z" }))).toEqual(["closed RJ1"]);
  });

  test.each<[string, OdsRecord[], string, RegExp]>([
    [
      "a new organisation",
      [...agreeing, newcomer],
      "opened R9Z9Z",
      /R9Z9Z \(South London and Kent's NHS Trust\) is new: opened on 1 July 2026, under Z9B2Z \(West and North London\)/,
    ],
    [
      "a new one under an unknown board",
      [...agreeing, { ...newcomer, board: "QQQ" }],
      "opened R9Z9Z (not applied)",
      /QQQ is no board of ours/,
    ],
    [
      "a closing",
      changed("RJ1", { closes: "2026-07-30" }),
      "closed RJ1",
      /closed on 30 July 2026; successor not known/,
    ],
    [
      "another closing date",
      changed("RVJ", { closes: "2026-06-29" }),
      "closing_date RVJ",
      /our tables have 30 June 2026/,
    ],
    [
      "a closing taken back",
      changed("RVJ", { closes: null }),
      "reopened RVJ (not applied)",
      /has no closing date/,
    ],
    [
      "another opening date",
      changed("RJ1", { opens: "1993-04-02" }),
      "opening_date RJ1",
      /our tables have 1 April 1993/,
    ],
    [
      "a new name",
      changed("RJ1", { name: "ST THOMAS' NHS TRUST" }),
      "renamed RJ1",
      /is now called St Thomas' NHS Trust/,
    ],
    [
      "an old name",
      changed("RA7", { name: "UNIVERSITY HOSPITALS BRISTOL AND WESTON NHS FOUNDATION TRUST" }),
      "old_name RA7 (not applied)",
      /old name/,
    ],
    [
      "another postcode",
      changed("RJ1", { postcode: "SE1 1AA" }),
      "postcode RJ1",
      /SE1 1AA; our tables have SE1 7EH/,
    ],
    [
      "a move",
      changed("RJ1", { board: "QMF" }),
      "moved RJ1",
      /under QMF \(North East London\); our tables have QKK \(South East London\). The day is not in the file: 31 July 2026 is assumed/,
    ],
    [
      "a board from before the merger",
      changed("RAL", { board: "QMJ" }),
      "pre_merger_board RAL (not applied)",
      /QMJ \(North Central London\), which closed on 31 March 2026.*Z9B2Z.*which followed it/,
    ],
    [
      "a board that another followed",
      changed("RAL", { board: "QNX" }),
      "pre_merger_board RAL (not applied)",
      /did not follow it: look into it/,
    ],
    [
      "a board we do not know",
      changed("RJ1", { board: "QQQ" }),
      "unclear_board RJ1 (not applied)",
      /QQQ, which is no board of ours/,
    ],
    ["no board", changed("RJ1", { board: null }), "unclear_board RJ1 (not applied)", /has no board/],
    [
      "a region that is not the board's",
      changed("RJ1", { region: "Y59" }),
      "other_region RJ1 (not applied)",
      /QKK \(South East London\) is in Y56 \(London\)/,
    ],
    [
      "a place that is missing",
      agreeing.filter(({ code }) => code !== "RJ1"),
      "absent RJ1 (not applied)",
      /is not in the file/,
    ],
  ])("%s", (_, records, expected, words) => {
    expect(said(records)).toEqual([expected]);
    expect(odsDifferences(tables, records, DATE)[0]?.words).toMatch(words);
    if (expected.includes("not applied")) expect(applied(records)).toEqual(tables);
  });

  test("of an older file is nothing on the older file's date: closings and moves since are no differences", () => {
    expect(said(fileOf("2025-07-31"), "2025-07-31")).toEqual([]);
    expect(
      odsDifferences(tables, agreeing, "2025-07-31").find(({ code }) => code === "RAL")?.words,
    ).toContain(
      "Z9B2Z (West and North London), which opened on 1 April 2026: the file is younger than 31 July 2025",
    );
    expect(said(fileOf("2025-07-31"))).toContain("pre_merger_board RAL (not applied)");
  });
});

describe("applying an ODS file", () => {
  test("adds a new organisation under its board, from its opening", () => {
    const result = applied([...agreeing, newcomer]);
    expect(parentOn(result, "R9Z9Z", "2026-07-01")).toBe("Z9B2Z");
    expect(result.places.find(({ code }) => code === "R9Z9Z")).toMatchObject({
      name: "South London and Kent's NHS Trust",
      opens: "2026-07-01",
      kind: null,
    });
  });

  test("puts one that is older than its board under the region until then, as an assumption", () => {
    const result = applied([...agreeing, { ...newcomer, opens: "2020-01-01" }]);
    expect(parentOn(result, "R9Z9Z", "2026-03-31")).toBe("Y56");
    expect(placesAsAt(result, "2026-03-31").get("R9Z9Z")?.membership?.evidence).toBe("assumption");
  });

  test("closes an organisation, ends its membership, and leaves the successor unknown", () => {
    const result = applied(changed("RJ1", { closes: "2026-07-30" }));
    expect(parentOn(result, "RJ1", "2026-07-30")).toBe("QKK");
    expect(placesAsAt(result, "2026-07-31").has("RJ1")).toBe(false);
    expect(result.successions.find(({ from }) => from === "RJ1")).toMatchObject({
      to: null,
      date: "2026-07-31",
    });
  });

  test("closes one before there were boards, whose membership of a board then goes", () => {
    const result = applied(changed("RJ1", { closes: "2022-01-01" }));
    expect(
      result.memberships.filter(({ child }) => child === "RJ1").map(({ parent, to }) => [parent, to]),
    ).toEqual([["Y56", "2022-01-01"]]);
  });

  test("corrects a closing date in every table that has it", () => {
    const result = applied(changed("RVJ", { closes: "2026-06-29" }));
    expect(placesAsAt(result, "2026-06-30").has("RVJ")).toBe(false);
    expect(result.successions.find(({ from }) => from === "RVJ")?.date).toBe("2026-06-30");
  });

  test("corrects an opening date", () => {
    const result = applied(changed("RJ1", { opens: "1993-04-02" }));
    expect(placesAsAt(result, "1993-04-01").has("RJ1")).toBe(false);
    expect(parentOn(result, "RJ1", "1993-04-02")).toBe("Y56");
  });

  test("keeps the old name, without its last day", () => {
    const result = applied(changed("RJ1", { name: "ST THOMAS' NHS TRUST" }));
    expect(result.places.find(({ code }) => code === "RJ1")?.name).toBe("St Thomas' NHS Trust");
    expect(result.names.find(({ code }) => code === "RJ1")).toMatchObject({
      name: "Guy's and St Thomas' NHS Foundation Trust",
      until: null,
    });
  });

  test("dates a move by the file, as an assumption, and never as always", () => {
    const result = applied(changed("RJ1", { board: "QMF" }));
    expect(parentOn(result, "RJ1", "2026-07-30")).toBe("QKK");
    expect(parentOn(result, "RJ1", "2026-07-31")).toBe("QMF");
    const row = placesAsAt(result, "2026-07-31").get("RJ1")?.membership;
    expect(row).toMatchObject({ from: "2026-07-31", evidence: "assumption" });
    expect(row?.note).toContain("31 July 2026 is assumed");
  });

  test("puts a move in the place of one that began on the same day", () => {
    const file = fileOf("2026-04-01").map((record) =>
      record.code === "RAL" ? { ...record, board: "QMF" } : record,
    );
    const result = applied(file, "2026-04-01");
    expect(["2026-03-31", "2026-04-01"].map((date) => parentOn(result, "RAL", date))).toEqual(["QMJ", "QMF"]);
  });

  test("leaves what is known of days after an older file as it is", () => {
    const moved = { ...(agreeing.find(({ code }) => code === "RAL") as OdsRecord), board: "QRV" };
    const differences = odsDifferences(tables, [moved], "2025-07-31").filter(({ kind }) => kind === "moved");
    const result = applyOdsDifferences(tables, differences, "2025-07-31");
    expect(tableProblems(result)).toEqual([]);
    expect(["2025-07-30", "2025-07-31", "2026-04-01"].map((date) => parentOn(result, "RAL", date))).toEqual([
      "QMJ",
      "QRV",
      "Z9B2Z",
    ]);
  });

  test("changes a postcode", () => {
    const result = applied(changed("RJ1", { postcode: "SE1 1AA" }));
    expect(result.places.find(({ code }) => code === "RJ1")?.postcode).toBe("SE1 1AA");
  });
});
