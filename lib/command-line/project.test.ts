import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { capturedOutput } from "@/tests/support/captured-output";
import { run } from "./project";

const folder = mkdtempSync(join(tmpdir(), "muster-project-"));
const written = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const said = capturedOutput();
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER =
  "census_date,organisation_code,line_type,role,specialism,afc_band,establishment_wte,in_post_wte,headcount,age_band,vacancy_state";
const rows = (code: string, count: number, age: string) =>
  `2026-03-31,${code},group,clinical_technologist,equipment_management,6,${count},${count},${count},${age},\n2026-03-31,${code},vacancy,clinical_technologist,equipment_management,6,1,,1,,advertised\n`;
const one = written("one.csv", `${HEADER}\n${rows("RJ1", 9, "30_34")}`);
const two = written("two.csv", `${HEADER}\n${rows("RJ1", 9, "30_34")}${rows("RJZ", 5, "55_59")}`);
const scenario = written(
  "scenario.json",
  JSON.stringify({ format: "muster-scenario/1", title: "Short", horizon: 3, runs: 50, seed: 3 }),
);

const answer = async (...args: string[]) => {
  said.out = "";
  said.talk = "";
  expect(await run([...args, "--json"]), said.talk).toBe(0);
  return JSON.parse(said.out);
};

describe("an answer", () => {
  it("echoes every input, and gives each place, group and year", async () => {
    const found = await answer("--workforce", one, "--scenario", scenario);
    expect(found.scenario).toMatchObject({ title: "Short", horizon: 3, seed: 3, runs: 50 });
    expect(found.scenarioHash).toMatch(/^[0-9a-f]{64}$/);
    expect(found.base).toMatchObject({ kind: "files", census: "2026-03-31" });
    expect(found.assumptions.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(["leave-by-age", "move", "retire-by-age", "fill-hazard", "entry-age"]),
    );
    expect(found.restsOnIllustrative.length).toBeGreaterThan(5);
    expect(found.places.map(({ place, view }: { place: string; view: string }) => [place, view])).toEqual([
      ["RJ1", "organisation"],
      ["ALL", "nation"],
    ]);
    const [all, group] = found.places[0].groups;
    expect([all.group, group.group]).toEqual(["all", "technologist_to_6"]);
    expect(all.years).toHaveLength(4);
    expect(all.years[0]).toMatchObject({ filledPosts: { expected: 9 }, establishmentWte: 10, flows: null });
    expect(all.years[3].filledPosts.p5).toBeLessThanOrEqual(all.years[3].filledPosts.p95);
  });

  it("is the same again, and says another for another seed", async () => {
    const first = await answer("--workforce", one, "--scenario", scenario);
    expect(await answer("--workforce", one, "--scenario", scenario)).toEqual(first);
    const other = await answer("--workforce", one, "--scenario", scenario, "--seed", "4");
    expect(other.scenarioHash).not.toBe(first.scenarioHash);
    expect(other.places[0].groups[0].years[3].filledPosts.expected).toBe(
      first.places[0].groups[0].years[3].filledPosts.expected,
    );
    expect(other.places[0].doubt).not.toEqual(first.places[0].doubt);
  });

  it("takes organisations from one file as from several", async () => {
    const second = written("second.csv", `${HEADER}\n${rows("RJZ", 5, "55_59")}`);
    const together = await answer("--workforce", two, "--scenario", scenario);
    const apart = await answer("--workforce", one, "--workforce", second, "--scenario", scenario);
    expect(together.places).toEqual(apart.places);
    expect(together.places).toHaveLength(3);
    const posts = together.places.map(
      (place: { groups: { years: { filledPosts: { expected: number } }[] }[] }) =>
        place.groups[0]?.years[0]?.filledPosts.expected,
    );
    expect(posts[2]).toBeCloseTo(posts[0] + posts[1], 12);
  });

  it("without runs gives expectations alone, and in words by default", async () => {
    const found = await answer("--workforce", one, "--scenario", scenario, "--runs", "0");
    expect(found.places[0].groups[0].years[3].inPostWte).toEqual({ expected: expect.any(Number) });
    expect(found.places[0].doubt).toBeNull();
    expect(await run(["--workforce", one, "--scenario", "retention", "--runs", "0"])).toBe(0);
    expect(said.out).toContain("Retention: 10 years from 2026-03-31");
    expect(said.out).toContain("Rests on illustrative defaults:");
  });

  it("takes a code that no table has, and says so", async () => {
    const found = await answer(
      "--workforce",
      written("x.csv", `${HEADER}\n${rows("X9999", 4, "40_44")}`),
      "--scenario",
      scenario,
    );
    expect(found.places[0].notes[0]).toContain("X9999");
  });
});

