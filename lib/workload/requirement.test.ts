import { describe, expect, it } from "vitest";
import {
  activityRow,
  devicesRow,
  PROFILE,
  profileRow,
  serviceOf,
  staffRow,
  standardsOf,
} from "@/tests/support/workload-service";
import { type Requirement, type RequirementInput, requirement } from "./requirement";

const of = (sent: Partial<RequirementInput>): Requirement => {
  const answer = requirement(serviceOf(sent));
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
};
const codes = ({ statements }: Requirement) => statements.map(({ code }) => code);
const said = ({ statements }: Requirement, code: string) =>
  statements.find((each) => each.code === code)?.text;

describe("published and worked examples", () => {
  it("is that of the HIV clinic in Kenya (Human Resources for Health, 12960-017-0186-3)", () => {
    const clinic = of({
      activities: [activityRow({ activity: "advice", specialism: "other", unit: "session", hours: 25_000 })],
      profiles: [
        {
          ...PROFILE,
          available_days: 234,
          bank_holidays: 0,
          annual_leave_days: 10,
          sickness_days: 30,
          other_absence_days: 15,
          hours_per_day: 8,
          category_allowance_percent: (100 * 10) / 179,
        },
      ],
    });
    expect(clinic.workingTime.days).toBe(179);
    expect(clinic.hours.value / 8).toBe(3125);
    expect(clinic.byActivity[0]?.basicWte).toBeCloseTo(17.46, 2);
    expect(clinic.required?.value).toBeCloseTo(18.49, 2);
  });

  it("is that of a clinical engineering service worked by hand: 14,705 h, 9.47, 12.63, 13.34 WTE, ratio 0.90", () => {
    const service = of({
      devices: [
        devicesRow({ ppmDue: 8000, repairJobs: 4400, backlogStart: 50, backlogEnd: 150 }),
        devicesRow({
          setting: "theatre",
          ppmDue: 0,
          repairJobs: 0,
          acceptanceJobs: 900,
          decommissionJobs: 800,
        }),
      ],
      activities: [
        activityRow({ volume: 60 }),
        activityRow({ activity: "safety_notice", unit: "notice", volume: 120 }),
      ],
      staff: [staffRow({ inPost: 9 }), staffRow({ specialism: "device_governance", inPost: 3 })],
      profiles: [{ ...PROFILE, individualAllowanceHours: 1100 }],
    });
    expect(service.workingTime.hours.value).toBe(1552.5);
    expect(
      Object.fromEntries(service.byActivity.map(({ activity, hours }) => [activity, hours.value])),
    ).toEqual({
      planned_maintenance: 6000,
      repair: 6750,
      acceptance: 675,
      decommission: 320,
      incident_investigation: 480,
      safety_notice: 480,
    });
    expect(service.hours.value).toBe(14_705);
    expect(service.hours.value / 1552.5).toBeCloseTo(9.47, 2);
    expect(service.allowances.individualFactor?.value).toBeCloseTo(0.71, 2);
    expect((service.workload?.value ?? 0) - (service.allowances.individualFactor?.value ?? 0)).toBeCloseTo(
      12.63,
      2,
    );
    expect(service.required?.value).toBeCloseTo(13.34, 2);
    expect(service.staff?.gap?.ratio).toBeCloseTo(0.9, 2);
    expect(service.staff?.gap?.gap.value).toBeCloseTo(1.34, 2);
    expect(service.staff?.coverage).toBe(1);
  });
});

