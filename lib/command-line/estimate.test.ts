import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { capturedOutput } from "@/tests/support/captured-output";
import { run } from "./estimate";

const folder = mkdtempSync(join(tmpdir(), "muster-estimate-"));
const written = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const said = capturedOutput();
afterAll(() => rmSync(folder, { recursive: true }));

const STAFF =
  "census_date,organisation_code,line_type,role,specialism,afc_band,establishment_wte,in_post_wte,headcount,age_band,vacancy_state,post_ref,person_key";
const key = (at: number) => `mk1_${String(at).padStart(43, "A")}`;
const person = (census: string, code: string, at: number, who = at) =>
  `${census},${code},person,clinical_technologist,equipment_management,6,1,1,1,35_39,,P${at},${key(who)}`;
const vacancy = (census: string, code: string, at: number) =>
  `${census},${code},vacancy,clinical_technologist,equipment_management,6,1,,1,,advertised,P${at},`;
const people = (census: string, code: string, count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => person(census, code, at + from));
const then = written(
  "then.csv",
  [
    STAFF,
    ...people("2025-03-31", "RJ1", 40),
    ...Array.from({ length: 8 }, (_, at) => vacancy("2025-03-31", "RJ1", 40 + at)),
    ...people("2025-03-31", "RJZ", 20),
    "",
  ].join("\n"),
);
const next = written(
  "next.csv",
  [
    STAFF,
    ...people("2026-03-31", "RJ1", 36),
    ...Array.from({ length: 4 }, (_, at) => person("2026-03-31", "RJ1", 36 + at, 100 + at)),
    ...Array.from({ length: 8 }, (_, at) =>
      at < 6 ? person("2026-03-31", "RJ1", 40 + at, 200 + at) : vacancy("2026-03-31", "RJ1", 40 + at),
    ),
    "",
  ].join("\n"),
);
const flows = written(
  "flows.csv",
  "direction,organisation_code,role,afc_band,age_band,headcount,reason\nleaver,RJ1,clinical_technologist,6,35_39,4,other\n",
);

/** NHS England's file of a month: of each organisation 1000 staff, of whom ten, twenty, thirty … left. */
const turnover = (...codes: string[]) =>
  written(
    `turnover-${codes.length}.csv`,
    [
      "PERIOD,TYPE,NHSE_REGION_CODE,NHSE_REGION_NAME,ICS_CODE,ICS_NAME,REPORTING_ORG_NAME,REPORTING_ORG_CODE,CLUSTER_GROUP,BENCHMARK_GROUP,STAFF_GROUP_1_NAME,HC,FTE",
      ...codes.flatMap((code, at) =>
        [
          ["Denominator at start of period", 1000],
          ["Denominator at end of period", 1000],
          ["Joiners", 10],
          ["Leavers", 10 * (at + 1)],
        ].map(
          ([type, count]) =>
            `202509 to 202510,${type},Y56,London,QKK,South East London,Trust,${code},Acute,Acute,"Scientific, therapeutic & technical staff",${count},${count}`,
        ),
      ),
      "",
    ].join("\n"),
  );

const answer = async (...args: string[]) => {
  expect(await run([...args, "--json"]), said.talk).toBe(0);
  return JSON.parse(said.out);
};