describe("with what the work is", () => {
  const PERIOD = "2025-04-01,2026-03-31";
  // Pumps: 4,000 × 0.6 = 2,400 h planned and 900 h repair by the illustrative times; 1,000 monitors under contract.
  const devices = written(
    "devices.csv",
    `period_start,period_end,organisation_code,category,maintenance_model,device_count_end,ppm_due,ppm_jobs,ppm_hours,repair_jobs,acceptance_jobs,decommission_jobs\n${PERIOD},RJ1,infusion_pump,in_house,4000,4000,3900,1560,900,0,0\n${PERIOD},RJ1,patient_monitor,contract_full,1000,1000,1000,,100,0,0\n`,
  );
  const under = async (...levers: object[]) => {
    const text = JSON.stringify({
      format: "muster-scenario/1",
      title: "Work",
      horizon: 2,
      runs: 0,
      levers: levers.map((one) => ({ from: 2027, reason: "r", ...one })),
    });
    const found = await answer(
      "--workforce",
      one,
      "--devices",
      devices,
      "--scenario",
      written("work.json", text),
    );
    return found.places as {
      requirement: { requiredWte: number[] };
      groups: { years: { workloadGap: { wte: number } | null }[] }[];
    }[];
  };

  it("forms the requirement and the workload gap, for all places together as well", async () => {
    const [own, all] = await under();
    const [now = 0, next = 0] = own?.requirement.requiredWte ?? [];
    expect(now).toBeGreaterThan(2);
    expect(next).toBeCloseTo(now, 6);
    expect(all?.requirement.requiredWte[0]).toBeCloseTo(now, 12);
    expect(own?.groups[0]?.years[0]?.workloadGap?.wte).toBeLessThan(0);
    expect(own?.groups[1]?.years[0]?.workloadGap).toBeNull();
  });

  it("moves by what is done about the work, and by the right amount", async () => {
    const usual = (await under())[0]?.requirement.requiredWte ?? [];
    const moved = async (lever: object, year = 1) =>
      ((await under(lever))[0]?.requirement.requiredWte[year] ?? Number.NaN) / (usual[year] ?? Number.NaN);
    expect(await moved({ id: "device-growth", value: 0.1 })).toBeCloseTo(1.1, 9);
    expect(await moved({ id: "device-growth", value: 0.1 }, 2)).toBeCloseTo(1.21, 9);
    const pumps = await moved({ id: "device-growth", category: "infusion_pump", value: 0.1 });
    const monitors = await moved({ id: "device-growth", category: "patient_monitor", value: 0.1 });
    expect(pumps).toBeGreaterThan(monitors);
    expect(pumps - 1 + monitors - 1).toBeCloseTo(0.1, 9);
    expect(await moved({ id: "productivity", value: 0.02 }, 2)).toBeCloseTo(0.98 ** 2, 9);
    expect(await moved({ id: "planned-maintenance", value: 0.5 })).toBeLessThan(0.75);
    expect(await moved({ id: "in-sourcing", value: 1 })).toBeGreaterThan(1.05);
  });

  it("without it, says that a lever on it does nothing", async () => {
    await run(["--workforce", one, "--scenario", "risk-based-maintenance", "--runs", "0", "--json"]);
    expect(JSON.parse(said.out).warnings[0]).toContain("does nothing");
    expect(said.talk).toContain("planned-maintenance");
  });
});

describe("what cannot be done is said, with its exit code", () => {
  it.each<[string, string[], number, RegExp]>([
    ["nothing asked", [], 2, /--workforce is missing/],
    ["no scenario", ["--workforce", one], 2, /--scenario is missing/],
    [
      "a number of runs that is none",
      ["--workforce", one, "--scenario", scenario, "--runs", "many"],
      2,
      /--runs is “many”/,
    ],
    [
      "a scenario that is not there",
      ["--workforce", one, "--scenario", "none-such"],
      1,
      /no ready-made scenario/,
    ],
    [
      "a file that is not there",
      ["--workforce", join(folder, "none.csv"), "--scenario", scenario],
      2,
      /is not there/,
    ],
    [
      "a file without owners",
      ["--workforce", written("none.csv.txt", "a,b\n1,2\n"), "--scenario", scenario],
      2,
      /organisation_code/,
    ],
    [
      "two censuses",
      [
        "--workforce",
        written(
          "dates.csv",
          `${HEADER}\n${rows("RJ1", 9, "30_34")}${rows("RJ1", 9, "30_34").replaceAll("2026-", "2025-")}`,
        ),
        "--scenario",
        scenario,
      ],
      2,
      /several censuses/,
    ],
    [
      "an error in a cell",
      ["--workforce", written("bad.csv", `${HEADER}\n${rows("RJ1", 9, "thirty")}`), "--scenario", scenario],
      1,
      /age_band/,
    ],
    [
      "a scenario of a release",
      [
        "--workforce",
        one,
        "--scenario",
        written("r.json", '{"format":"muster-scenario/1","title":"R","horizon":3,"release":4}'),
      ],
      1,
      /release: expected nothing/,
    ],
    [
      "a scenario that contradicts itself",
      [
        "--workforce",
        one,
        "--scenario",
        written(
          "c.json",
          '{"format":"muster-scenario/1","title":"R","horizon":3,"levers":[{"id":"establishment","from":2030,"to":2028,"value":0.1,"reason":"r"}]}',
        ),
      ],
      1,
      /levers\[0\]\.to: expected 2030/,
    ],
    [
      "a lever of a place and of devices that there are not",
      [
        "--workforce",
        one,
        "--scenario",
        written(
          "u.json",
          '{"format":"muster-scenario/1","title":"R","horizon":3,"levers":[{"id":"device-growth","place":"Y99","category":"ventilators","from":2027,"value":0.1,"reason":"r"}]}',
        ),
      ],
      1,
      /levers\[0\]\.place: expected the code of a place that there is; found Y99\. levers\[0\]\.category: .*ventilators/,
    ],
  ])("%s", async (_name, args, exit, words) => {
    expect(await run(args)).toBe(exit);
    expect(said.talk).toMatch(words);
    expect(said.out).toBe("");
  });
});

describe("a release in place of files", () => {
  it.each([
    ["without a place", ["--release", "latest"], "--place is missing"],
    ["that is no number", ["--release", "newest", "--place", "Y56"], "neither latest nor a release's number"],
    [
      "beside files",
      ["--release", "latest", "--place", "Y56", "--workforce", one],
      "cannot be projected together",
    ],
    ["with a census of its own", ["--place", "Y56", "--census", "2026-03-31"], "a release has its own"],
  ])("%s is not understood", async (_, args, message) => {
    expect(await run([...args, "--scenario", scenario])).toBe(2);
    expect(said.talk).toContain(message);
  });
});
