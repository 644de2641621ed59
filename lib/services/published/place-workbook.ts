import { figuresOfPlace } from "@/db/queries/published/figures";
import type { Reader } from "@/db/transaction";
import type { Chart } from "@/lib/charts/chart";
import { chartTable } from "@/lib/published/chart-csv";
import { figuresTable } from "@/lib/published/figures-table";
import { MEASURES_TABLE, measureRows } from "@/lib/published/measures-table";
import { placeCover } from "@/lib/published/place-cover";
import type { PublishedPlace, Release } from "@/lib/published/release";
import { type Sheet, workbookOf } from "@/lib/reports/workbook";
import { readAreaPage } from "./area-page";
import type { SiteFacts } from "./site-facts";

/**
 * Everything on a place's page as one workbook: what it is and how it is cited, all its figures, a sheet for each chart,
 * and what each measure means. Of an organisation there are no charts.
 */
export async function placeWorkbook(
  db: Reader,
  site: SiteFacts,
  release: Release,
  place: PublishedPlace,
): Promise<Uint8Array<ArrayBuffer>> {
  const figures = (await figuresOfPlace(db, release.number, place.code)).filter(
    ({ audience }) => audience === "public",
  );
  const charts = place.level === "organisation" ? [] : await chartsOf(db, site, release, place);
  const spoken = new Set(figures.map(({ measure }) => measure));
  const sheets: Sheet[] = [
    { name: "About", table: placeCover(release, place, site.releases) },
    { name: "Figures", table: figuresTable(release, place, figures) },
    ...charts.map((chart) => ({
      name: chart.title.split(": ")[0] ?? chart.title,
      above: [chart.title, chart.subtitle, chart.source],
      table: chartTable(release, chart),
    })),
    {
      name: "Measures",
      table: { ...MEASURES_TABLE, rows: measureRows(release).filter(([, , , id]) => spoken.has(String(id))) },
    },
  ];
  return workbookOf(sheets);
}

async function chartsOf(
  db: Reader,
  site: SiteFacts,
  release: Release,
  place: PublishedPlace,
): Promise<readonly Chart[]> {
  const asked = { measure: null, subject: null, held: true };
  return (await readAreaPage(db, site, release, place, asked)).charts;
}
