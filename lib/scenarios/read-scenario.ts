import type { z } from "zod";
import { fail, ok, type Result } from "@/lib/result";
import { PROGRAMME_IDS } from "@/lib/supply/programmes";
import { boundsOf } from "./distribution";
import { ASSUMPTIONS, groupsNamed, isOfPools, isOfProgramme, LEVERS } from "./known";
import { NATIONS } from "./pools-by-nation";
import { type Assumption, type Lever, SCENARIO, type Scenario } from "./scenario";

/** Something wrong in a scenario document: where it is, what was expected there and what was found. */
export type ScenarioFault = { path: string; expected: string; found: string };

/** `levers[2].to`; the document itself is `(document)`. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`,
    "",
  ) || "(document)";

const FOUND_LENGTH = 80;
function found(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  const text = JSON.stringify(value) ?? String(value);
  return text.length > FOUND_LENGTH ? `${text.slice(0, FOUND_LENGTH)}…` : text;
}

const valueAt = (document: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      at !== null && typeof at === "object" ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    document,
  );

/**
 * Reads a JSON document of a form. Everything wrong is said at once, each with its path, what was expected and what was
 * found.
 */
export function readJson<T>(text: string, form: z.ZodType<T>): Result<T, ScenarioFault[]> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return {
      ok: false,
      problem: [{ path: "(document)", expected: "JSON", found: (error as Error).message }],
    };
  }
  return checkForm(document, form);
}

function checkForm<T>(document: unknown, form: z.ZodType<T>): Result<T, ScenarioFault[]> {
  const parsed = form.safeParse(document);
  if (parsed.success) return ok(parsed.data);
  return { ok: false, problem: parsed.error.issues.flatMap((issue) => faultsOf(issue, document, [])) };
}

/** Reads a scenario from the text of a JSON document; see `readJson`. */
export function readScenario(text: string): Result<Scenario, ScenarioFault[]> {
  const read = readJson(text, SCENARIO);
  return read.ok ? withoutContradiction(read.value) : read;
}

/** Checks a parsed document; see `readScenario`. */
export function checkScenario(document: unknown): Result<Scenario, ScenarioFault[]> {
  const read = checkForm(document, SCENARIO);
  return read.ok ? withoutContradiction(read.value) : read;
}

function withoutContradiction(scenario: Scenario): Result<Scenario, ScenarioFault[]> {
  const faults = contradictions(scenario);
  return faults.length > 0 ? { ok: false, problem: faults } : ok(scenario);
}

type Issue = { code?: string; path: readonly PropertyKey[]; message: string } & Record<string, unknown>;

function faultsOf(issue: unknown, document: unknown, base: readonly PropertyKey[]): ScenarioFault[] {
  const one = issue as Issue;
  const path = [...base, ...one.path];
  const value = valueAt(document, path);
  if (one.code === "unrecognized_keys") {
    return (one.keys as string[]).map((key) => ({
      path: pathOf([...path, key]),
      expected: "no such key",
      found: found(valueAt(document, [...path, key])),
    }));
  }
  if (one.code === "invalid_union") {
    const ways = one.errors as unknown[][] | undefined;
    const kind = (value as { kind?: unknown } | undefined)?.kind;
    // The way whose kind fits is the one that was meant.
    const meant = ways?.find((issues) => !issues.some((inner) => (inner as Issue).path.at(-1) === "kind"));
    if (meant && meant.length > 0) return meant.flatMap((inner) => faultsOf(inner, document, path));
    if (path.at(-1) === "distribution" || one.note === "No matching discriminator")
      return [{ path: pathOf([...path, "kind"]), expected: KINDS, found: found(kind) }];
  }
  const expected = one.message
    .replace(/^Invalid input: /, "")
    .replace(/^Invalid option: /, "")
    .replace(/^expected /, "");
  return [{ path: pathOf(path), expected: expected.replace(/, received .*$/, ""), found: found(value) }];
}

const KINDS =
  'one of "fixed", "uniform", "triangular", "normal", "lognormal", "by-age", "ages", "normal-ages"';

/** What each part allows and the whole does not. */
function contradictions(scenario: Scenario): ScenarioFault[] {
  return [
    ...scenario.assumptions.flatMap(assumptionFaults),
    ...scenario.levers.flatMap(leverFaults),
    ...twice(
      scenario.assumptions,
      "assumptions",
      (a, b) =>
        a.id === b.id && a.programme === b.programme && a.place === b.place && shareGroups(a.role, b.role),
    ),
    ...twice(scenario.levers, "levers", leversMeet),
    ...overConverted(scenario.assumptions),
    ...halfApart(scenario),
  ];
}

