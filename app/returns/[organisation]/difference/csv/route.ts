import { currentViewer } from "@/app/_session/current-viewer";
import { seeOther, sentence } from "@/app/_session/form-answer";
import { readEveryDifference } from "@/lib/services/returns/read-difference";
import { currentSite } from "@/lib/services/site";
import { downloadPieces } from "../../../download";
import type { OrganisationContext } from "../../../form-fields";
import { problemStatus } from "../../../problem-status";
import { organisationCode, RETURN_QUERY, returnHref } from "../../../search-params";
import { differenceCsv } from "./difference-csv";

/** Every row that differs from the version before, safe to open in a spreadsheet: `?census=2026-03-31&version=2`. */
export async function GET(request: Request, { params }: OrganisationContext): Promise<Response> {
  const { pathname, searchParams, search } = new URL(request.url);
  const viewer = await currentViewer();
  if (viewer.kind !== "person")
    return seeOther(`/sign-in?next=${encodeURIComponent(`${pathname}${search}`)}`);
  const organisation = organisationCode((await params).organisation);
  const { census, version } = RETURN_QUERY.parse(Object.fromEntries(searchParams));
  if (!organisation) return sentence(404, "There is no such return.");
  if (!census) return seeOther(returnHref(organisation, null, "/difference"));
  const read = await readEveryDifference(currentSite(), viewer, { organisation, census, version });
  if (!read.ok) return sentence(problemStatus(read.problem.code), read.problem.message);
  return downloadPieces({
    fileName: `${organisation}-${census}-difference.csv`,
    type: "text/csv; charset=utf-8",
    pieces: differenceCsv(read.value),
  });
}