describe("estimates from files", () => {
  it("count exits of organisations whose flows are known, and name those left out", async () => {
    const found = await answer("--workforce", then, "--flows", flows);
    expect(found.base).toMatchObject({ kind: "files", census: "2025-03-31", until: "2026-03-31" });
    expect(found.base.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(found.leftOut).toEqual(["RJZ"]);
    expect(said.talk).toContain("missing is not none: RJZ");
    expect(found.profession.leave).toMatchObject({ people: 40, events: 4, evidence: "estimated" });
    expect(found.profession.fill.evidence).toBe("illustrative");
    expect(found.organisations.map(({ organisation }: { organisation: string }) => organisation)).toEqual([
      "RJ1",
    ]);
    // 4 of 40 against 2.9 expected at the default of .07 (hazard .0726): pulled to 1 by four events' worth of it.
    const { value, low, high } = found.profession.leave;
    expect(value).toBeCloseTo((4 + 4) / (4 + 40 * 0.0726 * 0.95), 0.5);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
  });

  it("count fills of posts that both censuses name", async () => {
    const found = await answer("--workforce", then, "--flows", flows, "--next", next);
    // Six of eight vacancies and all four posts that fell empty were filled.
    expect(found.profession.fill).toMatchObject({ events: 10, evidence: "estimated" });
    expect(found.profession.fill.value).toBeGreaterThan(1);
    const [one] = found.organisations;
    expect(one.groups.map(({ group }: { group: string }) => group)).toEqual(["technologist_to_6"]);
    expect(one.filling.events).toBe(10);
  });

  it("take official turnover as a regressor with a slope and its interval, and say where it changes nothing", async () => {
    const plain = await answer("--workforce", then, "--flows", flows);
    expect(plain.turnover).toBeNull();
    said.out = "";
    const one = await answer("--workforce", then, "--flows", flows, "--turnover", turnover("RJ1"));
    expect(said.talk).toContain("changes nothing: of fewer than three of these organisations");
    expect(one.base.hash).not.toBe(plain.base.hash);
    expect({ ...one, base: plain.base }).toEqual(plain);

    const codes = ["RJ1", "RJ2", "RR8", "RWE", "R1H"];
    const staff = written(
      "several.csv",
      [STAFF, ...codes.flatMap((code) => people("2025-03-31", code, 40)), ""].join("\n"),
    );
    const gone = written(
      "several-flows.csv",
      [
        "direction,organisation_code,role,afc_band,age_band,headcount,reason",
        ...codes.map((code, at) => `leaver,${code},clinical_technologist,6,35_39,${1 + 2 * at},other`),
        "",
      ].join("\n"),
    );
    said.out = "";
    const several = await answer("--workforce", staff, "--flows", gone, "--turnover", turnover(...codes));
    expect(several.turnover).toMatchObject({ organisations: 5 });
    expect(several.turnover.slope).toBeGreaterThan(0);
    expect(several.turnover.low).toBeLessThan(several.turnover.slope);
    said.out = "";
    expect(await run(["--workforce", staff, "--flows", gone, "--turnover", turnover(...codes)])).toBe(0);
    expect(said.out).toMatch(/Official turnover of other staff: 0\.\d+ \(.*\) .* of 5 organisations/);
  });

  it("are the same again, and read as a text without --json", async () => {
    const first = await answer("--workforce", then, "--flows", flows);
    said.out = "";
    expect(await answer("--workforce", then, "--flows", flows)).toEqual(first);
    said.out = "";
    expect(await run(["--workforce", then, "--flows", flows])).toBe(0);
    expect(said.out).toMatch(/Rates of the year from 2025-03-31 to 2026-03-31/);
  });
});

describe("not understood", () => {
  it.each([
    ["no workforce", ["--flows", "f"], "--workforce is missing"],
    ["nothing of the year", ["--workforce", "w"], "--flows and --next are missing"],
    ["a date that is none", ["--workforce", "w", "--flows", "f", "--census", "then"], "no date such as"],
    ["a file that is not there", ["--workforce", join(folder, "none.csv"), "--flows", flows], "none.csv"],
  ])("%s", async (_, args, message) => {
    expect(await run(args)).toBe(2);
    expect(said.talk).toContain(message);
  });

  it("a file with an error is refused with what is wrong where", async () => {
    const wrong = written(
      "wrong.csv",
      "direction,organisation_code,role,afc_band,headcount\nleaver,RJ1,juggler,6,4\n",
    );
    expect(await run(["--workforce", then, "--flows", wrong])).toBe(1);
    expect(said.talk).toContain("juggler");
  });
});