/** More trainees who come out of their posts than complete. */
function overConverted(assumptions: readonly Assumption[]): ScenarioFault[] {
  const at = assumptions.findIndex(({ id }) => id === "trainee-conversion");
  const shares = assumptions.flatMap(({ id, role, distribution }) =>
    id === "trainee-conversion" && distribution.kind === "fixed"
      ? groupsNamed(role).map(() => distribution.value)
      : [],
  );
  const sum = shares.reduce((total, share) => total + share, 0);
  if (sum <= 1 + 1e-9) return [];
  return [
    {
      path: `assumptions[${at}]`,
      expected: "shares of trainee-conversion that come to 1 at most over all groups",
      found: String(Number(sum.toPrecision(6))),
    },
  ];
}

/** Numbers that no history draws: a spread of theirs would be told of and do nothing. */
const NEVER_DRAWN: ReadonlySet<string> = new Set([
  "returned-hours",
  "temporary-cover",
  "productivity",
  "device-growth",
  "training-completion",
  "trainee-conversion",
]);

/** What is of a programme names one, and nothing else does. */
function programmeFaults({ id, programme }: Assumption | Lever, path: string): ScenarioFault[] {
  if (isOfProgramme(id) === (programme !== undefined)) return [];
  const expected = isOfProgramme(id)
    ? `one of ${PROGRAMME_IDS.join(", ")}`
    : `no programme: ${id} is of none`;
  return [{ path: `${path}.programme`, expected, found: found(programme) }];
}

/** People who can come are of a nation, or of all places together. */
function nationFaults({ id, place }: Assumption | Lever, path: string): ScenarioFault[] {
  const nations: readonly string[] = NATIONS;
  if (place === undefined || (isOfPools(id) && nations.includes(place))) return [];
  const expected = isOfPools(id)
    ? `one of the nations ${NATIONS.join(", ")}, or no place: ${id} is then of all places together`
    : `no place: ${id} is one for all`;
  return [{ path: `${path}.place`, expected, found: found(place) }];
}

/** Pools and starts are told apart by nation, all of them, or are of all places together. */
function halfApart({ assumptions, levers }: Scenario): ScenarioFault[] {
  const all = [
    ...assumptions.map((one, at) => ({ ...one, path: `assumptions[${at}]` })),
    ...levers.map((one, at) => ({ ...one, path: `levers[${at}]` })),
  ].filter(({ id }) => isOfPools(id));
  if (!all.some(({ place }) => place !== undefined)) return [];
  return all
    .filter(({ id, place }) => place === undefined && (id === "external-pool" || id === "programme-starts"))
    .map(({ path }) => ({
      path: `${path}.place`,
      expected: "a nation, since other pools or starts of this scenario name theirs",
      found: "nothing",
    }));
}

function assumptionFaults(one: Assumption, at: number): ScenarioFault[] {
  const path = `assumptions[${at}]`;
  const wrong = [...programmeFaults(one, path), ...nationFaults(one, path)];
  return wrong.length > 0 ? wrong : valueFaults(one, at);
}

function valueFaults({ id, role, distribution }: Assumption, at: number): ScenarioFault[] {
  const { of, low, high, unit } = ASSUMPTIONS[id];
  const path = `assumptions[${at}].distribution`;
  const bounds = `${unit}, ${low} to ${high === Number.MAX_VALUE ? "any" : high}`;
  const whole = [
    "leaving-multiplier",
    "retirement-multiplier",
    "organisation-leaving",
    "organisation-filling",
    "return-share",
    "returned-exit",
    "returned-hours",
    "entry-age",
    "temporary-cover",
    "productivity",
    "device-growth",
    "training-completion",
  ];
  if (role !== undefined && (whole.includes(id) || isOfProgramme(id)))
    return [
      {
        path: `assumptions[${at}].role`,
        expected: `no role: ${id} is one for everybody`,
        found: found(role),
      },
    ];
  if (of === "ages")
    return distribution.kind === "ages" || distribution.kind === "normal-ages"
      ? []
      : [{ path: `${path}.kind`, expected: '"ages" or "normal-ages"', found: found(distribution.kind) }];
  if (distribution.kind === "ages" || distribution.kind === "normal-ages")
    return [{ path: `${path}.kind`, expected: `a number (${bounds})`, found: found(distribution.kind) }];
  if (distribution.kind === "by-age") {
    if (of !== "by age")
      return [{ path: `${path}.kind`, expected: `one number for all ages (${bounds})`, found: '"by-age"' }];
    return distribution.steps.flatMap(([, value], step) =>
      value >= low && value <= high
        ? []
        : [{ path: `${path}.steps[${step}][1]`, expected: bounds, found: found(value) }],
    );
  }
  if (NEVER_DRAWN.has(id) && distribution.kind !== "fixed")
    return [
      {
        path: `${path}.kind`,
        expected: `"fixed": histories do not draw ${id}`,
        found: found(distribution.kind),
      },
    ];
  const spread = boundsOf(distribution);
  if (spread.low >= low && spread.high <= high) return [];
  // A multiplier or a hazard of any size is a law; a share beyond its bounds is none, and is never cut to fit.
  if (high > 1 && spread.low >= low && distribution.kind === "lognormal") return [];
  return [
    {
      path,
      expected: `all of it within ${bounds}`,
      found: `${distribution.kind} from ${spread.low} to ${spread.high}`,
    },
  ];
}

