import { releaseSegment } from "@/lib/published/release-words";
import { readScorecardPage, type Scorecard } from "@/lib/services/published/scorecard-page";
import { fileAnswer, missingFile } from "../file-answer";

/** A file of the newest release's scorecard, under its name. */
export async function scorecardFile(
  request: Request,
  name: string,
  write: (scorecard: Scorecard) => string,
): Promise<Response> {
  const scorecard = (await readScorecardPage())?.value.scorecard ?? null;
  if (scorecard === null) return missingFile("No release has been published yet.");
  const { number, synthetic } = scorecard.release;
  return fileAnswer(request, {
    body: write(scorecard),
    type: "text/csv; charset=utf-8",
    cache: "public, max-age=0, must-revalidate",
    fileName: `${["muster", ...(synthetic ? ["synthetic"] : []), releaseSegment(number), name].join("-")}.csv`,
  });
}
