import { currentViewer } from "@/app/_session/current-viewer";
import { sentence } from "@/app/_session/form-answer";
import { safeCsvLine } from "@/lib/returns/safe-csv";
import { readAssetSums } from "@/lib/services/returns/read-asset-sums";
import { currentSite } from "@/lib/services/site";
import { download } from "../../../../download";
import { problemStatus } from "../../../../problem-status";
import { isIdentifier } from "../../../../search-params";
import { SUM_COLUMNS } from "../sum-columns";

type Context = { params: Promise<{ organisation: string; partId: string }> };

/** Every row that a file of single devices adds up to. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { organisation, partId } = await params;
  if (!isIdentifier(partId)) return sentence(404, "There is no such file.");
  const read = await readAssetSums(currentSite(), await currentViewer(), { organisation, partId });
  if (!read.ok) return sentence(problemStatus(read.problem.code), read.problem.message);
  const lines = read.value.rows.map((row) =>
    SUM_COLUMNS.map(({ name }) => (row[name] === null || row[name] === undefined ? "" : String(row[name]))),
  );
  return download(
    [SUM_COLUMNS.map(({ name }) => name), ...lines].map(safeCsvLine).join(""),
    `${organisation}-${read.value.census}-devices-from-assets.csv`,
  );
}
