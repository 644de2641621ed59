import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownMeasure, measureById } from "@/lib/measures/catalogue";
import { knownDimension } from "@/lib/measures/dimensions";
import { buildRelease } from "./build-release";
import { cellId, hashOf } from "./canonical";
import { CATALOGUE, isInCatalogue } from "./catalogue";
import type { Figure } from "./figure";
import { randomNation } from "./nation.fixture";
import { contributorsOf } from "./reason";
import type { ReleaseInput, ServiceRow } from "./release-input";

const SEEDS = [1, 2, 3, 4, 5, 6];
const releases = SEEDS.map((seed) => ({
  seed,
  input: randomNation(seed),
  ...buildRelease(randomNation(seed)),
}));
const FEW = { numRuns: 12 };

/** The organisations below a place, by walking up from each: written apart from the code under test. */
function below(input: ReleaseInput, place: string): string[] {
  const parents = new Map(input.geography.map(({ code, parent }) => [code, parent]));
  const isBelow = (code: string | null | undefined): boolean =>
    code === place || (typeof code === "string" && isBelow(parents.get(code)));
  return input.geography
    .filter(({ level, code }) => level === "organisation" && isBelow(code))
    .map(({ code }) => code);
}

/** Hours of a service are held to the hundredth. */
const hundredths = (hours: number): number => Math.round(hours * 100) / 100;

/** What one service adds to a measure, and in some categories where they are asked for. */
function serviceTruth(row: ServiceRow, measure: string, wanted: ReadonlySet<string>): number {
  const inCategory = (value: string | null) => (wanted.size === 0 || wanted.has(value ?? "") ? 1 : 0);
  const asked = row.procurements !== null && row.fromSpecification !== null && row.notConsulted !== null;
  const values: Readonly<Record<string, number>> = {
    "services-with-sufficiency": row.sufficiency === null ? 0 : 1,
    "services-insufficient": row.sufficiency !== null && row.sufficiency < 3 ? 1 : 0,
    "device-procurements": asked ? (row.procurements ?? 0) : 0,
    "procurements-from-specification": asked ? (row.fromSpecification ?? 0) : 0,
    "procurements-not-consulted": asked ? (row.notConsulted ?? 0) : 0,
    "services-with-representation": row.representedOn === null ? 0 : 1,
    "services-represented": row.representedOn?.some((seat) => wanted.has(seat)) ? 1 : 0,
    "services-with-reporting-line": row.reportsTo === null ? 0 : inCategory(row.reportsTo),
    "network-incidents": row.networkIncidents ?? 0,
    "network-incidents-before-harm": row.incidentsBeforeHarm ?? 0,
    "services-with-accreditation": row.accreditation === null ? 0 : 1,
    "services-accredited": row.accreditation?.some((standard) => wanted.has(standard)) ? 1 : 0,
    "services-with-on-call": row.onCall === null ? 0 : inCategory(row.onCall),
  };
  return values[measure] ?? Number.NaN;
}

