import { describe, expect, it } from "vitest";
import type { WorkforceRow } from "../parts/workforce";
import { doubtfulCodings, doubtfulCodingsCsv } from "./doubtful-codings";

const person = (occupation_code: string | null, more: Partial<WorkforceRow> = {}) =>
  ({
    line_type: "person",
    post_ref: "CE-1",
    role: "clinical_technologist",
    specialism: "equipment_management",
    afc_band: "6",
    headcount: 1,
    occupation_code,
    ...more,
  }) as WorkforceRow;

const doubts = (rows: readonly WorkforceRow[]) => doubtfulCodings(rows)?.map(({ doubt }) => doubt);

describe("doubtful codings", () => {
  it.each([
    ["a code of the matrix", "UEB", null],
    ["one in lower case with a space", " ueb", null],
    ["one of estates", "G1A", /begin with U/],
    ["one of another age", "S5C", /begin with U/],
    ["words", "Engineer", /not written as an occupation code/],
    ["none", null, /No occupation code/],
  ])("say of %s what is wrong with it", (_, code, expected) => {
    const found = doubts([person("UEB", { role: "associate" }), person(code)]);
    if (expected === null) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringMatching(expected)]);
  });

  it("are null where nobody has a code: the file says nothing of coding", () => {
    expect(doubtfulCodings([person(null), person(null)])).toBeNull();
    expect(doubtfulCodings([])).toBeNull();
  });

  it("name the one who is coded unlike most colleagues, and nobody where no code is most", () => {
    const most = [person("UEB"), person("UEB"), person("UEC", { post_ref: "CE-9" })];
    expect(doubtfulCodings(most)).toMatchObject([
      { postRef: "CE-9", doubt: expect.stringMatching(/have UEB/) },
    ]);
    expect(doubts([person("UEB"), person("UEC"), person("UED")])).toEqual([]);
    expect(doubts([person("UEB"), person("UEC")])).toEqual([]);
  });

  it("leave managers, support staff, budgets and vacancies alone", () => {
    expect(
      doubts([
        person("UEB"),
        person("G1A", { role: "manager" }),
        person(null, { role: "support" }),
        person("G1A", { line_type: "vacancy" }),
        person("G1A", { line_type: "budget" }),
      ]),
    ).toEqual([]);
  });

  it("count a group's people, and write nothing that a spreadsheet would run", () => {
    const csv = doubtfulCodingsCsv(
      doubtfulCodings([person("UEB"), person("G1A", { headcount: 4, post_ref: "=1+1" })]) ?? [],
    );
    expect(csv.split("\r\n")[1]).toMatch(/^'=1\+1,clinical_technologist,equipment_management,6,4,G1A,/);
  });
});
