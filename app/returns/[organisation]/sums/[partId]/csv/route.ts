import { currentViewer } from "@/app/_session/current-viewer";
import { seeOther, sentence } from "@/app/_session/form-answer";
import { readAssetSums } from "@/lib/services/returns/read-asset-sums";
import { currentSite } from "@/lib/services/site";
import { download } from "../../../../download";
import { problemStatus } from "../../../../problem-status";
import { isIdentifier } from "../../../../search-params";
import { sumsCsv } from "./sums-csv";

type Context = { params: Promise<{ organisation: string; partId: string }> };

/** Every row that a file of single devices adds up to. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { organisation, partId } = await params;
  const viewer = await currentViewer();
  if (viewer.kind !== "person")
    return seeOther(`/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  if (!isIdentifier(partId)) return sentence(404, "There is no such file.");
  const read = await readAssetSums(currentSite(), viewer, { organisation, partId });
  if (!read.ok) return sentence(problemStatus(read.problem.code), read.problem.message);
  const { rows, census } = read.value;
  return download(sumsCsv(rows), `${organisation}-${census}-devices-from-assets.csv`);
}
