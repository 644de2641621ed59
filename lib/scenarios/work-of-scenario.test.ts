import { expect, test } from "vitest";
import { SAME_WORK } from "@/lib/workload/work-change";
import { checkScenario } from "./read-scenario";
import type { Lever } from "./scenario";
import { workOfScenario } from "./work-of-scenario";

const growth = (value: number, of: object = {}): Lever => ({
  id: "device-growth",
  from: 2027,
  value,
  reason: "The test",
  ...of,
});
const AT = { places: ["Y56"], censusYear: 2026, years: 3 };

test("growth of some devices adds up year by year beside that of all", () => {
  const path = workOfScenario(
    [],
    [growth(0.1), growth(0.5, { setting: "home", to: 2028 }), growth(0.2, { category: "pump", from: 2029 })],
    AT,
  );
  expect(path.map(({ devices }) => devices)).toEqual(
    [1, 1.1, 1.1 ** 2, 1.1 ** 3].map((one) => expect.closeTo(one, 9)),
  );
  expect(path[2]?.growing).toEqual([{ category: null, setting: "home", factor: 2.25 }]);
  expect(path[3]?.growing).toEqual([
    { category: null, setting: "home", factor: 2.25 },
    { category: "pump", setting: null, factor: 1.2 },
  ]);
});

test("of another place it is not, and without any the work is the same", () => {
  const path = workOfScenario([], [growth(0.5, { setting: "home", place: "Y60" })], AT);
  for (const change of path) expect(change).toEqual(SAME_WORK);
  // The very same, by which others tell that nothing of it changed.
  for (const { growing } of path) expect(growing).toBe(SAME_WORK.growing);
});

test("a setting that there is not, or of another lever, is refused", () => {
  const refused = (lever: object) => {
    const read = checkScenario({ format: "muster-scenario/1", title: "One", horizon: 3, levers: [lever] });
    return read.ok ? [] : read.problem.map(({ path }) => path);
  };
  expect(refused(growth(0.1, { setting: "moon" }))).toEqual(["levers[0].setting"]);
  expect(refused({ ...growth(0.1, { setting: "home" }), id: "productivity" })).toEqual(["levers[0].setting"]);
  expect(refused({ ...growth(0.1, { category: "pump" }), id: "retention" })).toEqual(["levers[0].category"]);
  expect(refused(growth(0.1, { setting: "home", category: "pump" }))).toEqual([]);
});
