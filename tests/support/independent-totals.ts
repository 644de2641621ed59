import { csvLines } from "./csv-lines";

/**
 * The truth by a second, separate way: exact totals from the return files' text alone, with a CSV reading of its own
 * and none of the code that the product counts with. Database, release and pages are compared with it.
 * Files must be clean.
 */
export type Totals = {
  establishmentWte: number;
  inPostWte: number;
  /** Funded: establishment less in post. */
  vacancyWte: number;
  coverWte: number;
  headcount: number;
  headcount55AndOver: number;
  devices: number;
  ppmDue: number;
  ppmDueDone: number;
  ppmOnTime: number;
};

export type TotalsInput = {
  organisation: string;
  board: string;
  region: string;
  workforce: string;
  devices: string;
};

/** Totals by place code: every organisation given, its board, its region, and `all`. */
export function independentTotals(returns: readonly TotalsInput[]): Map<string, Totals> {
  const totals = new Map<string, Totals>();
  for (const { organisation, board, region, workforce, devices } of returns) {
    const own = organisationTotals(workforce, devices);
    for (const place of [organisation, board, region, "all"])
      totals.set(place, added(totals.get(place), own));
  }
  return totals;
}

function organisationTotals(workforce: string, devices: string): Totals {
  const staff = csvLines(workforce);
  const equipment = csvLines(devices);
  const sum = (rows: Record<string, string>[], column: string) =>
    Math.round(rows.reduce((total, row) => total + Number(row[column] || 0), 0) * 100_000) / 100_000;

  const ages = new Map<string, string>();
  let headcount = 0;
  let headcount55AndOver = 0;
  for (const row of staff) {
    if (row.line_type !== "person" && row.line_type !== "group") continue;
    const key = row.person_key ?? "";
    if (key !== "" && ages.has(key)) continue;
    if (key !== "") ages.set(key, row.age_band ?? "");
    headcount += Number(row.headcount || 1);
    if (/^(5[5-9]|6|7)/.test(row.age_band ?? "")) headcount55AndOver += Number(row.headcount || 1);
  }
  const hasBudget = staff.some((row) => row.line_type === "budget");
  const funded = hasBudget ? staff.filter((row) => row.line_type === "budget") : staff;
  const establishmentWte = sum(funded, "establishment_wte");
  const inPostWte = sum(staff, "in_post_wte");
  return {
    establishmentWte,
    inPostWte,
    vacancyWte: Math.round((establishmentWte - inPostWte) * 100_000) / 100_000,
    coverWte: sum(staff, "temporary_cover_wte"),
    headcount,
    headcount55AndOver,
    devices: sum(equipment, "device_count_end"),
    ppmDue: sum(equipment, "ppm_due"),
    ppmDueDone: sum(equipment, "ppm_due_done"),
    ppmOnTime: sum(equipment, "ppm_on_time"),
  };
}

function added(so: Totals | undefined, more: Totals): Totals {
  if (so === undefined) return more;
  const keys = Object.keys(more) as (keyof Totals)[];
  return Object.fromEntries(
    keys.map((key) => [key, Math.round((so[key] + more[key]) * 100_000) / 100_000]),
  ) as Totals;
}
