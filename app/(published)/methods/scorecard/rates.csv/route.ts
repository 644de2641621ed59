import { scorecardFile } from "@/app/_components/published/scorecard-file";
import { ratesCsv } from "@/lib/published/scorecard-words";

export const dynamic = "force-dynamic";

export const GET = (request: Request) =>
  scorecardFile(request, "rates", (scorecard) => ratesCsv(scorecard.release, scorecard.rates));