/** The exact value of a base figure, from the lines themselves. */
function truth(input: ReleaseInput, figure: Figure): number {
  const inside = new Set(below(input, figure.place));
  const base = figure.dimension === "all" ? null : knownDimension(figure.dimension);
  const wanted = new Set(
    base === null
      ? []
      : figure.category.split("+").flatMap((id) => base.categories.find((one) => one.id === id)?.of ?? []),
  );
  const sum = <T extends { organisation: string }>(
    rows: readonly T[],
    category: (row: T) => string,
    value: (row: T) => number,
  ): number =>
    rows
      .filter((row) => inside.has(row.organisation) && (base === null || wanted.has(category(row))))
      .reduce((total, row) => total + value(row), 0);
  const attribute = (row: object): string => String(Reflect.get(row, base?.base ?? ""));
  const gave = new Set(
    input.posts.filter(({ establishment }) => establishment !== null).map(({ organisation }) => organisation),
  );
  const posts = input.posts.filter(({ organisation }) => gave.has(organisation));
  /** Of organisations that say it on some line; who has no vacancy need not describe any. */
  const saying =
    (what: "cover" | "advertised") =>
    ({ organisation }: { organisation: string }): boolean => {
      const own = posts.filter((row) => row.organisation === organisation);
      const vacant = own.reduce((total, row) => total + (row.establishment ?? 0) - row.inPost, 0);
      return own.some((row) => row[what] !== null) || (what === "advertised" && vacant < 1e-9);
    };
  switch (figure.measure) {
    case "headcount":
      return sum(input.staff, attribute, ({ headcount }) => headcount);
    case "in-post":
      return sum(input.staff, attribute, ({ wte }) => wte);
    case "establishment":
      return sum(posts, attribute, ({ establishment }) => establishment ?? 0);
    case "vacancy":
      return sum(posts, attribute, ({ establishment, inPost }) => (establishment ?? 0) - inPost);
    case "temporary-cover":
      return sum(posts, attribute, ({ cover }) => cover ?? 0);
    case "advertised":
      return sum(posts, attribute, ({ advertised }) => advertised ?? 0);
    case "frozen":
      return sum(posts, attribute, ({ frozen }) => frozen ?? 0);
    case "establishment-with-cover":
      return sum(posts.filter(saying("cover")), attribute, ({ establishment }) => establishment ?? 0);
    case "vacancy-with-cover":
      return sum(
        posts.filter(saying("cover")),
        attribute,
        ({ establishment, inPost }) => (establishment ?? 0) - inPost,
      );
    case "establishment-with-vacancies":
      return sum(posts.filter(saying("advertised")), attribute, ({ establishment }) => establishment ?? 0);
    case "devices":
    case "ppm-due":
    case "ppm-due-done":
    case "ppm-due-of-done":
    case "ppm-on-time-jobs":
    case "ppm-due-timed": {
      const { measure } = figure;
      return sum(
        input.devices,
        ({ riskClass }) => riskClass,
        ({ sums }) => sums[measure] ?? 0,
      );
    }
    case "eligible-not-registered":
      return sum(
        input.staff.filter(({ eligible }) => eligible),
        attribute,
        ({ headcount }) => headcount,
      );
    case "trainees":
      return sum(
        input.staff.filter(({ programme }) => programme !== null),
        (row) => (base?.base === "funding" ? (row.funding ?? "unknown") : attribute(row)),
        ({ headcount }) => headcount,
      );
    case "available":
      return sum(
        input.staff.filter(({ away }) => away === false),
        attribute,
        ({ wte }) => wte,
      );
    case "in-post-absence-known":
      return sum(
        input.staff.filter(({ away }) => away !== null),
        attribute,
        ({ wte }) => wte,
      );
    case "headcount-with-flows":
      return sum(
        input.staff.filter(({ organisation }) => input.hasFlows.has(organisation)),
        attribute,
        ({ headcount }) => headcount,
      );
    case "joiners":
    case "leavers":
    case "leavers-within-nhs":
    case "movers": {
      const direction = { joiners: "joiner", movers: "mover" }[figure.measure as string] ?? "leaver";
      return sum(
        input.flows.filter(
          (row) => row.direction === direction && (figure.measure !== "leavers-within-nhs" || row.withinNhs),
        ),
        attribute,
        ({ headcount }) => headcount,
      );
    }
    case "requirement":
      return sum(input.workloads, attribute, ({ required }) => required.value);
    case "requirement-compared":
      return sum(input.workloads, attribute, ({ compared }) => compared.value);
    case "in-post-compared":
      return sum(input.workloads, attribute, ({ comparedInPost }) => comparedInPost);
    case "standard-hours":
      return sum(input.workloads, attribute, ({ deviceHours }) => hundredths(deviceHours));
    case "requirement-hours":
      return sum(input.workloads, attribute, ({ hours }) => hundredths(hours));
    case "illustrative-hours":
      return sum(input.workloads, attribute, ({ illustrativeHours }) => hundredths(illustrativeHours));
    case "in-post-with-workload": {
      const counted = new Set(input.workloads.map(({ organisation }) => organisation));
      return sum(
        input.staff.filter(({ organisation }) => counted.has(organisation)),
        attribute,
        ({ wte }) => wte,
      );
    }
    case "people-before":
      return sum(input.stays, attribute, ({ before }) => before);
    case "people-stayed":
      return sum(input.stays, attribute, ({ stayed }) => stayed);
    case "services-with-sufficiency":
    case "services-insufficient":
    case "device-procurements":
    case "procurements-from-specification":
    case "procurements-not-consulted":
    case "services-with-representation":
    case "services-represented":
    case "services-with-reporting-line":
    case "network-incidents":
    case "network-incidents-before-harm":
    case "services-with-accreditation":
    case "services-accredited":
    case "services-with-on-call": {
      const { measure } = figure;
      return sum(
        input.services.map((row) => ({
          organisation: row.organisation,
          n: serviceTruth(row, measure, wanted),
        })),
        () => [...wanted][0] ?? "",
        ({ n }) => n,
      );
    }
    default:
      throw new Error(`no truth for ${figure.measure}`);
  }
}

