import { chartOf as storedChart } from "@/db/queries/published/charts";
import { placesOfRelease } from "@/db/queries/published/places";
import type { Reader } from "@/db/transaction";
import { type Chart, type ChartPath, pathOfChart } from "@/lib/charts/chart";
import { drawChart } from "@/lib/charts/draw-chart";
import type { ChartAddress } from "@/lib/published/chart-address";
import { chartCsv } from "@/lib/published/chart-csv";
import { chartOf } from "@/lib/published/charts-of-place";
import { measureOverBoards } from "@/lib/published/over-boards-chart";
import { LOOK_CHARTS } from "@/lib/published/place-sections";
import type { Release } from "@/lib/published/release";
import { releaseFor } from "./place-page";
import { readPublished } from "./read-published";
import { readScene } from "./read-scene";
import { type SiteFacts, siteFacts } from "./site-facts";

export type ChartFile =
  | { kind: "moved"; release: number }
  /** `stored`: drawn when the release was built, and never changes. */
  | { kind: "found"; svg: string; stored: boolean }
  | { kind: "missing" };

/** A drawing of a visible release: the stored one, or else one drawn now from the release's public figures. */
export async function readChartFile(address: ChartAddress): Promise<ChartFile> {
  const read = await readPublished(async (db): Promise<ChartFile> => {
    if (address.release !== "latest") {
      // The database shows drawings of visible releases only, so the release need not be asked for.
      const svg = await storedChart(db, address.release, pathOfChart(address));
      if (svg !== null) return { kind: "found", svg, stored: true };
    }
    const site = await siteFacts(db);
    const release = releaseFor(site, address.release);
    if (!release.ok || release.value === null) return { kind: "missing" };
    if (address.release === "latest") return { kind: "moved", release: release.value.number };
    return drawNow(db, site, release.value, address);
  });
  return read?.value ?? { kind: "missing" };
}

async function drawNow(db: Reader, site: SiteFacts, release: Release, path: ChartPath): Promise<ChartFile> {
  const chart = await chartNow(db, site, release, path);
  return chart ? { kind: "found", svg: drawChart(chart, path.width), stored: false } : { kind: "missing" };
}

async function chartNow(
  db: Reader,
  site: SiteFacts,
  release: Release,
  { place: code, chart: id }: ChartPath,
): Promise<Chart | null> {
  const place = (await placesOfRelease(db, release.number)).find((one) => one.code === code);
  if (!place || place.level === "organisation") return null;
  const scene = await readScene(db, site.releases, release, code, {
    overBoards: measureOverBoards(id),
    ahead: LOOK_CHARTS.includes(id),
  });
  return chartOf(scene, place, id);
}

export type ChartTableFile =
  | { kind: "moved"; release: number }
  | { kind: "found"; csv: string; synthetic: boolean }
  | { kind: "missing" };

/** The rows of a drawing of a visible release, as the file that is sent. */
export async function readChartTable(address: ChartAddress): Promise<ChartTableFile> {
  const read = await readPublished(async (db): Promise<ChartTableFile> => {
    const site = await siteFacts(db);
    const release = releaseFor(site, address.release);
    if (!release.ok || release.value === null) return { kind: "missing" };
    if (address.release === "latest") return { kind: "moved", release: release.value.number };
    const chart = await chartNow(db, site, release.value, address);
    return chart
      ? { kind: "found", csv: chartCsv(release.value, chart), synthetic: release.value.synthetic }
      : { kind: "missing" };
  });
  return read?.value ?? { kind: "missing" };
}
