import { expect, test } from "vitest";
import { ownSums } from "@/lib/disclosure/own-sums";
import type { ServiceRow, SummedRows } from "@/lib/disclosure/release-input";
import { isSaid, ownValues } from "./own-values";
import { unlocksOf } from "./unlocks";

const HOST = "ZS001";
const staff = {
  organisation: HOST,
  role: "clinical_technologist",
  band: "6",
  age: "35_44",
  register: "rct",
  specialism: "renal",
  headcount: 8,
  wte: 7.5,
  eligible: false,
  programme: null,
  funding: null,
  away: null,
};
const service: ServiceRow = {
  organisation: HOST,
  sufficiency: 2,
  procurements: null,
  fromSpecification: null,
  notConsulted: null,
  representedOn: ["cyber_group", "digital_board"],
  reportsTo: null,
  networkIncidents: null,
  incidentsBeforeHarm: null,
  accreditation: [],
  onCall: null,
};
const rows: SummedRows = {
  staff: [staff, { ...staff, organisation: "ZS002", headcount: 2, register: "none", eligible: true }],
  posts: [],
  devices: [
    {
      organisation: HOST,
      riskClass: "low",
      sums: { devices: 4, "service-cost": 30, "acquisition-value": 600 },
    },
  ],
  flows: [
    { organisation: HOST, direction: "leaver", withinNhs: true, step: null, headcount: 2 },
    { organisation: HOST, direction: "joiner", withinNhs: false, step: null, headcount: 2 },
  ],
  stays: [{ organisation: HOST, before: 8, stayed: 6 }],
  services: [service, { ...service, representedOn: ["cyber_group"], sufficiency: 4 }],
  workloads: [
    {
      organisation: HOST,
      required: { value: 9, low: 7, high: 12 },
      compared: { value: 8, low: 6, high: 11 },
      comparedInPost: 5,
      deviceHours: 1000,
      hours: 1200,
      illustrativeHours: 600,
    },
  ],
  hasDevices: new Set([HOST]),
  hasFlows: new Set([HOST]),
};
const values = new Map(ownValues(ownSums(rows)).map((value) => [value.measure.id, value]));

test.each([
  ["people of host and served together", "headcount", 10],
  ["a share of people", "registered", 80],
  ["a rate over those who sent their flows only: 2 of 8", "leaver-rate", 25],
  ["a rate whose numerator is a difference", "leaver-rate-outside", 0],
  ["a share by keys", "stability", 75],
  ["a share of money", "cost-of-service-ratio", 5],
  ["a ratio for each, not per cent", "standard-hours-per-wte", 200],
  ["a difference", "workload-gap", 3],
  ["a share of hours", "illustrative-share", 50],
  ["a judgement of service units", "insufficient-staffing", 50],
  ["not what no line says", "vacancy-rate", null],
  ["not what is blank", "early-involvement", null],
])("says %s", (_, id, wanted) => {
  expect(values.get(id)?.value).toBe(wanted);
});

test("says a requirement with its bounds", () => {
  expect(values.get("requirement")).toMatchObject({ value: 9, range: { low: 7, high: 12 } });
});

test("says in which groups one is, none where one said none, and nothing where one did not say", () => {
  expect(values.get("boards-sat-on")?.groups).toEqual([
    { title: expect.stringMatching(/^Digital/), units: 1 },
    { title: expect.stringMatching(/yber/), units: 2 },
  ]);
  expect(values.get("accreditation")).toMatchObject({ groups: [] });
  expect(values.get("reporting-line")).toMatchObject({ groups: null });
});

test("what is not known is unlocked by a part that was not sent, or by columns of one that was", () => {
  const missing = [...values.values()].filter((value) => !isSaid(value));
  const byPart = (sent: string[]) => unlocksOf(missing, new Set(sent));
  expect(byPart(["workforce", "assets", "flows"]).find(({ part }) => part === "profile")).toMatchObject({
    columns: null,
    measures: expect.arrayContaining(["To whom the head of service reports"]),
  });
  expect(byPart(["workforce", "assets", "flows"]).filter(({ part }) => part === "devices")).not.toEqual([]);
  expect(byPart(["workforce", "assets"]).every(({ part, columns }) => part !== "devices" || columns)).toBe(
    true,
  );
  expect(byPart(["profile"]).find(({ columns }) => columns?.includes("reports_to"))?.measures).toEqual([
    "To whom the head of service reports",
  ]);
});