describe("what is not known is named, and never nought", () => {
  it("forms no requirement where nothing is counted", () => {
    const nothing = of({});
    expect(nothing).toMatchObject({ required: null, workload: null, binding: null, illustrativeShare: null });
    expect(codes(nothing).slice(0, 2)).toEqual(["nothing-counted", "staff-not-sent"]);
    expect(codes(nothing)).toContain("devices-not-sent");
    expect(nothing.missing.filter(({ reason }) => reason === "not_sent")).toHaveLength(5 + 17);
  });

  it("gives the WTE that does the work which is not modelled, and leaves it out of the gap", () => {
    const service = of({
      devices: [devicesRow({ devices: 10, ppmDue: 1000, repairJobs: 0 })],
      staff: [
        staffRow({ inPost: 2 }),
        staffRow({ specialism: "rehabilitation", inPost: 2.5 }),
        staffRow({ specialism: "rehabilitation", role: "support", inPost: 0.5 }),
      ],
    });
    expect(service.staff).toMatchObject({
      inPost: 5,
      coverage: 0.4,
      notModelled: [{ specialism: "rehabilitation", wte: 3 }],
      gap: { inPost: 2, compared: [{ specialism: "equipment_management", wte: 2 }] },
    });
    const missing = service.missing.find(({ activity }) => activity === "rehabilitation_referral");
    expect(missing?.doneBy).toEqual([{ specialism: "rehabilitation", wte: 3 }]);
    expect(said(service, "not-modelled")).toContain("3.0 in rehabilitation engineering");
    expect(said(service, "gap-interval")).toContain("compares 40% of the WTE in post");
  });

  it("does not tell the WTE of people whose other work is counted", () => {
    const service = of({
      devices: [devicesRow({ ppmDue: 1000 })],
      staff: [staffRow({ inPost: 2 })],
    });
    const repair = service.missing.find(({ activity }) => activity === "repair");
    expect(repair).toMatchObject({
      reason: "volume",
      doneBy: [{ specialism: "equipment_management", wte: null }],
    });
  });

  it("leaves work out that the profile says is done elsewhere", () => {
    const provision = new Map([["rehabilitation", "contracted"]]);
    const activities = of({ profiles: [{ ...PROFILE, provision }] }).missing.map(({ activity }) => activity);
    expect(activities).not.toContain("rehabilitation_referral");
    expect(activities).toContain("clinical_measurement_study");
  });

  it("says which specialisms of the organisation are not in the return", () => {
    const provision = new Map([["renal", "in_trust_not_returned"]]);
    expect(said(of({ profiles: [{ ...PROFILE, provision }] }), "in-trust-not-returned")).toContain("Renal");
  });

  it("takes no individual allowance for none when it was not sent", () => {
    const service = of({
      devices: [devicesRow({ ppmDue: 10 })],
      profiles: [{ ...PROFILE, individualAllowanceHours: null }],
    });
    expect(service.allowances.individualFactor).toBeNull();
    expect(codes(service)).toContain("individual-allowance-not-sent");
  });

  it("says how many of the devices that own staff plan for are counted", () => {
    const service = of({
      devices: [
        devicesRow({ devices: 30, ppmDue: 30 }),
        devicesRow({ devices: 10, category: "linac", ppmDue: 120 }),
        devicesRow({ devices: 500, maintenanceModel: "contract_full" }),
      ],
    });
    expect(service.deviceCoverage).toBe(0.75);
    expect(said(service, "time-not-known")).toContain("Linear accelerators (10 devices)");
  });
});

