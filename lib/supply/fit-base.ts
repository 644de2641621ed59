import { ok, type Result } from "@/lib/result";
import { SUPPLY_DEFAULTS } from "./assumptions";
import {
  BANDS,
  type BaseFigure,
  numberOf,
  ROLE_BY_AGE,
  ROLES,
  TEN_YEAR_AGES,
  totalOf,
  whyNothing,
} from "./base-figures";
import { boundedWte } from "./bounded-wte";
import { cellAt, cellsOf, priorCells, withinTenYears } from "./cell-table";
import { fitCells } from "./fit-cells";
import { fitPosts } from "./fit-posts";
import { GROUP_COUNT, GROUPS, groupOf } from "./groups";
import { emptyPopulation, inPostWte, type Population } from "./population";
import type { Dropped, Trusted } from "./role-by-age-margin";
import { type Counted, meanWteByAge, spreadAges } from "./spread-ages";

/** How far the fitted population is from one published figure. */
export type Residual = {
  measure: string;
  dimension: string;
  category: string;
  /** Null where it was published as a symbol. */
  published: number | null;
  fitted: number;
  /** Fitted less published, null where it was published as a symbol. */
  difference: number | null;
  /** Whether the fitted value lies within the published bounds; null where there are none. */
  within: boolean | null;
};

/** `published.base`: the population of one place, fitted to its published figures only. */
export type Base = {
  population: Population;
  residuals: Residual[];
  /** Margins that could not be used, and why. */
  dropped: Dropped[];
  /** What had to be assumed, in sentences. */
  notes: string[];
  iterations: number;
  converged: boolean;
};

const STAFF_DIMENSIONS = ["role", "band", "age", ROLE_BY_AGE];

/**
 * A category's own mean WTE by how many people it is of, and the place's for the rest, within the published bounds;
 * the surer the place's, the less it gives way.
 */
function trustedWte(heads: number, wte: number): Trusted {
  const half = SUPPLY_DEFAULTS["wte-evidence"].value;
  return (value, expected, low, high) => {
    if (!(wte > 0)) return { value, give: 1 };
    const people = (expected * heads) / wte;
    const give = people ** 2 / (people ** 2 + half ** 2);
    if (value === null) return { value, give };
    const between = expected + give * (value - expected);
    return { value: Math.min(high ?? value, Math.max(low ?? value, 0, between)), give };
  };
}

/** Groups and single ages from the fitted tables of heads and WTE. */
function populationOfCells(heads: Float64Array, wte: Float64Array, meanWte: number): Population {
  const population = emptyPopulation();
  const byGroup = Array.from({ length: GROUP_COUNT }, () => ({
    bands: new Map<string, Counted>(),
    unknown: { heads: 0, wte: 0 },
  }));
  for (const [r, role] of ROLES.entries()) {
    for (const [b, band] of BANDS.entries()) {
      const group = byGroup[groupOf(role, band)];
      if (group === undefined) continue;
      for (const [a, age] of TEN_YEAR_AGES.entries()) {
        const cell = { heads: heads[cellAt(r, b, a)] ?? 0, wte: wte[cellAt(r, b, a)] ?? 0 };
        const parts = age === "unknown" ? [{ sum: group.unknown, share: 1 }] : [];
        for (const { band: ageBand, share } of withinTenYears(age)) {
          const sum = group.bands.get(ageBand) ?? { heads: 0, wte: 0 };
          group.bands.set(ageBand, sum);
          parts.push({ sum, share });
        }
        for (const { sum, share } of parts) {
          sum.heads += cell.heads * share;
          sum.wte += cell.wte * share;
        }
      }
    }
  }
  for (const [at, stock] of population.groups.entries()) {
    const { bands, unknown } = byGroup[at] ?? { bands: new Map(), unknown: { heads: 0, wte: 0 } };
    const spread = spreadAges(bands, unknown);
    stock.first = spread.heads;
    stock.wteFirst = meanWteByAge(spread.heads, spread.wte, meanWte);
    stock.wteReturned = stock.wteFirst.map((value) => value * SUPPLY_DEFAULTS["returned-hours"].value);
  }
  return population;
}

function residualOf(figure: BaseFigure, fitted: number): Residual {
  const { measure, dimension, category, value, low, high } = figure;
  return {
    measure,
    dimension,
    category,
    published: value,
    fitted,
    difference: value === null ? null : fitted - value,
    within: low === null || high === null ? null : fitted >= low - 1e-9 && fitted <= high + 1e-9,
  };
}

