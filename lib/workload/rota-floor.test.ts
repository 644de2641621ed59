import { expect, it } from "vitest";
import { profileRow, standardsOf } from "@/tests/support/workload-service";
import { binding, rotaFloor } from "./rota-floor";
import type { ServiceProfile } from "./service-profile";
import { wholeService } from "./whole-service";
import type { WorkLine } from "./work-line";

const defaults = standardsOf().defaultsOf(null);
const line = (activity: string, hours: number) => ({ activity, hours }) as WorkLine;
const floor = (units: Partial<ServiceProfile>[], lines: WorkLine[] = []) =>
  rotaFloor(wholeService(units.map(profileRow)), lines, defaults);

it.each([
  ["not known where nobody said", [{}], null, []],
  ["none where nobody is on call", [{ onCall: "none" }], 0, []],
  ["the people that the rota takes, as sent", [{ onCall: "full", onCallRotaPeople: 8 }], 8, []],
  ["the default where they were not sent", [{ onCall: "full" }], 6, ["on_call_people_full"]],
  ["fewer for weekdays", [{ onCall: "weekday" }], 4, ["on_call_people_weekday"]],
  [
    "the sum over units, each default once",
    [{ onCall: "full" }, { onCall: "full" }, { onCall: "weekday", onCallRotaPeople: 3 }, {}],
    15,
    ["on_call_people_full"],
  ],
] as const)("the floor of on-call is %s", (_, units, people, used) => {
  const found = floor([...units]);
  expect(found.floor.onCall).toBe(people);
  expect(found.used.map(({ id }) => id)).toEqual(used);
});

it.each([
  ["two where own staff maintain devices", [line("repair", 1)], 2],
  ["none where they only oversee contracts", [line("contract_oversight", 50), line("advice", 9)], null],
  ["none where no hours are spent", [line("repair", 0)], null],
] as const)("the floor of lone working is %s", (_, lines, people) => {
  expect(floor([{}], [...lines]).floor.loneWorking).toBe(people);
});

it.each([
  [5, 3, 2, "workload", 3],
  [3, 3, 2, "workload", 3],
  [2.9, 3, 2, "on_call_rota", 3],
  [1, 2, 2, "on_call_rota", 2],
  [1, null, 2, "lone_working", 2],
  [0, null, null, "workload", 0],
] as const)(
  "of a workload of %d, a rota of %s and %s for lone working, the binding one is %s (by hand)",
  (workload, onCall, loneWorking, by, least) => {
    expect(binding(workload, { onCall, loneWorking })).toEqual({ by, least });
  },
);
