import { fileAnswer, missingFile, movedTo } from "@/app/_components/file-answer";
import { pathOfChart } from "@/lib/charts/chart";
import { type ChartAddress, readChartAddress } from "@/lib/published/chart-address";
import { chartHref } from "@/lib/published/place-href";
import { readChartFile, readChartTable } from "@/lib/services/published/chart-file";
import { drawPng } from "@/lib/services/published/draw-png";

export const dynamic = "force-dynamic";

// A release never changes, so its stored drawings are kept for good. What is drawn now may show a correction of an
// earlier census on its line over time.
const FOR_GOOD = "public, max-age=31536000, immutable";
const FOR_AN_HOUR = "public, max-age=3600";

export async function GET(request: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const address = readChartAddress((await params).path);
  if (address === null) return missingFile("There is no such chart.");
  if (address.format === "csv") return tableAnswer(request, address);
  const file = await readChartFile(address);
  if (file.kind === "missing") return missingFile("There is no such chart.");
  if (file.kind === "moved") return movedTo(chartHref(file.release, pathOfChart(address), address.format));
  const cache = file.stored ? FOR_GOOD : FOR_AN_HOUR;
  return address.format === "svg"
    ? fileAnswer(request, { body: file.svg, type: "image/svg+xml; charset=utf-8", cache })
    : fileAnswer(request, { body: await drawPng(file.svg), type: "image/png", cache });
}

async function tableAnswer(request: Request, address: ChartAddress): Promise<Response> {
  const file = await readChartTable(address);
  if (file.kind === "missing") return missingFile("There is no such chart.");
  if (file.kind === "moved") return movedTo(chartHref(file.release, pathOfChart(address), "csv"));
  return fileAnswer(request, {
    body: file.csv,
    type: "text/csv; charset=utf-8",
    // Asked for again each time, so that a withdrawn release is gone at once.
    cache: "public, max-age=0, must-revalidate",
    fileName: `muster-${file.synthetic ? "synthetic-" : ""}r${address.release}-${address.place}-${address.chart}.csv`,
  });
}