function residualsOf(
  figures: readonly BaseFigure[],
  cells: Readonly<Record<string, Float64Array>>,
  population: Population,
): Residual[] {
  const rolesOf = (category: string) => new Set(category === "all" ? ROLES : category.split("+"));
  const posts: Readonly<Record<string, (group: Population["groups"][number]) => number>> = {
    establishment: (group) => group.establishmentWte,
    vacancy: (group) => group.establishmentWte - inPostWte(group),
    // A frozen post is as large as the others that are vacant.
    frozen: (group) =>
      group.frozenShare * (group.establishmentWte - inPostWte(group) - group.fractionalVacancyWte),
  };
  return figures
    .flatMap((figure) => {
      const { measure, dimension, category } = figure;
      const table = cells[measure];
      if (table !== undefined && (dimension === "all" || STAFF_DIMENSIONS.includes(dimension))) {
        const of = dimension === "all" ? [...table.keys()] : cellsOf(dimension, category);
        return [
          residualOf(
            figure,
            of.reduce((sum, cell) => sum + (table[cell] ?? 0), 0),
          ),
        ];
      }
      const posted = posts[measure];
      if (posted === undefined || (dimension !== "all" && dimension !== "role")) return [];
      const roles = rolesOf(category);
      return [
        residualOf(
          figure,
          population.groups.reduce(
            (sum, group, at) => sum + (roles.has(GROUPS[at]?.role ?? "") ? posted(group) : 0),
            0,
          ),
        ),
      ];
    })
    .sort((a, b) => {
      const [left, right] = [a, b].map((one) => `${one.measure}|${one.dimension}|${one.category}`);
      return (left ?? "") < (right ?? "") ? -1 : 1;
    });
}

/**
 * Fits the population of one place to its public figures of one release (basis *returned*): headcount and WTE in post
 * by role, band and ten-year age, roles by three ages where published, and posts. The published totals of headcount,
 * WTE in post and establishment are honoured; parts, which are rounded apart, meet them within their bounds. Ages
 * within ten years, and bands within a role, follow illustrative defaults. The order of the figures does not matter.
 * Fails only where not even the headcount says anything.
 */
export function fitBase(figures: readonly BaseFigure[]): Result<Base> {
  const headcount = totalOf(figures, "headcount");
  const total = numberOf(headcount);
  if (total === null || !(total >= 0)) {
    return {
      ok: false,
      problem: {
        code: "no-headcount",
        message: `The headcount of this place is ${whyNothing(headcount)}, so there is no population to project.`,
        mend: "Project a place above it.",
      },
    };
  }

  const agesPublished = figures.some(
    ({ measure, dimension, low }) => measure === "headcount" && dimension === "age" && low !== null,
  );
  const prior = priorCells(agesPublished).map((share) => share * total);
  const heads = fitCells(figures, "headcount", prior, total);

  const notes: string[] = [];
  const inPost = totalOf(figures, "in-post");
  const said = numberOf(inPost);
  // The bounds of "<5" are wider for WTE than for heads.
  const published = said === null ? null : Math.min(said, total);
  const dropped = [...heads.dropped];
  let wteCells: Float64Array = heads.cells.map((count) => count * SUPPLY_DEFAULTS["mean-wte"].value);
  if (published === null) {
    dropped.push({ measure: "in-post", dimension: "all", reason: whyNothing(inPost) });
    notes.push("WTE in post are not known here: every post is taken to be whole-time.");
  } else {
    const even = heads.cells.map((count) => (total > 0 ? (count * published) / total : 0));
    const wte = fitCells(figures, "in-post", even, published, trustedWte(total, published));
    wteCells = boundedWte(wte.cells, heads.cells, published);
    dropped.push(...wte.dropped);
  }
  if (!agesPublished) notes.push("Ages are not known here: those of the illustrative default are taken.");

  const meanWte = total > 0 && published !== null ? published / total : SUPPLY_DEFAULTS["mean-wte"].value;
  const population = populationOfCells(heads.cells, wteCells, meanWte);
  const posts = fitPosts(population, figures);
  return ok({
    population,
    residuals: residualsOf(figures, { headcount: heads.cells, "in-post": wteCells }, population),
    dropped: [...dropped, ...posts.dropped],
    notes: [...notes, ...posts.notes],
    iterations: heads.raked.iterations,
    converged: heads.raked.converged,
  });
}
