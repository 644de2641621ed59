import { readdirSync, readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { changesCsv } from "@/app/admin/releases/[number]/changes/changes-csv";
import { differenceCsv } from "@/app/returns/[organisation]/difference/csv/difference-csv";
import { findingsCsv } from "@/app/returns/[organisation]/findings/[partId]/csv/findings-csv";
import { sumsCsv } from "@/app/returns/[organisation]/sums/[partId]/csv/sums-csv";
import type { Chart } from "@/lib/charts/chart";
import { chartCsv } from "@/lib/published/chart-csv";
import { figuresTable } from "@/lib/published/figures-table";
import { figureOf, placeOf, releaseOf } from "@/lib/published/scene.fixture";
import { tableCsv } from "@/lib/reports/table-csv";
import { createAnnotator } from "@/lib/returns/annotate";
import { rowsAsCsv } from "@/lib/returns/before-sending/rows-as-csv";
import { filledCsv } from "@/lib/returns/filled/filled-file";
import { doubtfulCodingsCsv } from "@/lib/returns/given-back/doubtful-codings";
import { helpFile } from "@/lib/returns/help-file";
import { nextYearLines } from "@/lib/returns/next-year";
import { WORKFORCE } from "@/lib/returns/parts/workforce";
import type { Finding } from "@/lib/returns/report";
import { safeCsvLine } from "@/lib/returns/safe-csv";
import { allowedValuesCsv, guideCsv, templateCsv } from "@/lib/returns/template";
import type { PartRows } from "@/lib/services/returns/read-difference";
import { whole } from "./support/whole";

const finding = (text: string): Finding => ({
  severity: "error",
  code: "not-allowed",
  line: 2,
  column: text,
  header: text,
  position: 1,
  value: text,
  message: text,
  mend: text,
});

async function* once<T>(value: T) {
  yield value;
}

/** A part whose every word is somebody else's, as those of a trust's own lists may come to be. */
const partOf = (text: string) => ({
  ...WORKFORCE,
  columns: [
    {
      ...WORKFORCE.columns[0],
      name: text,
      title: text,
      guidance: text,
      example: text,
      allowed: [{ value: text, title: text, spellings: [text] }],
    },
  ] as unknown as typeof WORKFORCE.columns,
  examples: [{ [text]: text }],
});

const chart = (text: string) =>
  ({
    kind: "bars",
    title: text,
    source: text,
    valueHeading: text,
    synthetic: false,
    rows: [{ label: text, value: -1.5, low: null, high: null, text, why: text }],
  }) as unknown as Chart;

/** Everything of ours that writes cells which a spreadsheet will open, given one text wherever others' words may stand. */
const WRITERS: Record<string, (text: string) => Promise<string> | string> = {
  "lib/returns/annotate.ts": (text) => {
    const annotate = createAnnotator([
      finding(text),
      { ...finding(text), severity: "warning", column: null },
    ]);
    return (
      annotate([text, text], 1, "header") +
      annotate([text, text, text], 2, "row") +
      annotate([text], 3, "left-out") +
      annotate([text], 4, "above")
    );
  },
  "lib/returns/template.ts": (text) =>
    templateCsv(partOf(text), { examples: true }) +
    guideCsv(partOf(text)) +
    allowedValuesCsv(partOf(text), new Map([[text, text]])),
  "lib/returns/help-file.ts": (text) => helpFile("categories.csv", new Map([[text, text]])) ?? "",
  "lib/command-line/template.ts": (text) =>
    [
      ["code", "title"],
      [text, text],
    ]
      .map(safeCsvLine)
      .join(""),
  "lib/returns/filled/filled-file.ts": (text) =>
    filledCsv({ id: "x", part: partOf(text), title: text, when: text, lines: [{ [text]: text }] }),
  "lib/returns/checks/rule-catalogue.ts": (text) => safeCsvLine([text]),
  "app/returns/[organisation]/difference/csv/difference-csv.ts": async (text) => {
    const row = { kind: "added", now: { post_ref: text }, before: null, nowLine: 2, beforeLine: null };
    const changed = {
      kind: "changed",
      now: { service_unit: text },
      before: { service_unit: null },
      nowLine: 2,
      beforeLine: 2,
    };
    const pieces = once({ part: "workforce", rows: [row, changed] } as unknown as PartRows);
    return (await whole(differenceCsv(pieces))).toString();
  },
  "app/admin/releases/[number]/changes/changes-csv.ts": (text) => {
    const figure = figureOf({ place: "Y56", measure: "vacancy", value: -1.5 });
    const told = { ...figure, cellId: text, category: text };
    return changesCsv([{ before: null, now: told }], new Map([["Y56", text]]));
  },
  "app/returns/[organisation]/sums/[partId]/csv/sums-csv.ts": (text) =>
    sumsCsv([{ category: text, service_unit: text }]),
  "lib/returns/next-year.ts": (text) =>
    nextYearLines(WORKFORCE, WORKFORCE.columns, [{ line_type: "person", post_ref: text }], "2027-03-31"),
  "lib/returns/before-sending/rows-as-csv.ts": (text) =>
    [...rowsAsCsv(WORKFORCE, [{ service_unit: text }])].join(""),
  "lib/returns/findings-csv.ts": async (text) =>
    (await whole(findingsCsv({ cut: [], findings: once([finding(text)]) }))).toString(),
  "lib/returns/given-back/doubtful-codings.ts": (text) =>
    doubtfulCodingsCsv([
      {
        postRef: text,
        role: text,
        specialism: text,
        band: text,
        people: 1,
        occupationCode: text,
        doubt: text,
      },
    ]),
  "lib/reports/table-csv.ts": (text) =>
    tableCsv(
      figuresTable(releaseOf(), { ...placeOf("Y56"), name: text }, [
        figureOf({ place: "Y56", measure: "vacancy", value: -1.5 }),
      ]),
    ),
  "lib/published/chart-csv.ts": (text) => chartCsv(releaseOf(), chart(text)),
};

/** What writes lines that are read by programs alone, and must stay what they are to the letter. */
const FOR_PROGRAMS = [
  "lib/places/csv-table.ts", // how tables of reference are kept and read again
  "lib/places/reference-tables.ts",
  "lib/places/turnover-table.ts",
  "lib/sample/nation/nation-folder.ts", // files that the checks are given, invented from end to end
  "lib/sample/nation/part-file.ts",
  "lib/command-line/bench/mend-beside.ts",
  "lib/command-line/bench/part-load.ts",
  "lib/command-line/part-files.ts", // the rows of one organisation, kept in memory and checked at once
  "lib/reports/csv-lines.ts", // how files of figures write a line
  "lib/reports/workbook.ts", // typed cells: a text is a text, whatever it begins with (its own test holds that)
  "lib/returns/safe-csv.ts",
  "lib/returns/testing/written-file.ts", // files in every accepted form, made for the tests of reading
];

/** What writes nobody's words but ours: names of declared columns, titles of codes, numbers. */
const OF_OURS = [
  "lib/published/scorecard-words.ts",
  "lib/services/returns/start-from-last-year.ts",
  "lib/workload/workload-sheet.ts",
];

/** What writes whole tables, by lib/reports/table-csv.ts alone. */
const OF_TABLES = ["lib/services/published/release-file.ts", "lib/services/published/written-table.ts"];

const DANGEROUS = ["=1+1", "+1+1", "-1+1", "@x", "\t=1+1", "\r=1+1", "\uff1d1+1", "=1,1", '=HYPERLINK("x")'];
const PLAIN = ["-12.5", "+1", "-", "Ward 7", "a=b"];

const cellsOf = (csv: string) => Papa.parse<string[]>(csv, { delimiter: "," }).data.flat();
/** What a spreadsheet runs, or may: anything that begins so and is no plain number or a lone sign. */
const runs = (cell: string) =>
  /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) && !/^[-+]?[\d.]*$/.test(cell);

