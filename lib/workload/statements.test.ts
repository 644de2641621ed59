import { expect, it } from "vitest";
import { devicesRow, PROFILE, serviceOf, staffRow, standardsOf } from "@/tests/support/workload-service";
import { type RequirementInput, requirement } from "./requirement";

const said = (sent: Partial<RequirementInput>) => {
  const answer = requirement(serviceOf(sent));
  if (!answer.ok) throw new Error(answer.problem.message);
  return new Map(answer.value.statements.map(({ code, text }) => [code, text]));
};
const PUMPS = devicesRow({ ppmDue: 20, repairJobs: 5, backlogStart: 0, backlogEnd: 0 });

it.each([
  ["units-differ", { profiles: [PROFILE, { ...PROFILE, annual_leave_days: 27 }] }, /annual_leave_days/],
  ["backlog-not-sent", { devices: [PUMPS, { ...PUMPS, backlogEnd: null }] }, /on 1 row:/],
  [
    "volume-not-sent",
    { devices: [PUMPS, devicesRow({ repairJobs: 5, devices: 1 })] },
    /planned maintenance for Pumps \(1 device\)/,
  ],
  [
    "volume-not-sent",
    { devices: [devicesRow({ ppmDue: 5, devices: 1200, decommissionJobs: 0 })] },
    /acceptance for any category \(1,200 devices\)/,
  ],
  ["moves-most", { devices: [PUMPS] }, /the time of planned maintenance: by itself, from/],
  ["on-call-not-sent", { profiles: [{ ...PROFILE, onCall: null }] }, /on call/],
  ["own-times", { devices: [PUMPS], times: "own" }, /not to be published/],
  ["times-used", { devices: [PUMPS] }, /100% illustrative\./],
  ["defaults-used", { devices: [PUMPS] }, /lone working people 2 \(illustrative\)/],
  ["staff-not-sent", { devices: [PUMPS] }, /not set against anybody/],
  [
    "not-modelled",
    { devices: [PUMPS], staff: [staffRow({ specialism: "renal", inPost: 0.8 })] },
    /0\.8 WTE in post, of which 0\.8 in renal technology/,
  ],
] as const)("says %s where it is so, and not elsewhere", (code, sent, words) => {
  expect(said(sent as Partial<RequirementInput>).get(code)).toMatch(words);
  const elsewhere: Partial<RequirementInput> = { staff: [], profiles: [{ ...PROFILE }] };
  expect(said(elsewhere).has(code)).toBe(false);
});

it("names four categories and counts the rest", () => {
  const categories = ["code,title,ppm_hours", ..."abcdefg".split("").map((code) => `${code},Kind ${code},`)];
  const texts = said({
    standards: standardsOf({ categories: categories.join("\n") }),
    devices: [
      ..."abcdefg".split("").map((category) => devicesRow({ category, devices: 2, ppmDue: 1 })),
      devicesRow({ category: "a", setting: "theatre", ppmDue: 1, ppmJobs: 1, ppmHours: 1 }),
    ],
  });
  expect(texts.get("time-not-known")).toContain(
    "planned maintenance for Kind a, Kind b, Kind c, Kind d and 3 more categories (14 devices).",
  );
});
