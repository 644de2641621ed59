import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { mappingText } from "@/lib/returns/mapping/mapping";
import { capturedOutput } from "@/tests/support/captured-output";
import { run } from "./check";
import { run as template } from "./template";

const folder = mkdtempSync(join(tmpdir(), "muster-check-"));
const written = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const HEADER =
  "census_date,organisation_code,line_type,role,specialism,Band,establishment_wte,in_post_wte,age_band,person_key";
const LINE = "2026-03-31,RJ1,person,manager,other,7,1,0.80,45_49,A1";
const WHO = ["--organisation", "rj1", "--census", "2026-03-31"];
const ONE = ["--part", "workforce", ...WHO];

const said = capturedOutput();
afterAll(() => rmSync(folder, { recursive: true }));

describe("muster check", () => {
  it("accepts a clean file, and writes its rows as JSON", async () => {
    const rows = join(folder, "rows.json");
    expect(await run([written("clean.csv", `${HEADER}\n${LINE}\n`), ...ONE, "--json", "--rows", rows])).toBe(
      0,
    );
    const report = JSON.parse(said.out);
    expect(report).toMatchObject({ verdict: "accepted", rows: 1 });
    expect(report.repairs.map(({ code }: { code: string }) => code)).toContain("keys-hashed-for-the-run");
    expect(JSON.parse(readFileSync(rows, "utf8"))).toMatchObject([
      { census_date: "2026-03-31", in_post_wte: 0.8, afc_band: "7", headcount: null, registration: null },
    ]);
  });

  it("says of a finding where it is in the sender's own file, and gives the file back", async () => {
    const back = join(folder, "back.csv");
    const file = written("wrong.csv", `Staff\n${HEADER}\n${LINE.replace(",7,", ",Band 12,")}\n`);
    expect(await run([file, ...ONE, "--json", "--annotate", back])).toBe(1);
    const errors = JSON.parse(said.out).findings.filter(
      ({ severity }: { severity: string }) => severity === "error",
    );
    expect(errors).toEqual([
      {
        severity: "error",
        code: "not-allowed",
        line: 3,
        column: "afc_band",
        header: "Band",
        position: 6,
        value: "Band 12",
        message: expect.stringContaining("Band 12"),
        mend: expect.stringContaining("8a"),
      },
    ]);
    expect(readFileSync(back, "utf8").split("\r\n")[2]).toMatch(/Band 12.*,error,"afc_band: /);
  });

  it("refuses, and then writes no rows", async () => {
    const rows = join(folder, "none.json");
    expect(await run([written("empty.csv", ""), ...ONE, "--json", "--rows", rows])).toBe(2);
    expect(JSON.parse(said.out)).toMatchObject({ verdict: "refused", refusal: { code: "empty-file" } });
    expect(() => readFileSync(rows)).toThrow();
  });

  it("speaks in words without --json", async () => {
    expect(await run([written("words.csv", `${HEADER}\n${LINE.replace(",7,", ",12,")}\n`), ...ONE])).toBe(1);
    expect(said.out).toMatch(/1 error, 0 warnings\. It cannot be submitted/);
    expect(said.out).toContain("line 2, column 6, afc_band (“Band”): “12” is not a value of afc_band.");
  });

  it("hashes with the organisation's key the same every time", async () => {
    const file = written("keyed.csv", `${HEADER}\n${LINE}\n`);
    const key = written("key.txt", "a key of sixteen bytes or more\n");
    const keys: string[] = [];
    for (const name of ["one.json", "two.json"]) {
      await run([file, ...ONE, "--json", "--rows", join(folder, name), "--key-file", key]);
      keys.push(JSON.parse(readFileSync(join(folder, name), "utf8"))[0].person_key);
    }
    expect(keys[0]).toMatch(/^mk1_/);
    expect(keys[1]).toBe(keys[0]);
  });

  it("gives as JSON what is promised and nothing else, warnings being no errors", async () => {
    const text = `${HEADER}\n${LINE.replace(",manager,other,7,", ",clinical_scientist,other,3,")}\n`;
    expect(await run([written("warned.csv", text), ...ONE, "--json"])).toBe(0);
    const report = JSON.parse(said.out);
    expect(Object.keys(report)).toEqual(["verdict", "rows", "repairs", "findings"]);
    expect(report.verdict).toBe("accepted");
    expect(Object.keys(report.repairs[0])).toEqual(["code", "message", "count"]);
    const warnings = report.findings.filter(({ severity }: { severity: string }) => severity === "warning");
    expect(warnings.length).toBeGreaterThan(0);
    for (const finding of report.findings)
      expect(Object.keys(finding)).toEqual([
        ...["severity", "code", "line", "column", "header", "position", "value", "message", "mend"],
      ]);
  });

  it("knows the sample's fictional organisations", async () => {
    const file = written("sample.csv", `${HEADER}\n${LINE.replace("RJ1", "ZS001")}\n`);
    expect(
      await run([file, "--part", "workforce", "--organisation", "ZS001", "--census", "2026-03-31"]),
    ).toBe(0);
  });

  it("checks the parts of a folder together", async () => {
    const return_ = mkdtempSync(join(folder, "return-"));
    writeFileSync(join(return_, "workforce.csv"), `${HEADER}\n${LINE}\n`);
    writeFileSync(join(return_, "workforce-renal.csv"), `${HEADER}\n${LINE.replace("45_49", "")}\n`);
    writeFileSync(join(return_, "notes.csv"), "a,b\n");
    expect(await run(["--return", return_, ...WHO, "--json"])).toBe(1);
    expect(JSON.parse(said.out).findings).toContainEqual(
      expect.objectContaining({
        code: "age-missing",
        line: 2,
        part: "workforce",
        file: "workforce-renal.csv",
      }),
    );
    expect(said.talk).toContain("notes.csv is left out");
  });

  it.each<[string, Record<string, string>, number, object]>([
    ["clean", { "workforce.csv": `${HEADER}\n${LINE}\n` }, 0, { verdict: "accepted", rows: 1 }],
    [
      "of one refused file among clean ones",
      { "workforce.csv": `${HEADER}\n${LINE}\n`, "devices.csv": "" },
      2,
      { verdict: "refused", refusal: { code: "empty-file", part: "devices", file: "devices.csv" } },
    ],
  ])("judges a return that is %s by exit code and JSON", async (_, files, code, report) => {
    const return_ = mkdtempSync(join(folder, "return-"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(return_, name), text);
    // A folder's name makes no file of it.
    mkdirSync(join(return_, "workforce-annex.csv"));
    expect(await run(["--return", return_, ...WHO, "--json"])).toBe(code);
    expect(JSON.parse(said.out)).toMatchObject(report);
    expect(said.talk).toBe("");
  });

  it.each([
    ["that is not there", () => join(folder, "nowhere"), /nowhere is not there/],
    ["without files of a return", () => mkdtempSync(join(folder, "empty-")), /holds no file of a return/],
  ])("does not understand a folder %s", async (_, path, says) => {
    expect(await run(["--return", path(), ...WHO, "--json"])).toBe(2);
    expect(said).toEqual({ out: "", talk: expect.stringMatching(says) });
    expect(said.talk.trim()).not.toContain("\n");
  });

  it("reads a file by the mapping that a page gives, as the server would", async () => {
    const mapping = written(
      "mapping.json",
      mappingText({ headers: { "Job kind": "role" }, values: { role: { "Med Eng Tech": "manager" } } }),
    );
    const file = written(
      "own.csv",
      `${HEADER.replace("role", "Job kind")}\n${LINE.replace("manager", "Med Eng Tech")}\n`,
    );
    expect(await run([file, ...ONE, "--json"])).toBe(1);
    said.out = "";
    expect(await run([file, ...ONE, "--json", "--mapping", mapping])).toBe(0);
    expect(JSON.parse(said.out).repairs.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(["header-mapped", "value-mapped"]),
    );
    expect(await run([file, ...ONE, "--mapping", written("no.json", "{}")])).toBe(2);
    expect(said.talk).toContain("muster_mapping");
  });

  it("writes groups in place of people, which it accepts, and none where there are errors", async () => {
    const groups = join(folder, "groups.csv");
    const file = written("people.csv", `${HEADER}\n${LINE}\n${LINE.replace("A1", "A2")}\n`);
    expect(await run([file, ...ONE, "--aggregate", groups])).toBe(0);
    expect(said.talk).toContain("1 group lines in place of 2 lines of people: accepted");
    expect(readFileSync(groups, "utf8")).not.toContain("person");
    expect(await run([groups, ...ONE])).toBe(0);
    const none = join(folder, "none.csv");
    const wrong = written("wrong.csv", `${HEADER}\n${LINE.replace("45_49", "old")}\n`);
    expect(await run([wrong, ...ONE, "--aggregate", none])).toBe(1);
    expect(existsSync(none)).toBe(false);
  });

  it.each([
    ["no file", ONE, /Give one FILE/],
    ["a part that is none", ["x.csv", "--part", "staff", ...WHO], /“staff”/],
    [
      "no organisation",
      ["x.csv", "--part", "workforce", "--census", "2026-03-31"],
      /--organisation is missing/,
    ],
    [
      "an organisation that is none",
      ["x.csv", "--part", "workforce", "--organisation", "QQQQ", "--census", "2026-03-31"],
      /no organisation's code/,
    ],
    [
      "a census that is no date",
      ["x.csv", "--part", "workforce", "--organisation", "RJ1", "--census", "march"],
      /no date/,
    ],
    ["a file that is not there", ["/nowhere/x.csv", ...ONE], /is not there/],
    [
      "a mapping that is not there",
      ["x.csv", ...ONE, "--mapping", "/nowhere/m.json"],
      /mapping cannot be read/,
    ],
    [
      "groups of another part",
      ["x.csv", "--part", "flows", ...WHO, "--aggregate", "g.csv"],
      /goes with --part workforce/,
    ],
    ["an option that is none", ["x.csv", ...ONE, "--quick"], /--quick/],
  ])("says what is wrong with %s", async (_, args, says) => {
    expect(await run(args)).toBe(2);
    expect(said.talk).toMatch(says);
    expect(said.out).toBe("");
  });
});

describe("muster template", () => {
  it.each([
    [["workforce"], /^census_date,organisation_code,/],
    [["devices", "--guide"], /^column,title,type,/],
    [["devices", "--categories"], /^code,title\r\n/],
    [["--list"], /^workforce\.csv\n/],
    [["datapackage.json"], /^\{\n {2}"profile": "tabular-data-package"/],
    [["devices-allowed-values.csv"], /\ncategory,infusion_pump,/],
    [["workforce-posts-example.csv"], /\r\n2026-03-31,RJ1,vacancy,/],
  ])("prints %j", async (args, start) => {
    expect(await template(args)).toBe(0);
    expect(said.out).toMatch(start);
  });

  it("names the parts when asked for another", async () => {
    expect(await template(["patients"])).toBe(2);
    expect(said.talk).toContain("workforce, devices");
  });

  it("holds a return against last year's where it is given", async () => {
    const staff = (census: string, wte: string) =>
      `census_date,organisation_code,line_type,role,specialism,afc_band,establishment_wte,in_post_wte,headcount,age_band\n${census},RJ1,group,manager,other,7,${wte},${wte},10,45_49\n`;
    for (const name of ["now", "before", "none"]) mkdirSync(join(folder, name));
    const now = join(folder, "now");
    written("now/workforce.csv", staff("2026-03-31", "10"));
    written("before/workforce.csv", staff("2025-03-31", "8"));
    const warned = () =>
      JSON.parse(said.out)
        .findings.filter(({ severity }: { severity: string }) => severity === "warning")
        .map(({ code }: { code: string }) => code);
    expect(await run(["--return", now, ...WHO, "--json", "--previous", join(folder, "before")])).toBe(0);
    expect(warned()).toEqual(["wte-changed"]);
    said.out = "";
    expect(await run(["--return", now, ...WHO, "--json"])).toBe(0);
    expect(warned()).toEqual([]);
    expect(await run(["--return", now, ...WHO, "--previous", join(folder, "none")])).toBe(2);
    expect(said.talk).toContain("holds no file of a return");
    expect(await run([join(now, "workforce.csv"), ...ONE, "--previous", now])).toBe(2);
    expect(said.talk).toContain("--previous goes with --return DIR");
  });
});