const isBase = ({ measure }: Figure): boolean =>
  knownMeasure(measure).rate === undefined &&
  knownMeasure(measure).family !== "response" &&
  measure !== "vacancy-band";

describe.each(releases)("the nation of seed $seed", ({ input, figures, hash }) => {
  const value = (place: string, measure: string, of = "all:all", audience = "public"): Figure | undefined =>
    figures.find((one) => one.cellId === `${one.level}:${place}:${measure}:${of}:returned:${audience}`);

  it("has the truth of every figure within its interval", () => {
    for (const figure of figures.filter(isBase)) {
      if (figure.low === null || figure.high === null) continue;
      const exact = truth(input, figure);
      expect(figure.low, figure.cellId).toBeLessThanOrEqual(exact + 1e-7);
      expect(figure.high, figure.cellId).toBeGreaterThanOrEqual(exact - 1e-7);
    }
  });

  it("has every rate's truth within its interval", () => {
    for (const figure of figures) {
      if (figure.low === null || figure.high === null || figure.dimension !== "all") continue;
      const part = (measure: string, dimension = "all", category = "all") =>
        truth(input, { ...figure, measure, dimension, category });
      const establishment = part("establishment");
      const rates: Record<string, () => number> = {
        "vacancy-rate": () => part("vacancy") / establishment,
        "vacancy-rate-unfilled": () =>
          (part("vacancy-with-cover") - part("temporary-cover")) / part("establishment-with-cover"),
        "vacancy-rate-advertised": () => part("advertised") / part("establishment-with-vacancies"),
        "share-55-and-over": () =>
          part("headcount", "age", "55_64+65_plus") /
          (part("headcount") - part("headcount", "age", "unknown")),
      };
      const exact = rates[figure.measure];
      if (exact === undefined) continue;
      expect(figure.low, figure.cellId).toBeLessThanOrEqual(100 * exact() + 1e-7);
      expect(figure.high, figure.cellId).toBeGreaterThanOrEqual(100 * exact() - 1e-7);
    }
  });

  it("publishes nothing outside the catalogue, each cell once, by its name, with a value or a symbol", () => {
    expect(new Set(figures.map((one) => one.cellId)).size).toBe(figures.length);
    for (const figure of figures) {
      expect(isInCatalogue(figure), figure.cellId).toBe(true);
      expect(figure.cellId).toBe(cellId(figure));
      expect((figure.value === null) !== (figure.symbol === null), figure.cellId).toBe(true);
      expect(figure.low === null, figure.cellId).toBe(figure.symbol === "c" || figure.symbol === ":");
      expect(figure.symbol).not.toBe("x");
    }
  });

  it("rounds people, their WTE and roles of posts to five, posts to one, and prints no nought of people", () => {
    for (const { value: published, measure, dimension, cellId: name } of figures.filter(isBase)) {
      if (published === null) continue;
      const { family } = knownMeasure(measure);
      const sums = family === "staff" || dimension === "role";
      expect(Math.abs(published % (sums ? 5 : 1)), name).toBe(0);
      if (sums) expect(published, name).not.toBe(0);
    }
  });

  it("says of WTE no more than of the headcount", () => {
    for (const figure of figures.filter(({ measure }) => measure === "headcount")) {
      const wte = figures.find(({ cellId: name }) => name === cellId({ ...figure, measure: "in-post" }));
      if (figure.symbol !== null) expect(wte?.symbol, figure.cellId).toBe(figure.symbol);
      else if (wte?.value !== null) expect(wte?.value, figure.cellId).toBeLessThanOrEqual(figure.value ?? 0);
    }
  });

  it("has no breakdown of an organisation whose published headcount is under ten", () => {
    for (const figure of figures.filter(
      ({ level, dimension }) => level === "organisation" && dimension !== "all",
    )) {
      const headcount = value(figure.place, "headcount", "all:all", "members")?.value ?? 0;
      if (headcount < 10) expect(figure.value, figure.cellId).toBeNull();
    }
  });

  it("has breakdowns that sum to the total at truth", () => {
    for (const total of figures.filter(
      ({ measure, dimension, audience }) =>
        measure === "headcount" && dimension === "all" && audience === "public",
    )) {
      const age = figures.filter(
        (one) => one.place === total.place && one.measure === "headcount" && one.dimension === "age",
      );
      if (age.length === 0) continue;
      const sum = age.reduce((all, one) => all + truth(input, one), 0);
      expect(sum, total.cellId).toBe(truth(input, total));
    }
  });

  it("has rates that recompute from its own rows", () => {
    let checked = 0;
    for (const figure of figures.filter(
      ({ measure, value: rate, dimension }) =>
        rate !== null && dimension === "all" && measureById(measure)?.rate,
    )) {
      const at = (measure: string) => value(figure.place, measure)?.value ?? 0;
      const pairs: Record<string, [number, number]> = {
        "vacancy-rate": [at("vacancy"), at("establishment")],
        "vacancy-rate-unfilled": [
          at("vacancy-with-cover") - at("temporary-cover"),
          at("establishment-with-cover"),
        ],
        "vacancy-rate-advertised": [at("advertised"), at("establishment-with-vacancies")],
        "planned-maintenance-on-time": [at("ppm-on-time-jobs"), at("ppm-due-timed")],
        "trainee-share": [at("trainees"), at("headcount")],
        "leaver-rate": [at("leavers"), at("headcount-with-flows") + at("leavers") / 2 - at("joiners") / 2],
        "joiner-rate": [at("joiners"), at("headcount-with-flows") + at("leavers") / 2 - at("joiners") / 2],
        "available-share": [at("available"), at("in-post-absence-known")],
        stability: [at("people-stayed"), at("people-before")],
        "insufficient-staffing": [at("services-insufficient"), at("services-with-sufficiency")],
        "early-involvement": [at("procurements-from-specification"), at("device-procurements")],
        responded: [at("organisations-responded"), at("organisations")],
        "gave-devices": [at("organisations-with-devices"), at("organisations-spoken-for")],
      };
      const [numerator, denominator] = pairs[figure.measure] ?? [Number.NaN, 1];
      if (Number.isNaN(numerator)) continue;
      checked += 1;
      const exact = knownMeasure(figure.measure).rate?.kind === "exact";
      const scale = exact || denominator >= 500 ? 10 : 1;
      expect(figure.value, figure.cellId).toBe(Math.round((100 * scale * numerator) / denominator) / scale);
    }
    expect(checked).toBeGreaterThan(10);
  });

  it("shows no part beside its whole that one or two organisations are missing from", () => {
    let held = 0;
    for (const figure of figures) {
      const { partOf } = knownMeasure(figure.measure);
      if (partOf === undefined || figure.level === "organisation") continue;
      const said = (measure: string) =>
        figures.find(
          (one) =>
            one.place === figure.place && one.measure === contributorsOf(measure) && one.dimension === "all",
        )?.value ?? 0;
      const missing = said(partOf) - said(figure.measure);
      if (missing !== 1 && missing !== 2) continue;
      held += 1;
      expect(figure.value, figure.cellId).toBeNull();
    }
    expect(held).toBeGreaterThan(0);
  });

  it("has shares of organisations of none to all of them", () => {
    const shares = figures.filter(({ measure }) => measure === "responded" || measure.startsWith("gave-"));
    expect(shares.length).toBeGreaterThan(10);
    for (const { value, cellId } of shares)
      expect(value === null || (value >= 0 && value <= 100), cellId).toBe(true);
  });

  it("has a hash that whoever has the table can form", () => {
    expect(hashOf([...figures].reverse())).toBe(hash);
    expect(hashOf(figures.slice(1))).not.toBe(hash);
  });
});

