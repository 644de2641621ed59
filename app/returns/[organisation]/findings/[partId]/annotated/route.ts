import { currentViewer } from "@/app/_session/current-viewer";
import { seeOther, sentence } from "@/app/_session/form-answer";
import { readAnnotated } from "@/lib/services/returns/read-annotated";
import { currentSite } from "@/lib/services/site";
import { downloadPieces } from "../../../../download";
import { problemStatus } from "../../../../problem-status";
import { isIdentifier } from "../../../../search-params";

type Context = { params: Promise<{ organisation: string; partId: string }> };

/** A file given back with what was found beside each row. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { organisation, partId } = await params;
  const viewer = await currentViewer();
  if (viewer.kind !== "person")
    return seeOther(`/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  if (!isIdentifier(partId)) return sentence(404, "There is no such file.");
  const read = await readAnnotated(currentSite(), viewer, { organisation, partId });
  if (!read.ok)
    return sentence(
      problemStatus(read.problem.code),
      [read.problem.message, read.problem.mend].filter(Boolean).join(" "),
    );
  const { part, pieces } = read.value;
  return downloadPieces({
    fileName: `${part.fileName.replace(/\.csv$/i, "")}-with-findings.csv`,
    type: "text/csv; charset=utf-8",
    pieces,
  });
}