describe("how sure it is", () => {
  const timed = (pooledHours: number, illustrativeHours: number) =>
    of({
      devices: [devicesRow({ ppmDue: pooledHours, repairJobs: 0 })],
      activities: [activityRow({ volume: illustrativeHours / 8 })],
      pooled: new Map([
        [
          "planned_maintenance pump",
          {
            activity: "planned_maintenance",
            of: "pump",
            organisations: 12,
            median: 1,
            value: 1,
            low: 0.9,
            high: 1.1,
          },
        ],
      ]),
      staff: [staffRow({ inPost: 1 }), staffRow({ specialism: "device_governance", inPost: 1 })],
    });

  it.each([
    ["a quarter or less is illustrative", 3000, 1000, false],
    ["more than a quarter is illustrative", 3000, 1040, true],
  ])("is an interval only where %s", (_, pooledHours, illustrativeHours, interval) => {
    const service = timed(pooledHours, illustrativeHours);
    expect(service.illustrativeShare).toBeCloseTo(illustrativeHours / (pooledHours + illustrativeHours), 12);
    expect(service.answerIsInterval).toBe(interval);
    const warned = service.statements.filter(({ text }) =>
      text.includes("not evidence of over- or under-staffing"),
    );
    expect(warned).toHaveLength(interval ? 2 : 0);
    expect(codes(service)).toContain(interval ? "gap-interval" : "gap-short");
  });

  it("says which times were used for what share of the hours", () => {
    expect(timed(3000, 1000).timesUsed).toEqual([
      { time: "pooled", hours: 3000, share: 0.75 },
      { time: "illustrative", hours: 1000, share: 0.25 },
    ]);
  });

  it("counts a sent time on an illustrative volume as illustrative", () => {
    const service = of({ devices: [devicesRow({ devices: 100, ppmDue: 0 })] });
    expect(service.lines.find(({ activity }) => activity === "repair")).toMatchObject({
      volume: 30,
      volumeFrom: "illustrative",
      hours: 45,
      byTime: { low: 30, high: 90 },
      byVolume: { low: 30, high: 90 },
      // Two sources that are each off by a factor of 1.5 downwards and 2 upwards.
      low: expect.closeTo(45 / 1.5 ** Math.SQRT2, 9),
      high: expect.closeTo(45 * 2 ** Math.SQRT2, 9),
    });
    expect(service.illustrativeShare).toBe(1);
  });

  it("widens the interval by the range of a default, and echoes the default with its class and source", () => {
    const devices = [devicesRow({ ppmDue: 20_000, repairJobs: 0 })];
    const exact = of({ devices });
    const open = of({ devices, profiles: [{ ...PROFILE, category_allowance_percent: null }] });
    expect(open.required?.value).toBeCloseTo(exact.required?.value ?? 0, 12);
    const off = (...factors: number[]) => Math.exp(Math.hypot(...factors.map(Math.log)));
    expect(exact.required?.low).toBeCloseTo((exact.required?.value ?? 0) / 1.5, 9);
    expect(open.required?.low).toBeCloseTo((open.required?.value ?? 0) / off(1.5, 0.85 / 0.75), 9);
    expect(open.required?.high).toBeCloseTo((open.required?.value ?? 0) * off(2, 0.75 / 0.65), 9);
    expect(open.sensitivity.map(({ of: what, activity }) => [what, activity])).toEqual([
      ["time", "planned_maintenance"],
      ["category_allowance", null],
    ]);
    expect(said(open, "moves-most")).toContain("the time of planned maintenance");
    expect(open.defaults).toContainEqual(
      expect.objectContaining({ id: "category_allowance_percent", value: 25, evidence: "illustrative" }),
    );
    expect(open.defaults.every(({ source }) => source.length > 0)).toBe(true);
    expect(said(open, "defaults-used")).toContain("category allowance percent 25 (illustrative)");
    expect(exact.defaults.map(({ id }) => id)).toEqual(["lone_working_people"]);
  });

  it("rests wholly on defaults where the profile is blank", () => {
    const blank = of({ devices: [devicesRow({ ppmDue: 10_000, repairJobs: 0 })], profiles: [profileRow()] });
    // By hand: 216 days at best and 195 at worst, and from 15 to 35 %, each by itself, beside times from ⅔ to double.
    const value = 7500 / (207 * 7.5) / 0.75;
    const off = (...factors: number[]) => Math.exp(Math.hypot(...factors.map(Math.log)));
    expect(blank.workload?.value).toBeCloseTo(value, 9);
    expect(blank.workload?.low).toBeCloseTo(value / off(1.5, 216 / 207, 0.85 / 0.75), 9);
    expect(blank.workload?.high).toBeCloseTo(value * off(2, 207 / 195, 0.75 / 0.65), 9);
    expect(blank.sensitivity.map(({ of: what }) => what)).toEqual([
      "time",
      "category_allowance",
      "working_time",
    ]);
    expect(blank.workingTime).toMatchObject({ days: 207, hoursPerDay: 7.5 });
    expect(blank.defaults.map(({ id }) => id)).toEqual([
      "standard_hours_per_week",
      "available_days",
      "bank_holidays",
      "annual_leave_days",
      "sickness_days",
      "other_absence_days",
      "category_allowance_percent",
      "lone_working_people",
    ]);
    expect(of({ nation: "N92000002", profiles: [] }).workingTime.bankHolidays).toBe(10);
  });
});

describe("a gap of nought or below", () => {
  it("is never called a surplus, whatever is said", () => {
    const pooled = new Map([
      [
        "planned_maintenance pump",
        {
          activity: "planned_maintenance",
          of: "pump",
          organisations: 12,
          median: 1,
          value: 1,
          low: 0.9,
          high: 1.1,
        },
      ],
    ]);
    const service = of({
      devices: [devicesRow({ ppmDue: 3000, repairJobs: 0 })],
      staff: [staffRow({ inPost: 20 })],
      pooled,
    });
    expect(service.staff?.gap?.gap.value).toBeLessThan(0);
    expect(codes(service)).toContain("gap-none");
    const words = service.statements.map(({ text }) => text).join(" ");
    expect(words).not.toMatch(/surplus|overstaff|excess|too many/i);
    expect(said(service, "gap-none")).toContain("no measure of spare staff");
  });

  it("is not formed where no specialism has both staff and its main work", () => {
    const service = of({
      devices: [devicesRow({ ppmDue: 3000 })],
      staff: [staffRow({ specialism: "clinical_computing", inPost: 2 })],
    });
    expect(service.staff).toMatchObject({ gap: null, coverage: 0 });
    expect(codes(service)).toContain("gap-not-formed");
  });
});

