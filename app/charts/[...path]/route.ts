import { fileAnswer, missingFile, movedTo } from "@/app/_components/file-answer";
import { readChartAddress } from "@/lib/published/chart-address";
import { chartHref } from "@/lib/published/place-href";
import { readChartFile } from "@/lib/services/published/chart-file";
import { drawPng } from "@/lib/services/published/draw-png";

export const dynamic = "force-dynamic";

// A release never changes, so its drawings are kept for good.
const FOR_GOOD = "public, max-age=31536000, immutable";

export async function GET(request: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const address = readChartAddress((await params).path);
  if (address === null) return missingFile("There is no such chart.");
  const file = await readChartFile(address);
  if (file.kind === "missing") return missingFile("There is no such chart.");
  if (file.kind === "moved") return movedTo(chartHref(file.release, address.path, address.format));
  return address.format === "svg"
    ? fileAnswer(request, { body: file.svg, type: "image/svg+xml; charset=utf-8", cache: FOR_GOOD })
    : fileAnswer(request, { body: await drawPng(file.svg), type: "image/png", cache: FOR_GOOD });
}
