import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { capturedOutput } from "@/tests/support/captured-output";
import { run } from "./require";

const folder = mkdtempSync(join(tmpdir(), "muster-require-"));
const written = (name: string, text: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const said = capturedOutput();
afterAll(() => rmSync(folder, { recursive: true }));

const PERIOD = "2025-04-01,2026-03-31";
const DEVICES_HEADER =
  "period_start,period_end,organisation_code,owner_organisation_code,category,maintenance_model,device_count_end,ppm_due,ppm_jobs,ppm_hours,repair_jobs,acceptance_jobs,decommission_jobs";
const devices = written(
  "devices.csv",
  // Pumps: 4,000 × 0.6 = 2,400 h planned, 900 × 1.0 = 900 h repair. The served organisation's monitors: 1,000 × 0.8 = 800 h.
  `${DEVICES_HEADER}\n${PERIOD},RJ1,,infusion_pump,in_house,4000,4000,3900,1560,900,0,0\n${PERIOD},RJ1,RJZ,patient_monitor,in_house,1000,1000,,,0,0,0\n`,
);
const profile = written(
  "profile.csv",
  // The census as a spreadsheet writes it.
  "Organisation code,Census date,Organisations served,Hours a day,available_days,bank_holidays,annual_leave_days,sickness_days,other_absence_days,category_allowance_percent,individual_allowance_hours,on_call\nRJ1,31/03/2026,RJZ,7.5,260,8,30,10,5,25,0,none\n",
);
const activities = written(
  "activities.csv",
  `period_start,period_end,organisation_code,activity,specialism,unit,volume,hours\n${PERIOD},RJ1,Safety notices,device_governance,Notices,120,\n`,
);
const workforce = written(
  "workforce.csv",
  "census_date,organisation_code,line_type,role,specialism,afc_band,establishment_wte,in_post_wte,headcount,age_band,absence\n2026-03-31,RJ1,group,Technologist,EBME,6,,2,2,unknown,none\n2026-03-31,RJ1,person,Technologist,EBME,6,,1,1,unknown,Maternity leave\n2026-03-31,RJ1,budget,Technologist,EBME,6,5,,,,\n2026-03-31,RJ1,person,clinical_technologist,Dialysis,6,,0.8,1,45_49,\n",
);
const BASIC = ["--devices", devices, "--profile", profile];
const json = async (args: string[]) => {
  expect(await run([...args, "--json"]), said.talk).toBe(0);
  return JSON.parse(said.out);
};

describe("muster require", () => {
  it("answers in JSON, from files as trusts write them, host and served together", async () => {
    const answer = await json([...BASIC, "--activities", activities, "--workforce", workforce]);
    expect(answer).toMatchObject({
      organisation: "RJ1",
      organisations: ["RJ1", "RJZ"],
      census: "2026-03-31",
      at: "2026-03-31",
      hours: { value: 2400 + 900 + 800 + 480 },
      workingTime: { hours: { value: 1552.5 } },
      staff: {
        inPost: 3.8,
        notModelled: [{ specialism: "renal", wte: 0.8 }],
        gap: { inPost: 3, compared: [{ specialism: "equipment_management", wte: 3 }] },
      },
      illustrativeShare: 1,
      answerIsInterval: true,
    });
    expect(answer.required.value).toBeCloseTo((4580 / 1552.5) * (4 / 3), 9);
    expect(answer.own).toBeUndefined();
  });

  it("answers in words: a table, then sentences", async () => {
    expect(await run([...BASIC, "--workforce", workforce]), said.talk).toBe(0);
    expect(said.out).toMatch(/^Requirement of RJ1 and RJZ on 2026-03-31\n/);
    expect(said.out).toMatch(/^Planned maintenance +3,200 +1,920 to 5,120 +2\.06$/m);
    expect(said.out).toMatch(/^Required {2,}2\.4 to 5\.3$/m);
    expect(said.out).toMatch(/^In post, those compared +3\.0$/m);
    expect(said.out).toMatch(/^Of them not away for long +2\.0$/m);
    expect(said.out).toContain("(260 − 8 − 30 − 10 − 5) days of 7.50 hours = 1,552.5 hours");
    expect(said.out).toContain("not evidence of over- or under-staffing");
    expect(said.out).toContain("0.8 in renal technology");
    expect(said.talk).toBe("");
  });

  it("adds the requirement at the service's own times only when asked", async () => {
    const answer = await json([...BASIC, "--own"]);
    expect(answer.own.hours.value).toBe(4000 * 0.4 + 900 + 800);
    expect(answer.own.statement.text).toContain("not to be published");
    expect(answer.lines.every(({ time }: { time: string }) => time !== "own")).toBe(true);
  });

  it("pools times over the organisations in a folder, for the census alone", async () => {
    const codes = ["R0A", "R0B", "R0D", "R1F", "R1H", "R1K", "RA2", "RA7", "RA9", "RAE"];
    for (const code of codes)
      for (const [year, hours] of [
        ["2026", 2400],
        ["2025", 9999],
      ] as const)
        written(
          `pool/${year}/${code}/devices.csv`,
          `${DEVICES_HEADER}\n${Number(year) - 1}-04-01,${year}-03-31,${code},,infusion_pump,in_house,100,4000,4000,${hours},0,0,0\n`,
        );
    written("pool/2026/RZZ/devices.csv", "nonsense\n");
    const answer = await json([...BASIC, "--pool", join(folder, "pool")]);
    const line = answer.lines.find(
      (each: { activity: string; category: string }) =>
        each.activity === "planned_maintenance" && each.category === "infusion_pump",
    );
    expect(line).toMatchObject({ time: "pooled", hoursPerUnit: expect.closeTo(0.6, 9) });
    expect(said.talk).toContain("2026/RZZ/devices.csv is left out of the pool");
    expect(said.talk.match(/left out/g)).toHaveLength(1);
  });

  it("splits by role with the service's own mix", async () => {
    const mix = written("mix.csv", "role,share_percent\nclinical_technologist,75\nsupport,25\n");
    const answer = await json([...BASIC, "--mix", mix]);
    expect(answer.byRole).toMatchObject({
      by: "own_mix",
      parts: [
        { id: "clinical_technologist", share: 0.75 },
        { id: "support", share: 0.25 },
      ],
    });
  });

  it("knows Scotland's week by date, and lowers hours by productivity", async () => {
    const scottish = written("scottish-profile.csv", "organisation_code,census_date\nS08000024,2026-03-31\n");
    const theirs = written(
      "scottish-devices.csv",
      `${DEVICES_HEADER}\n${PERIOD},S08000024,,infusion_pump,in_house,4000,4000,,,0,0,0\n`,
    );
    const args = ["--devices", theirs, "--profile", scottish];
    const now = await json(args);
    said.out = "";
    const later = await json([...args, "--at", "2027-03-31", "--productivity", "2"]);
    expect([now.workingTime.hoursPerWeek, later.workingTime.hoursPerWeek]).toEqual([37, 36]);
    expect(later.hours.value).toBeCloseTo(now.hours.value * 0.98, 9);
  });

  it("does as it is told where the profile does not say whose or when", async () => {
    const open = written("open-profile.csv", "organisation_code,census_date\nRJ1,31 March\n");
    const args = ["--devices", devices, "--profile", open];
    expect(await run(args)).toBe(2);
    expect(said.talk).toContain("Add --organisation CODE and --census DATE");
    said.talk = "";
    expect(await run([...args, "--organisation", "rj1", "--census", "2026-03-31"])).toBe(1);
    expect(said.talk).toContain("31 March");
  });
});

describe("what muster require cannot use", () => {
  const wrong = written(
    "wrong.csv",
    `${DEVICES_HEADER}\n${PERIOD},RJ1,,no_such_thing,in_house,1,1,,,0,0,0\n`,
  );
  const busy = written(
    "busy.csv",
    "organisation_code,census_date,organisations_served,available_days\nRJ1,2026-03-31,RJZ,20\n",
  );
  const mixes = (text: string, name: string) => written(`mix-${name}.csv`, `role,share_percent\n${text}\n`);
  it.each([
    ["no devices", ["--profile", profile], 2, /--devices is missing/],
    ["no profile", ["--devices", devices], 2, /--profile is missing/],
    ["a file without its part", [...BASIC, workforce], 2, /name it by its part/],
    ["an option that is none", [...BASIC, "--quick"], 2, /--quick/],
    ["a day that is none", [...BASIC, "--at", "tomorrow"], 2, /“tomorrow”, which is no date/],
    ["a productivity that is none", [...BASIC, "--productivity", "much"], 2, /“much”/],
    ["all hours saved", [...BASIC, "--productivity", "100"], 2, /from 0 to below 100/],
    ["a file that is not there", ["--devices", "/nowhere.csv", "--profile", profile], 2, /is not there/],
    ["a profile that is not there", ["--devices", devices, "--profile", "/nowhere.csv"], 2, /is not there/],
    ["an organisation that is none", [...BASIC, "--organisation", "QQQQ"], 2, /no organisation's code/],
    ["a file with errors", ["--devices", wrong, "--profile", profile], 1, /no_such_thing/],
    ["a file that is refused", ["--devices", written("none.csv", ""), "--profile", profile], 2, /empty/],
    ["a pool that is not there", [...BASIC, "--pool", join(folder, "nowhere")], 2, /folder of return files/],
    ["a day before the census", [...BASIC, "--at", "2020-01-01"], 1, /before the census/],
    ["a profile without time for work", ["--devices", devices, "--profile", busy], 1, /leaves -33 days/],
    ["a mix of no role", [...BASIC, "--mix", mixes("porter,100", "role")], 2, /“porter” is no role/],
    [
      "a mix of one role twice",
      [...BASIC, "--mix", mixes("support,50\nsupport,50", "twice")],
      2,
      /is there twice/,
    ],
    ["a mix without a share", [...BASIC, "--mix", mixes("support,", "share")], 2, /“” is no percentage/],
    ["a mix that does not add up", [...BASIC, "--mix", mixes("support,90", "sum")], 2, /add up to 90%/],
  ])("is %s", async (_, args, code, says) => {
    expect(await run(args)).toBe(code);
    expect(said.talk).toMatch(says);
    expect(said.out).toBe("");
  });
});