describe.each(Object.entries(WRITERS))("%s", (_, write) => {
  test.each(DANGEROUS)("writes %j so that no spreadsheet runs it, and it can still be read", async (text) => {
    const cells = cellsOf(await write(text));
    expect(cells.filter(runs)).toEqual([]);
    expect(cells.some((cell) => cell.includes(`'${text}`))).toBe(true);
  });
});

/** Files of figures have numbers for their numbers: a text that looks like one is somebody's name. */
const FIGURES = ["lib/reports/table-csv.ts", "lib/published/chart-csv.ts"];
const ofTexts = Object.entries(WRITERS).filter(([file]) => !FIGURES.includes(file));

describe.each(ofTexts)("%s", (_, write) => {
  test.each(PLAIN)("writes %j as it is", async (text) => {
    expect(cellsOf(await write(text))).toContain(text);
  });
});

test("a negative figure stays a number", async () => {
  for (const file of FIGURES) expect(cellsOf((await WRITERS[file]?.("x")) ?? "")).toContain("-1.5");
});

test("whatever writes lines of cells is held here", () => {
  const writing = ["app", "lib", "db"]
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => /(?<!\.test|\.fixture)\.tsx?$/.test(file))
    .filter((file) =>
      /\b(?:safeCsvLine|safeOwnLine|safeCell|csvOf|tableCsv|writeTable)\b|join\("[,;]"\)\}?\\[nr]|unparse\(|write-excel-file|\.join\(","\)\)\s*\.join/.test(
        readFileSync(file, "utf8"),
      ),
    );
  expect(writing.sort()).toEqual([...Object.keys(WRITERS), ...FOR_PROGRAMS, ...OF_OURS, ...OF_TABLES].sort());
});
