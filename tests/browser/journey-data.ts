import type { Page } from "playwright-core";
import { formatCount, formatNumber, formatPercent } from "@/lib/format/number";
import { csvLines } from "../support/csv-lines";
import { independentTotals } from "../support/independent-totals";
import type { MainFiles } from "./journey-files";

/** "Your data" as it stands on the page: for each stage, its figures by title. */
export async function dataShown(page: Page, path: string): Promise<Record<string, Record<string, string>>> {
  await page.goto(path);
  const shown: Record<string, Record<string, string>> = {};
  for (const table of await page.locator(".muster-own table").all()) {
    const [, ...stages] = await table.locator("thead th").allInnerTexts();
    for (const row of await table.locator("tbody tr").all()) {
      const [title = "", ...values] = await row.locator("th, td").allInnerTexts();
      for (const [at, stage] of stages.entries())
        shown[stage] = { ...shown[stage], [title]: values[at] ?? "" };
    }
  }
  return shown;
}

/** The same figures counted from the files alone, by none of the code that the page counts with. */
export function dataExpected({ workforce, devices }: MainFiles): Record<string, string> {
  const own = independentTotals([{ organisation: "own", board: "", region: "", workforce, devices }]).get(
    "own",
  );
  if (!own) throw new Error("There is nothing in the files");
  const { establishmentWte, inPostWte, vacancyWte, coverWte, headcount, headcount55AndOver } = own;
  const rows = csvLines(workforce);
  const vacancies = rows.filter((row) => row.line_type === "vacancy");
  const wteIn = (...states: string[]) =>
    sum(vacancies.filter((row) => states.includes(row.vacancy_state ?? "")).map(vacancyWteOf));
  const unknownAge = rows.filter((row) => row.age_band === "unknown").length;
  const advertised = wteIn("offer_made", "advertised");
  // Posts that stand vacant and that no line describes say nothing of adverts: the page has no such rows.
  const described = vacancies.length > 0 || vacancyWte <= 0;
  return {
    "Funded establishment (WTE)": wte(establishmentWte),
    "Staff in post, WTE": wte(inPostWte),
    "Staff in post, headcount": formatCount(headcount),
    "Vacant posts (WTE)": wte(vacancyWte),
    "Vacancy rate, funded": share(vacancyWte, establishmentWte),
    "Vacancy rate, unfilled": share(sum([vacancyWte, -coverWte]), establishmentWte),
    ...(described
      ? {
          "Vacant posts cleared for advert (WTE)": wte(advertised),
          "Vacancy rate, advertised": share(advertised, establishmentWte),
          "Frozen posts (WTE)": wte(wteIn("frozen")),
        }
      : {}),
    "Temporary cover (WTE)": wte(coverWte),
    "Staff aged 55 and over": share(headcount55AndOver, headcount - unknownAge),
    "Medical devices": formatCount(own.devices),
    "Planned maintenance jobs that fell due": formatCount(own.ppmDue),
    "Planned maintenance done on time": share(own.ppmOnTime, own.ppmDue),
  };
}

/** Of files whose vacancy lines carry their own establishment, as those of the tests do. */
const vacancyWteOf = (row: Record<string, string>) => Number(row.establishment_wte || row.headcount || 1);
const sum = (values: readonly number[]) =>
  Math.round(values.reduce((total, value) => total + value, 0) * 100_000) / 100_000;
const share = (part: number, whole: number) => formatPercent((100 * part) / whole, 1);
/** To two decimals at most, as the page shows them. */
const wte = (value: number) =>
  formatNumber(value, Math.min(2, Math.max(1, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0)));
