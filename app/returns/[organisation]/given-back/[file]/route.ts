import { currentViewer } from "@/app/_session/current-viewer";
import { seeOther, sentence } from "@/app/_session/form-answer";
import { isIsoDate } from "@/lib/places/calendar-day";
import { GIVEN_BACK, giveBack } from "@/lib/services/returns/give-back";
import { currentSite } from "@/lib/services/site";
import { download } from "../../../download";
import { problemStatus } from "../../../problem-status";

type Context = { params: Promise<{ organisation: string; file: string }> };

/** What an approved return gives back to its organisation: doubtful codings, the workload, a risk register's paragraph. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { organisation, file: asked } = await params;
  const { pathname, search, searchParams } = new URL(request.url);
  const viewer = await currentViewer();
  if (viewer.kind !== "person")
    return seeOther(`/sign-in?next=${encodeURIComponent(`${pathname}${search}`)}`);
  const census = searchParams.get("census") ?? "";
  const file = GIVEN_BACK.find((one) => one === asked);
  if (!file || !isIsoDate(census)) return sentence(404, "There is no such file.");
  const given = await giveBack(currentSite(), viewer, { organisation, census, file });
  if (given.ok) return download(given.value, `${organisation}-${census}-${file}`);
  const { code, message, mend } = given.problem;
  return sentence(problemStatus(code), [message, mend].filter(Boolean).join(" "));
}
