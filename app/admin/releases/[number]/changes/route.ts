import { currentViewer } from "@/app/_session/current-viewer";
import { seeOther, sentence } from "@/app/_session/form-answer";
import { readReview } from "@/lib/services/releases/read-review";
import { currentSite } from "@/lib/services/site";
import { type ReleaseContext, releaseNumber } from "../release-number";
import { changesCsv } from "./changes-csv";

/** Every figure that a release tells differently from the one it is held against, as a file: administrators only. */
export async function GET(request: Request, { params }: ReleaseContext): Promise<Response> {
  const viewer = await currentViewer();
  if (viewer.kind !== "person")
    return seeOther(`/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  const number = releaseNumber((await params).number);
  const read = number === null ? null : await readReview(currentSite(), viewer, { number });
  if (!read?.ok || read.value.difference === null) return sentence(404, "There is no such list of changes.");
  const { difference, before, names } = read.value;
  return new Response(changesCsv(difference.figures, names), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="changes-r${before?.number}-r${number}.csv"`,
      "cache-control": "no-store",
    },
  });
}
