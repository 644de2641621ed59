import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { checkFile } from "../check-file";
import { PARTS } from "../parts";
import { checkText } from "../testing/check-text";
import { exampleContext } from "../testing/example-context";
import { mappingText, NO_MAPPING, readMapping, withMeanings } from "./mapping";
import { createUnknownWordLog } from "./unknown-words";

const mapping = {
  headers: { "Pay scale": "afc_band", "Job kind": "role" },
  values: { role: { "Med Eng Tech": "clinical_technologist" }, registration: { "IPEM register": "rct" } },
};
const HEADER =
  "census_date,organisation_code,line_type,Job kind,specialism,Pay scale,establishment_wte,in_post_wte,age_band,registration";
const LINE = "2026-03-31,RJ1,person,MED-ENG tech,other,6,1,1,45_49,IPEM Register; engtech";

describe("a file in the organisation's own words", () => {
  it("is accepted by its mapping, with a repair for each kind of word and its count", async () => {
    const { report, rows } = await checkText(`${HEADER}\n${LINE}\n${LINE}\n`, "workforce", { mapping });
    expect(report.verdict).toBe("accepted");
    expect(rows[1]?.row).toMatchObject({
      role: "clinical_technologist",
      afc_band: "6",
      registration: ["rct", "engtech"],
    });
    const counts = Object.fromEntries(report.repairs.map(({ code, count }) => [code, count]));
    expect(counts).toEqual({ "header-mapped": 2, "value-mapped": 4 });
  });

  it("is never guessed at without it", async () => {
    const { report } = await checkText(`${HEADER}\n${LINE}\n`);
    expect(report.counts).toContainEqual({ code: "missing-column", severity: "error", count: 2 });
  });

  it("has two headers for one column where the declared one stands beside the mapped one", async () => {
    const { report } = await checkText(`${HEADER},role\n${LINE},manager\n`, "workforce", { mapping });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: "doubled-column", column: "role" }),
    );
  });

  it("keeps the meaning of declared names and values, whatever a mapping says", async () => {
    const other = { headers: { role: "service_unit" }, values: { role: { manager: "trainee" } } };
    const file = `${HEADER.replace("Job kind", "role").replace("Pay scale", "afc_band").replace("registration", "site_code")}\n${LINE.replace("MED-ENG tech", "manager").replace(/,[^,]*$/, ",")}\n`;
    const { rows } = await checkText(file, "workforce", { mapping: other });
    expect(rows[0]?.row.role).toBe("manager");
  });

  it("is told word by word, with counts and lines, and nothing that has a meaning", async () => {
    const lines = [LINE, LINE.replace("MED-ENG tech", "Porter"), LINE].join("\n");
    const text = `${HEADER},Cost centre\n${lines}\n`;
    const words = async (of: typeof mapping | undefined) => {
      const log = createUnknownWordLog(PARTS.workforce, of);
      await checkFile({
        part: "workforce",
        source: new TextEncoder().encode(text.replace("Job kind", "role")),
        context: { ...exampleContext, mapping: of },
        onFinding: log.hear,
      });
      return log.words();
    };
    expect(await words(undefined)).toEqual([
      { column: "registration", theirs: "IPEM Register", count: 3, lines: [2, 3, 4] },
      { column: "role", theirs: "MED-ENG tech", count: 2, lines: [2, 4] },
      { column: "role", theirs: "Porter", count: 1, lines: [3] },
      { column: null, theirs: "Pay scale", count: 1, lines: [] },
      { column: null, theirs: "Cost centre", count: 1, lines: [] },
    ]);
    expect((await words(mapping)).map(({ theirs }) => theirs)).toEqual(["Porter", "Cost centre"]);
  });
});

describe("a mapping file", () => {
  it("comes back as it was written", () => {
    expect(readMapping(mappingText(mapping))).toEqual({ ok: true, value: mapping });
  });

  test.each([
    ["no JSON", "headers", /no JSON/],
    ["another version", '{"muster_mapping":2}', /does not begin/],
    ["a list", "[]", /does not begin/],
    ["an unknown column", '{"muster_mapping":1,"headers":{"a":"shoe_size"}}', /shoe_size/],
    ["a column without a list", '{"muster_mapping":1,"values":{"post_ref":{"a":"b"}}}', /post_ref/],
    ["a code that is none", '{"muster_mapping":1,"values":{"role":{"a":"porter"}}}', /porter/],
    ["a word twice", '{"muster_mapping":1,"headers":{"Job kind":"role","job-kind":"afc_band"}}', /twice/],
    ["a word without letters or signs", '{"muster_mapping":1,"headers":{" ":"role"}}', /empty/],
    ["a NUL in a word", '{"muster_mapping":1,"headers":{"a\\u0000b":"role"}}', /no text has/],
    ["half a letter in a word", '{"muster_mapping":1,"headers":{"a\\ud800b":"role"}}', /no text has/],
    ["a meaning that is no text", '{"muster_mapping":1,"values":{"role":{"a":1}}}', /no text/],
  ])("with %s is refused in a sentence", (_, text, says) => {
    const read = readMapping(text);
    expect(read.ok ? "" : read.problem.message).toMatch(says);
  });

  it("ends in a value or a sentence, whatever it holds", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const read = readMapping(text);
        expect(read.ok || read.problem.message.length > 0).toBe(true);
      }),
    );
  });

  it("takes the new meaning of a word that had another, in whatever spelling", () => {
    const more = { headers: { "JOB KIND": "specialism" }, values: {} };
    expect(withMeanings(withMeanings(NO_MAPPING, mapping), more).headers).toEqual({
      "Pay scale": "afc_band",
      "JOB KIND": "specialism",
    });
  });
});
