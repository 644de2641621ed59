import { SUPPLY_DEFAULTS } from "./assumptions";
import {
  AGE_GROUPS,
  BANDS,
  partsOf,
  ROLE_BY_AGE,
  ROLE_BY_AGE_SEPARATOR,
  ROLES,
  TEN_YEAR_AGES,
} from "./base-figures";
import { DEFAULT_AGE_MIX } from "./spread-ages";

/** Role × band × ten-year age: the table that is fitted, `[(role * 11 + band) * 7 + age]`. */
export const CELL_COUNT = ROLES.length * BANDS.length * TEN_YEAR_AGES.length;
export const cellAt = (role: number, band: number, age: number): number =>
  (role * BANDS.length + band) * TEN_YEAR_AGES.length + age;

/** The cells of a category of one breakdown, merged ones included. */
export function cellsOf(dimension: string, category: string): number[] {
  const of = new Set(partsOf(category));
  const [role = "", ageGroup] = category.split(ROLE_BY_AGE_SEPARATOR);
  const roles = new Set(partsOf(role));
  const ages = new Set(AGE_GROUPS.find(({ id }) => id === ageGroup)?.of ?? []);
  const cells: number[] = [];
  for (const [r, roleId] of ROLES.entries()) {
    for (const [b, bandId] of BANDS.entries()) {
      for (const [a, ageId] of TEN_YEAR_AGES.entries()) {
        const belongs =
          dimension === ROLE_BY_AGE
            ? roles.has(roleId) && ages.has(ageId)
            : of.has(dimension === "role" ? roleId : dimension === "band" ? bandId : ageId);
        if (belongs) cells.push(cellAt(r, b, a));
      }
    }
  }
  return cells;
}

const TEN_YEAR_OF: Readonly<Record<string, readonly string[]>> = {
  under_25: ["under_25"],
  "25_34": ["25_29", "30_34"],
  "35_44": ["35_39", "40_44"],
  "45_54": ["45_49", "50_54"],
  "55_64": ["55_59", "60_64"],
  "65_plus": ["65_69", "70_plus"],
};

/** How a ten-year age divides into bands of the return, by the default mix; shares sum to one. */
export function withinTenYears(age: string): { band: string; share: number }[] {
  const bands = TEN_YEAR_OF[age] ?? [];
  const total = bands.reduce((sum, band) => sum + (DEFAULT_AGE_MIX[band] ?? 0), 0);
  return bands.map((band) => ({ band, share: (DEFAULT_AGE_MIX[band] ?? 0) / total }));
}

/** What is believed before a place's figures are read, as shares; every cell is possible but unknown ages without a margin. */
export function priorCells(agesPublished: boolean): Float64Array {
  const bandShares: Readonly<Record<string, Readonly<Record<string, number>>>> =
    SUPPLY_DEFAULTS["bands-by-role"].value;
  const roleShares: Readonly<Record<string, number>> = SUPPLY_DEFAULTS["role-mix"].value;
  const floor = SUPPLY_DEFAULTS["band-floor"].value;
  const unknown = agesPublished ? SUPPLY_DEFAULTS["age-unknown"].value : 0;
  const cells = new Float64Array(CELL_COUNT);
  for (const [r, role] of ROLES.entries()) {
    for (const [b, band] of BANDS.entries()) {
      for (const [a, age] of TEN_YEAR_AGES.entries()) {
        const ofAge =
          age === "unknown"
            ? unknown
            : (1 - unknown) *
              (TEN_YEAR_OF[age] ?? []).reduce((sum, one) => sum + (DEFAULT_AGE_MIX[one] ?? 0), 0);
        cells[cellAt(r, b, a)] = (roleShares[role] ?? 0) * (bandShares[role]?.[band] ?? floor) * ofAge;
      }
    }
  }
  const total = cells.reduce((sum, share) => sum + share, 0);
  return cells.map((share) => share / total);
}

export const sumOver = (cells: readonly number[], values: Float64Array): number =>
  cells.reduce((sum, cell) => sum + (values[cell] ?? 0), 0);
