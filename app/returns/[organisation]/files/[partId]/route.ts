import { currentViewer } from "@/app/_session/current-viewer";
import { seeOther, sentence } from "@/app/_session/form-answer";
import { readBytes } from "@/lib/services/returns/read-bytes";
import { currentSite } from "@/lib/services/site";
import { downloadPieces } from "../../../download";
import { problemStatus } from "../../../problem-status";
import { isIdentifier } from "../../../search-params";

type Context = { params: Promise<{ organisation: string; partId: string }> };

/** A file as it was sent, byte by byte: cut off where what is stored is not what was sent. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { organisation, partId } = await params;
  const viewer = await currentViewer();
  if (viewer.kind !== "person")
    return seeOther(`/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  if (!isIdentifier(partId)) return sentence(404, "There is no such file.");
  const read = await readBytes(currentSite(), viewer, { organisation, partId });
  if (!read.ok) return sentence(problemStatus(read.problem.code), read.problem.message);
  const { part, bytes } = read.value;
  return downloadPieces({
    fileName: part.fileName,
    type: "application/octet-stream",
    pieces: bytes,
  });
}
