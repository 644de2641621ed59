import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { describe, expect, test } from "vitest";
import { canonicalJson, scenarioHash } from "./canonical";
import { scenarioJsonSchema } from "./json-schema";
import { checkScenario, readScenario } from "./read-scenario";

const READY = join(import.meta.dirname, "../../data/scenarios");
const plain = { format: "muster-scenario/1", title: "One", horizon: 5 };
const assumption = (of: object) => ({
  ...plain,
  assumptions: [{ source: "A source", reason: "A reason", class: "assumption", ...of }],
});
const lever = (...of: object[]) => ({
  ...plain,
  levers: of.map((one) => ({ from: 2027, value: 1, reason: "A reason", ...one })),
});
const fixed = (value: unknown) => ({ kind: "fixed", value });

describe("the published schema", () => {
  const schema = scenarioJsonSchema();

  test("is the file that the site gives", async () => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      "../../public/schemas/scenario-1.json",
    );
  });

  test.each(readdirSync(READY))("%s is read, and the schema agrees", (name) => {
    const text = readFileSync(join(READY, name), "utf8");
    expect(readScenario(text)).toMatchObject({ ok: true });
    const valid = new Ajv2020({ strict: false }).compile(schema);
    expect(valid(JSON.parse(text)), JSON.stringify(valid.errors)).toBe(true);
  });
});