describe("a release is the same", () => {
  const shuffled = <T>(list: readonly T[], seed: number): T[] =>
    list
      .map((item, at) => [Math.imul(at + 1, 2654435761 ^ seed) >>> 0, item] as const)
      .sort(([a], [b]) => a - b)
      .map(([, item]) => item);

  it("in whatever order its lines come", () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), (seed, order) => {
        const input = randomNation(seed);
        const other = {
          ...input,
          geography: shuffled(input.geography, order),
          responses: shuffled(input.responses, order),
          staff: shuffled(input.staff, order),
          posts: shuffled(input.posts, order),
          devices: shuffled(input.devices, order),
          flows: shuffled(input.flows, order),
          stays: shuffled(input.stays, order),
          services: shuffled(input.services, order),
          hasDevices: new Set(shuffled([...input.hasDevices], order)),
          hasFlows: new Set(shuffled([...input.hasFlows], order)),
        };
        const [a, b] = [buildRelease(input), buildRelease(other)];
        expect(b.hash).toBe(a.hash);
        expect(b.ledger).toEqual(a.ledger);
      }),
      FEW,
    );
  });

  it("with another key only in what it publishes, not in what is true", () => {
    const input = randomNation(3);
    const other = buildRelease({ ...input, key: new TextEncoder().encode("some other key") });
    expect(other.hash).not.toBe(buildRelease(input).hash);
  });
});

