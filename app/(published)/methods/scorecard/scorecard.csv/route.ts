import { scorecardFile } from "@/app/_components/published/scorecard-file";
import { scorecardCsv } from "@/lib/published/scorecard-words";

export const dynamic = "force-dynamic";

export const GET = (request: Request) =>
  scorecardFile(request, "scorecard", (scorecard) => scorecardCsv(scorecard.release, scorecard.lines));
