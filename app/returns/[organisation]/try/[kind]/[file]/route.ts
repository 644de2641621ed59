import { currentViewer } from "@/app/_session/current-viewer";
import { seeOther, sentence } from "@/app/_session/form-answer";
import { fileToTry } from "@/lib/services/returns/files-to-try";
import { currentSite } from "@/lib/services/site";
import { download } from "../../../../download";
import { problemStatus } from "../../../../problem-status";
import { organisationCode } from "../../../../search-params";

type Context = { params: Promise<{ organisation: string; kind: string; file: string }> };

/** A file of the sample to try: `/returns/ZS007/try/spoilt/workforce.csv`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { kind, file, ...given } = await params;
  const viewer = await currentViewer();
  if (viewer.kind !== "person")
    return seeOther(`/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  const organisation = organisationCode(given.organisation);
  if (!organisation) return sentence(404, "There is no such file to try.");
  const read = await fileToTry(currentSite(), viewer, { organisation, kind, name: file });
  return read.ok
    ? download(read.value, file)
    : sentence(problemStatus(read.problem.code), read.problem.message);
}