describe("by date", () => {
  const devices = [devicesRow({ ppmDue: 4000, repairJobs: 0 })];

  it("takes Scotland's week of 36 hours from 1 April 2026", () => {
    const scotland = { nation: "S92000003", devices, profiles: [profileRow()] };
    const before = of({ ...scotland, at: "2026-03-31" });
    const after = of({ ...scotland, at: "2026-04-01" });
    expect([before.workingTime.hoursPerDay, after.workingTime.hoursPerDay]).toEqual([37 / 5, 36 / 5]);
    expect((after.workload?.value ?? 0) / (before.workload?.value ?? 1)).toBeCloseTo(37 / 36, 12);
    expect(after.requiredAt37_5Hours?.value).toBeCloseTo(before.requiredAt37_5Hours?.value ?? 0, 12);
    expect(said(after, "week-changes")).toContain("36 hours by then, not 37");
    expect(codes(before)).not.toContain("week-changes");
    expect(
      of({ nation: "E92000001", devices, profiles: [profileRow()], at: "2026-04-01" }).workingTime
        .hoursPerDay,
    ).toBe(7.5);
  });

  it("lowers hours by productivity, year by year, but not the individual allowance", () => {
    const profiles = [{ ...PROFILE, individualAllowanceHours: 1552.5 }];
    const later = of({ devices, profiles, at: "2028-03-31", productivity: 0.1 });
    expect(later.years).toBe(2);
    expect(later.hours.value).toBeCloseTo(3000 * 0.81, 9);
    expect([later.hours.low, later.hours.high]).toEqual([
      expect.closeTo(2000 * 0.81, 9),
      expect.closeTo(6000 * 0.81, 9),
    ]);
    expect(later.allowances.individualFactor?.value).toBe(1);
    expect(later.workload?.value).toBeCloseTo(((3000 * 0.81) / 1552.5) * (4 / 3) + 1, 9);
    expect(said(later, "productivity")).toContain("10% a year over 2.0 years");
  });
});

describe("the floor of rotas", () => {
  it.each([
    ["the workload where it is the greatest", 8000, "full", 3, "workload"],
    ["the on-call rota", 100, "full", 7, "on_call_rota"],
    ["lone working", 100, "none", null, "lone_working"],
  ] as const)("binds or does not: %s", (_, ppmDue, onCall, people, binding) => {
    const service = of({
      devices: [devicesRow({ ppmDue, repairJobs: 0 })],
      profiles: [{ ...PROFILE, onCall, onCallRotaPeople: people }],
    });
    expect(service.binding).toBe(binding);
    if (binding === "workload") expect(service.required).toEqual(service.workload);
    else expect(service.required).toEqual({ value: people ?? 2, low: people ?? 2, high: people ?? 2 });
    expect(codes(service).includes("floor-binds")).toBe(binding !== "workload");
  });
});

describe("host and served", () => {
  it("are one service", () => {
    const service = of({
      devices: [devicesRow({ ppmDue: 100 })],
      profiles: [
        { ...PROFILE, served: ["RJZ", "RJ2"] },
        { ...PROFILE, served: ["RJZ"] },
      ],
    });
    expect(service.organisations).toEqual(["RJ1", "RJ2", "RJZ"]);
    expect(said(service, "served-together")).toContain("RJ1, RJ2 and RJZ together");
  });
});

describe("what cannot be answered", () => {
  it.each([
    ["a day before the census", { at: "2026-03-30" }, "date-early"],
    ["a productivity of one", { productivity: 1 }, "productivity"],
    ["a productivity below nought", { productivity: -0.01 }, "productivity"],
    [
      "a profile without time for work",
      { profiles: [{ ...PROFILE, available_days: 40 }] },
      "no-working-time",
    ],
    [
      "an allowance that takes all time",
      { profiles: [{ ...PROFILE, category_allowance_percent: 100 }] },
      "category-allowance",
    ],
  ])("is %s", (_, sent, code) => {
    const answer = requirement(serviceOf(sent));
    expect(answer).toMatchObject({ ok: false, problem: { code, mend: expect.any(String) } });
  });
});

it("needs standards of every maintenance model that devices may have", () => {
  expect(() => of({ devices: [devicesRow({ maintenanceModel: "by_magic" })] })).toThrow("by_magic");
  expect(standardsOf().models.size).toBe(7);
});