function leverFaults(lever: Lever, at: number): ScenarioFault[] {
  const { low, high, unit, byRole, byAge } = LEVERS[lever.id];
  const path = `levers[${at}]`;
  const faults: ScenarioFault[] = programmeFaults(lever, path);
  if (!(lever.value >= low && lever.value <= high))
    faults.push({ path: `${path}.value`, expected: `${unit}, ${low} to ${high}`, found: found(lever.value) });
  if (isOfPools(lever.id)) faults.push(...nationFaults(lever, path));
  if (lever.to !== undefined && lever.to < lever.from)
    faults.push({
      path: `${path}.to`,
      expected: `${lever.from} (its first year) or later`,
      found: found(lever.to),
    });
  if (lever.role !== undefined && !byRole)
    faults.push({
      path: `${path}.role`,
      expected: `no role: ${lever.id} is one for everybody`,
      found: found(lever.role),
    });
  for (const key of ["category", "setting"] as const) {
    if (lever[key] !== undefined && lever.id !== "device-growth")
      faults.push({
        path: `${path}.${key}`,
        expected: `no ${key}: ${lever.id} is of all devices or of none`,
        found: found(lever[key]),
      });
  }
  if (lever.ages !== undefined && !byAge)
    faults.push({
      path: `${path}.ages`,
      expected: `no ages: ${lever.id} is one for all ages`,
      found: found(lever.ages),
    });
  if (lever.ages !== undefined && lever.ages[0] > lever.ages[1])
    faults.push({ path: `${path}.ages`, expected: "the younger age first", found: found(lever.ages) });
  return faults;
}

const shareGroups = (a: string | undefined, b: string | undefined): boolean => {
  const others = new Set(groupsNamed(b));
  return groupsNamed(a).some((group) => others.has(group));
};

/** Two levers that set the same thing at the same place, time, role and age. */
function leversMeet(a: Lever, b: Lever): boolean {
  const places = a.place === undefined || b.place === undefined || a.place === b.place;
  const years = a.from <= (b.to ?? Infinity) && b.from <= (a.to ?? Infinity);
  const ages =
    a.ages === undefined || b.ages === undefined || (a.ages[0] <= b.ages[1] && b.ages[0] <= a.ages[1]);
  if (a.programme !== b.programme || a.category !== b.category || a.setting !== b.setting) return false;
  const same = a.id === b.id || (isFreeze(a) && isFreeze(b));
  return same && places && years && ages && shareGroups(a.role, b.role);
}
const isFreeze = ({ id }: Lever): boolean => id === "unfreezing" || id === "frozen-share";

function twice<T>(all: readonly T[], name: string, meet: (a: T, b: T) => boolean): ScenarioFault[] {
  return all.flatMap((one, at) => {
    const before = all.slice(0, at).findIndex((other) => meet(other, one));
    if (before < 0) return [];
    return [
      {
        path: `${name}[${at}]`,
        expected: `nothing that ${name}[${before}] sets already`,
        found: `${(one as { id: string }).id} again, for some of the same`,
      },
    ];
  });
}

/** A sentence of a fault, for people. */
export const faultInWords = ({ path, expected, found: what }: ScenarioFault): string =>
  `${path}: expected ${expected}; found ${what}.`;

/** Refuses what a caller asked of a scenario and it does not allow. */
export const scenarioProblem = (faults: readonly ScenarioFault[]) =>
  fail("scenario", `The scenario cannot be used: ${faults.map(faultInWords).join(" ")}`, "Correct it there.");
