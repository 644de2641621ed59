import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { committedText } from "@/tests/support/committed-tables";
import { runImportOfficial } from "./import-official";

const RJ1 = `"RJ1","GUY'S AND ST THOMAS' NHS FOUNDATION TRUST","Y56","QKK","ST THOMAS' HOSPITAL","","","LONDON","","SE1 7EH","19930401"${',""'.repeat(16)}\r\n`;
const NEW = RJ1.replace("RJ1", "R9Z")
  .replace("GUY'S AND ST THOMAS'", "SOUTH BANK")
  .replace("19930401", "20260701");
const TURNOVER =
  "PERIOD,TYPE,ICS_CODE,REPORTING_ORG_NAME,REPORTING_ORG_CODE,STAFF_GROUP_1_NAME,HC,FTE\n" +
  ["Denominator at start of period", "Denominator at end of period", "Leavers"]
    .map(
      (type, index) =>
        `202511 to 202512,${type},QKK,Guy's,RJ1,"Scientific, therapeutic & technical staff",${[20, 19, 1][index]},${[18, 17.5, 0.5][index]}`,
    )
    .join("\n");

let project: string;
let out: string;
let err: string;
const file = (name: string, text: string | Buffer) => {
  writeFileSync(join(project, name), text);
  return join(project, name);
};
const table = (name: string) => readFileSync(join(project, "data/reference", name), "utf8");
const run = (...args: string[]) => runImportOfficial(args);

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "muster-import-"));
  cpSync("data/reference", join(project, "data/reference"), { recursive: true });
  vi.stubEnv("MUSTER_PROJECT", project);
  vi.stubEnv("MUSTER_STATE", undefined);
  vi.stubEnv("DATABASE_URL", undefined);
  out = "";
  err = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    err += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(project, { recursive: true, force: true });
});

describe("importing an ODS trust file", () => {
  test("shows what it would change, and changes nothing before it is told to", async () => {
    expect(await run(file("etr_2026-07.csv", NEW))).toBe(0);
    expect(err).toContain("Read as it stood on 31 July 2026");
    expect(out).toContain("opened: R9Z (South Bank NHS Foundation Trust) is new: opened on 1 July 2026");
    expect(err).toContain("Nothing is changed yet: add --apply");
    expect(table("places.csv")).toBe(committedText("places.csv"));
  });

  test("changes the tables with --apply, and then has nothing more to change", async () => {
    const path = file("etr.csv", NEW);
    expect(await run(path, "--apply", "--date", "2026-07-31")).toBe(0);
    expect(table("places.csv")).toContain(
      "R9Z,organisation,South Bank NHS Foundation Trust,,,,SE1 7EH,,2026-07-01,,ods-trusts-2026-07",
    );
    expect(table("memberships.csv")).toContain("R9Z,QKK,2026-07-01,,fact,");
    expect(table("names.csv")).toBe(committedText("names.csv"));
    expect(await run(path, "--apply", "--date", "2026-07-31")).toBe(0);
    expect(err).toContain("Nothing to change.");
  });

  test("refuses a change that would make the tables contradict themselves, and changes nothing", async () => {
    const path = file("etr.csv", RJ1.replace("19930401", "20230101").replace('"QKK"', '"Z9B2Z"'));
    writeFileSync(
      join(project, "data/reference/memberships.csv"),
      committedText("memberships.csv").replace("RJ2,QKK,2022-07-01,", "RJ2,QKK,2022-07-02,"),
    );
    expect(await run(path, "--apply", "--date", "2026-07-31")).toBe(1);
    expect(err).toContain("The tables would contradict themselves: RJ2 has no parent from 2022-07-01");
    expect(table("places.csv")).toBe(committedText("places.csv"));
  });
});

describe("importing a turnover file", () => {
  test("shows its months and places first, and adds them with --apply", async () => {
    const path = file("turnover.csv", TURNOVER);
    expect(await run(path)).toBe(0);
    expect(err).toContain(
      "December 2025: 1 organisation, 17.50000 WTE at its end; 2.8% of WTE left in December 2025.",
    );
    expect(err).toContain("0 organisations had no leavers and 1 no joiners; they are kept as 0.");
    expect(err).toContain("1 figure is about one person");
    expect(out).toBe("new: RJ1 2025-12\n");
    expect(table("turnover.csv")).toBe(committedText("turnover.csv"));
    expect(await run(path, "--apply")).toBe(0);
    expect(err).toContain("There is no database yet: `npm start` makes one from these tables.");
    expect(table("turnover.csv")).toContain(
      "RJ1,Guy's,2025-12,18,17.5,0,0.5,20,19,0,1,nhs-england-turnover-2025-12",
    );
    out = "";
    expect(await run(path, "--apply")).toBe(0);
    expect(out).toBe("");
  });
});

describe("verifying whole files", () => {
  test("fails where the totals are not the published ones, and says both", async () => {
    const october = TURNOVER.replaceAll("202511 to 202512", "202509 to 202510");
    expect(await run("--verify", file("turnover.csv", october))).toBe(1);
    expect(out).toContain("DOES NOT HOLD: October 2025: 1 organisation,");
    expect(out).toContain(
      "Published: 246 organisations, 186,058.88768 WTE at its start, 187,053.53528 at its end",
    );
    expect(out).toContain("DOES NOT HOLD: turnover.csv says otherwise");
  });

  test("changes nothing, and says so when told to apply", async () => {
    expect(await run("--verify", "--apply", file("turnover.csv", TURNOVER))).toBe(2);
    expect(err).toContain("--verify changes nothing");
  });
});

describe("what is no official file", () => {
  test.each<[string, () => string[], number, string]>([
    ["another CSV", () => [file("x.csv", "a,b\n1,2\n")], 1, "is no file that we know. Give the trust file"],
    ["an empty file", () => [file("x.csv", "")], 1, "is empty"],
    [
      "a zip archive",
      () => [file("etr.zip", Buffer.from("PK\u0003\u0004"))],
      1,
      "is a zip archive or an Excel workbook. Unpack it",
    ],
    ["a picture", () => [file("x.png", Buffer.from([0x89, 0x50, 0, 1]))], 1, "is not a text file"],
    ["a file that is not there", () => [join(project, "none.csv")], 1, "is not there"],
    [
      "a trust file cut off",
      () => [file("etr.csv", `${RJ1}"RJ2","LEWISHAM`)],
      1,
      "Line 2 of the ODS file has 2 columns",
    ],
    ["nothing", () => [], 2, "There is no file to import"],
    ["a day that is none", () => [file("etr.csv", RJ1), "--date", "2026-02-30"], 2, "--date is “2026-02-30”"],
    ["an option we do not have", () => [file("etr.csv", RJ1), "--force"], 2, "Use: muster import FILE"],
  ])("%s is refused in a sentence", async (_, args, code, words) => {
    expect(await run(...args())).toBe(code);
    expect(err).toContain(words);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  test("a folder or a return's file goes to the import of returns, arguments untouched", async () => {
    const importReturn = vi.fn(async () => 7);
    const part = file("workforce.csv", "census_date,organisation_code\n");
    for (const args of [
      [project, "--organisation", "RJ1"],
      ["--census", "2026-03-31", part],
      [join(project, "gone.csv"), "--census=2026-03-31"],
      [project],
    ]) {
      expect(await runImportOfficial(args, importReturn)).toBe(7);
      expect(importReturn).toHaveBeenLastCalledWith(args);
    }
    expect(await runImportOfficial([file("etr.csv", RJ1)], importReturn)).toBe(0);
    expect(importReturn).toHaveBeenCalledTimes(4);
  });
});