describe("a scenario that cannot be used is refused with the path, what was expected and what was found", () => {
  test.each<[string, unknown, string, RegExp, RegExp]>([
    ["no form", { title: "One", horizon: 5 }, "format", /muster-scenario\/1/, /nothing/],
    ["a horizon of no years", { ...plain, horizon: 0 }, "horizon", />=\s?1/, /0/],
    ["a horizon that is text", { ...plain, horizon: "ten" }, "horizon", /number|int/, /"ten"/],
    ["a key that there is not", { ...plain, horizont: 5 }, "horizont", /no such key/, /5/],
    [
      "a probability over one",
      assumption({ id: "move", distribution: fixed(1.2) }),
      "assumptions[0].distribution",
      /0 to 1/,
      /1\.2/,
    ],
    [
      "a probability below nought by age",
      assumption({
        id: "leave-by-age",
        distribution: {
          kind: "by-age",
          steps: [
            [16, 0.1],
            [30, -0.1],
          ],
        },
      }),
      "assumptions[0].distribution.steps[1][1]",
      /0 to 1/,
      /-0\.1/,
    ],
    [
      "a share whose spread goes beyond one",
      assumption({ id: "return-share", distribution: { kind: "normal", mean: 0.5, deviation: 0.1 } }),
      "assumptions[0].distribution",
      /within/,
      /normal/,
    ],
    [
      "ages that fall",
      assumption({
        id: "move",
        distribution: {
          kind: "by-age",
          steps: [
            [40, 0.1],
            [30, 0.1],
          ],
        },
      }),
      "assumptions[0].distribution.steps",
      /rising/,
      /40/,
    ],
    [
      "a triangle upside down",
      assumption({
        id: "return-share",
        distribution: { kind: "triangular", low: 0.5, mode: 0.3, high: 0.6 },
      }),
      "assumptions[0].distribution.mode",
      /rising/,
      /0\.3/,
    ],
    [
      "a kind that there is not",
      assumption({ id: "move", distribution: { kind: "beta", a: 1 } }),
      "assumptions[0].distribution.kind",
      /"fixed"/,
      /"beta"/,
    ],
    [
      "an assumption that there is not",
      assumption({ id: "luck", distribution: fixed(1) }),
      "assumptions[0].id",
      /"leave-by-age"/,
      /"luck"/,
    ],
    [
      "a role where there is one for all",
      assumption({ id: "return-share", role: "associate", distribution: fixed(0.3) }),
      "assumptions[0].role",
      /no role/,
      /associate/,
    ],
    [
      "ages for a number",
      assumption({ id: "fill-hazard", distribution: { kind: "ages", weights: [[20, 1]] } }),
      "assumptions[0].distribution.kind",
      /number/,
      /ages/,
    ],
    [
      "a number for ages",
      assumption({ id: "entry-age", distribution: fixed(30) }),
      "assumptions[0].distribution.kind",
      /ages/,
      /fixed/,
    ],
    [
      "a spread that no history would draw",
      assumption({ id: "productivity", distribution: { kind: "uniform", low: 0, high: 0.02 } }),
      "assumptions[0].distribution.kind",
      /"fixed"/,
      /uniform/,
    ],
    [
      "no source",
      { ...plain, assumptions: [{ id: "move", distribution: fixed(0.1), reason: "r", class: "fact" }] },
      "assumptions[0].source",
      /string/,
      /nothing/,
    ],
    [
      "a lever that ends before it starts",
      lever({ id: "establishment", from: 2030, to: 2028, value: 0.01 }),
      "levers[0].to",
      /2030/,
      /2028/,
    ],
    [
      "a lever beyond its bounds",
      lever({ id: "establishment", value: 5 }),
      "levers[0].value",
      /-0\.5 to 0\.5/,
      /5/,
    ],
    [
      "a role for a lever without",
      lever({ id: "productivity", role: "associate", value: 0.01 }),
      "levers[0].role",
      /no role/,
      /associate/,
    ],
    [
      "two levers for the same thing",
      lever(
        { id: "time-to-fill", value: 6, to: 2030 },
        { id: "time-to-fill", role: "associate", value: 4, from: 2030 },
      ),
      "levers[1]",
      /levers\[0\]/,
      /time-to-fill/,
    ],
    [
      "a freeze and a thaw together",
      lever({ id: "unfreezing" }, { id: "frozen-share", value: 0.5 }),
      "levers[1]",
      /levers\[0\]/,
      /frozen-share/,
    ],
    [
      "the same assumption twice",
      {
        ...plain,
        assumptions: [0, 1].map(() => assumption({ id: "move", distribution: fixed(0.1) }).assumptions[0]),
      },
      "assumptions[1]",
      /assumptions\[0\]/,
      /move/,
    ],
  ])("%s", (_name, document, path, expected, found) => {
    const read = checkScenario(document);
    const faults = read.ok ? [] : read.problem;
    expect(faults).toContainEqual({
      path,
      expected: expect.stringMatching(expected),
      found: expect.stringMatching(found),
    });
  });

  test("a number that is none, or no JSON at all", () => {
    expect(readScenario('{"horizon": NaN}')).toMatchObject({ ok: false, problem: [{ path: "(document)" }] });
    expect(checkScenario({ ...plain, horizon: Number.NaN })).toMatchObject({
      ok: false,
      problem: [{ path: "horizon", found: "NaN" }],
    });
    expect(checkScenario([])).toMatchObject({ ok: false, problem: [{ path: "(document)" }] });
    expect(checkScenario(null)).toMatchObject({ ok: false });
  });

  test("levers for other roles, years or places stand beside one another", () => {
    const read = checkScenario(
      lever(
        { id: "time-to-fill", role: "associate", value: 6 },
        { id: "time-to-fill", role: "support", value: 6, to: 2029 },
        { id: "time-to-fill", role: "support", value: 3, from: 2030 },
        { id: "retention", ages: [16, 34], value: 0.8 },
        { id: "retention", ages: [35, 75], value: 0.9 },
        { id: "establishment", place: "ZS001", value: 0.1 },
        { id: "establishment", place: "ZS002", value: 0.2 },
      ),
    );
    expect(read).toMatchObject({ ok: true });
  });
});

describe("what identifies a scenario", () => {
  test("is the same however its keys are ordered, and another for another value", async () => {
    const of = (document: unknown) => {
      const read = checkScenario(document);
      if (!read.ok) throw new Error("not read");
      return scenarioHash(read.value);
    };
    const one = await of({ ...plain, seed: 1 });
    expect(await of({ seed: 1, title: "One", horizon: 5, format: "muster-scenario/1", runs: 1000 })).toBe(
      one,
    );
    expect(await of({ ...plain, seed: 2 })).not.toBe(one);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
  });

  test("is SHA-256 over JSON in order of keys without spaces", async () => {
    expect(canonicalJson({ b: [1, { d: null, c: "é" }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"é","d":null}]}',
    );
  });
});