describe("unchanged cells", () => {
  it("keep their figures when an organisation elsewhere corrects its return", () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.integer({ min: 1, max: 30 }), (seed, more) => {
        const input = randomNation(seed);
        const first = buildRelease(input);
        const row = input.staff[0];
        if (row === undefined) return;
        const staff = [...input.staff, { ...row, headcount: more, wte: more }];
        const second = buildRelease({ ...input, staff, ledger: first.ledger, release: 2 });
        const touched = new Set(
          input.geography
            .filter(({ code }) => below(input, code).includes(row.organisation))
            .map(({ code }) => code),
        );
        const rest = (all: readonly Figure[]) => all.filter(({ place }) => !touched.has(place));
        expect(rest(second.figures)).toEqual(rest(first.figures));
        expect(rest(first.figures).length).toBeGreaterThan(0);
      }),
      FEW,
    );
  });

  it("keep their figures and their first release in the ledger when nothing changed", () => {
    const first = buildRelease(randomNation(2));
    const again = buildRelease({ ...randomNation(2), ledger: first.ledger, release: 9 });
    expect(again).toEqual(first);
  });
});

describe("the same organisations", () => {
  it("have one figure, whatever the place is called", () => {
    for (const { input, figures } of releases) {
      const members = (place: string): string => {
        const states = new Map(input.responses.map(({ organisation, state }) => [organisation, state]));
        return below(input, place)
          .filter((code) => ["returned", "nil"].includes(states.get(code) ?? ""))
          .join("+");
      };
      const seen = new Map<string, Set<number | string | null>>();
      for (const figure of figures.filter(
        ({ measure, audience, level, dimension }) =>
          measure === "headcount" &&
          dimension === "all" &&
          (audience === "members" || level !== "organisation"),
      )) {
        if (figure.symbol === "c") continue;
        const name = members(figure.place);
        seen.set(name, (seen.get(name) ?? new Set()).add(figure.value ?? figure.symbol));
      }
      for (const [name, values] of seen) expect(values.size, name).toBe(1);
    }
  });
});

it("tests every rule of the catalogue that has rows", () => {
  const measures = new Set(releases.flatMap(({ figures }) => figures.map(({ measure }) => measure)));
  for (const row of CATALOGUE.filter(({ rule }) => rule !== "sharing-choice")) {
    for (const measure of row.measures) expect(measures).toContain(measure);
  }
});
