import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type PlaceToProject, wholeNation } from "@/lib/scenarios/prepare-projection";
import { project } from "@/lib/scenarios/project";
import { checkScenario } from "@/lib/scenarios/read-scenario";
import { populationOf } from "@/lib/supply/scenario.fixture";
import { sumPopulations } from "@/lib/supply/sum-populations";
import { bundle } from "./bootstrap/bundle.mjs";
import { projectInThreads } from "./project-in-threads";

let program: string;
beforeAll(async () => {
  const built = await bundle(process.cwd());
  if (!built.ok) throw new Error(built.message);
  program = join(dirname(built.entry), "project-thread.js");
}, 60_000);

const OWN = [3, 5, 8, 13, 21].map(
  (posts, at): PlaceToProject => ({
    ...wholeNation(populationOf({ group: at, ages: { 30: posts, 57: posts }, vacant: 2 }), `T${at}`),
    view: "organisation",
    standardHours: (date) => (date < "2028" ? 37 : 36),
    requirement: (_change, date) => ({
      requiredWte: 40 + Number(date.slice(3, 4)),
      comparedWte: 30,
      coverage: 0.8,
      illustrativeShare: 0.1,
    }),
  }),
);
const PLACES = [...OWN, wholeNation(sumPopulations(OWN.map(({ population }) => population)))];
const scenario = (runs: number) => {
  const read = checkScenario({ format: "muster-scenario/1", title: "Threads", horizon: 6, runs });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return { scenario: read.value, census: "2026-03-31", places: PLACES };
};

test.each([2, 4])("%i threads give what one does, to the bit", async (threads) => {
  const asked = scenario(1100);
  expect(await projectInThreads(asked, { program, threads })).toEqual(project(asked));
});

test("a thread that fails is no answer", async () => {
  await expect(
    projectInThreads(scenario(1100), { program: join(program, "../nothing-here.js"), threads: 2 }),
  ).rejects.toThrow("nothing-here");
});

test("where there is little to do no thread is begun", async () => {
  const asked = scenario(10);
  const nowhere = { program: "/nothing-here.js", threads: 2 };
  expect(await projectInThreads(asked, nowhere)).toEqual(project(asked));
});
