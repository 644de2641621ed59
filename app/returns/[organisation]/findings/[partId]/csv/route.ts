import { currentViewer } from "@/app/_session/current-viewer";
import { seeOther, sentence } from "@/app/_session/form-answer";
import { readEveryFinding } from "@/lib/services/returns/read-every-finding";
import { currentSite } from "@/lib/services/site";
import { downloadPieces } from "../../../../download";
import { problemStatus } from "../../../../problem-status";
import { isIdentifier } from "../../../../search-params";
import { findingsCsv } from "./findings-csv";

type Context = { params: Promise<{ organisation: string; partId: string }> };

/** Every finding of a file, safe to open in a spreadsheet whatever the file's cells say. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { organisation, partId } = await params;
  const viewer = await currentViewer();
  if (viewer.kind !== "person")
    return seeOther(`/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  if (!isIdentifier(partId)) return sentence(404, "There is no such file.");
  const read = await readEveryFinding(currentSite(), viewer, { organisation, partId });
  if (!read.ok) return sentence(problemStatus(read.problem.code), read.problem.message);
  return downloadPieces({
    fileName: `${organisation}-${read.value.part.part}-findings.csv`,
    type: "text/csv; charset=utf-8",
    pieces: findingsCsv(read.value),
  });
}
