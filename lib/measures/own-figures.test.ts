import { expect, test } from "vitest";
import { ownSums } from "@/lib/disclosure/own-sums";
import type { DeviceRow, PostRow, StaffRow, SummedRows } from "@/lib/disclosure/release-input";
import { ownFigures } from "./own-figures";

const OWN = { organisation: "ZS001", role: "manager", band: "7", specialism: "other" };
const post: PostRow = {
  ...OWN,
  establishment: 2,
  inPost: 1.5,
  vacancy: 0.5,
  advertised: 0.5,
  frozen: 0,
  cover: 0.25,
};
const person: StaffRow = {
  ...OWN,
  age: "55_64",
  headcount: 2,
  wte: 0.5,
  register: "none",
  eligible: false,
  programme: null,
  funding: null,
  away: null,
};
const nothing: SummedRows = {
  staff: [],
  posts: [],
  devices: [],
  flows: [],
  stays: [],
  services: [],
  workloads: [],
  hasDevices: new Set(),
  hasFlows: new Set(),
};
const figuresOf = (rows: Partial<SummedRows>) => ownFigures(ownSums({ ...nothing, ...rows }));
const devicesOf = (sums: DeviceRow["sums"]): DeviceRow => ({ organisation: "ZS001", riskClass: "low", sums });

test("forms vacancy, cover and age shares from exact sums", () => {
  const figures = figuresOf({
    staff: [person, { ...person, age: "unknown", headcount: 1 }, { ...person, age: "25_34", headcount: 2 }],
    posts: [post],
    devices: [
      devicesOf({ devices: 10, "ppm-due": 8, "ppm-on-time-jobs": 6, "ppm-due-timed": 8 }),
      devicesOf({ devices: 5, "ppm-due": 4, "ppm-on-time-jobs": null, "ppm-due-timed": null }),
    ],
    hasDevices: new Set(["ZS001"]),
  });
  expect(figures).toMatchObject({
    establishment: 2,
    inPost: 1.5,
    vacancy: 0.5,
    vacancyRate: 25,
    unfilled: 0.25,
    unfilledRate: 12.5,
    advertisedRate: 25,
    headcount: 5,
    aged55: 2,
    share55: 50,
    devices: 15,
    ppmDue: 12,
    ppmOnTime: 6,
    onTimeRate: 75,
    byRole: [{ role: "manager", headcount: 5, wte: 1.5, establishment: 2 }],
    byAge: [
      { age: "25_34", headcount: 2 },
      { age: "55_64", headcount: 2 },
      { age: "unknown", headcount: 1 },
    ],
    reasons: [],
  });
});

test("leaves unknown what was not given, and says why", () => {
  const figures = figuresOf({ posts: [{ ...post, establishment: null, vacancy: 0 }] });
  expect(figures).toMatchObject({
    establishment: null,
    vacancy: null,
    vacancyRate: null,
    advertised: null,
    cover: null,
    devices: null,
    onTimeRate: null,
    share55: null,
  });
  expect(figures.reasons).toHaveLength(2);
});

test("keeps a negative vacancy: more in post than funded", () => {
  expect(figuresOf({ posts: [{ ...post, inPost: 3, vacancy: -1 }] }).vacancy).toBe(-1);
});
