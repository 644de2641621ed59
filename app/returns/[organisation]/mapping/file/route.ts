import { currentViewer } from "@/app/_session/current-viewer";
import { seeOther, sentence } from "@/app/_session/form-answer";
import { readMappingFile } from "@/lib/services/returns/read-mapping-file";
import { currentSite } from "@/lib/services/site";
import { downloadText } from "../../../download";
import type { OrganisationContext } from "../../../form-fields";
import { problemStatus } from "../../../problem-status";

/** The mapping as a file. */
export async function GET(request: Request, { params }: OrganisationContext): Promise<Response> {
  const { organisation } = await params;
  const viewer = await currentViewer();
  if (viewer.kind !== "person")
    return seeOther(`/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  const read = await readMappingFile(currentSite(), viewer, organisation);
  if (!read.ok) return sentence(problemStatus(read.problem.code), read.problem.message);
  return downloadText(read.value, `${organisation}-mapping.json`, "application/json");
}
