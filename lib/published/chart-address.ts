import { CHART_WIDTHS, type ChartPath } from "@/lib/charts/chart";
import { readReleaseSegment } from "./place-address";

export type ChartAddress = ChartPath & { release: number | "latest"; format: "svg" | "png" | "csv" };

const CODE = /^[A-Z0-9]{3,9}$/;
const CHART = /^[a-z0-9_-]{1,80}$/;

/** Reads `r2/Y56/vacancy-rate/wide.svg`, the picture, or `wide.csv`, its rows; null when there is nothing at such an address. */
export function readChartAddress(segments: readonly string[]): ChartAddress | null {
  const [first, place, chart, file, ...more] = segments;
  if (
    first === undefined ||
    place === undefined ||
    chart === undefined ||
    file === undefined ||
    more.length > 0
  )
    return null;
  const release = readReleaseSegment(first);
  const [given, format, ...parts] = file.split(".");
  if (release === null || parts.length > 0 || !CODE.test(place) || !CHART.test(chart)) return null;
  const width = CHART_WIDTHS.find((one) => one === given);
  if (width === undefined || (format !== "svg" && format !== "png" && format !== "csv")) return null;
  return { release, place, chart, width, format };
}
