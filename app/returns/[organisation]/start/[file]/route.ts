import { z } from "zod";
import { currentViewer } from "@/app/_session/current-viewer";
import { seeOther, sentence } from "@/app/_session/form-answer";
import { PART_NAMES } from "@/lib/returns/part";
import { startFromLastYear } from "@/lib/services/returns/start-from-last-year";
import { currentSite } from "@/lib/services/site";
import { downloadPieces } from "../../../download";
import { serviceUnit } from "../../../form-fields";
import { problemStatus } from "../../../problem-status";
import { organisationCode, RETURN_QUERY } from "../../../search-params";

type Context = { params: Promise<{ organisation: string; file: string }> };

const NOTHING = "There is no such file to start from.";

/** Last year's rows as this year's file to begin with: `/returns/ZS007/start/workforce.csv?census=2026-03-31&unit=Renal`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { pathname, search, searchParams } = new URL(request.url);
  const viewer = await currentViewer();
  if (viewer.kind !== "person")
    return seeOther(`/sign-in?next=${encodeURIComponent(`${pathname}${search}`)}`);
  const given = await params;
  const organisation = organisationCode(given.organisation);
  const part = z.enum(PART_NAMES).safeParse(given.file.replace(/\.csv$/, ""));
  const unit = serviceUnit.safeParse(searchParams.get("unit") ?? "");
  const { census } = RETURN_QUERY.parse(Object.fromEntries(searchParams));
  if (!organisation || !part.success || !unit.success || !census) return sentence(404, NOTHING);
  const asked = { organisation, census, part: part.data, serviceUnit: unit.data };
  const read = await startFromLastYear(currentSite(), viewer, asked);
  if (!read.ok) return sentence(problemStatus(read.problem.code), read.problem.message);
  return downloadPieces({
    fileName: `${part.data}${unit.data ? `-${unit.data}` : ""}-${census}.csv`,
    type: "text/csv; charset=utf-8",
    pieces: read.value,
  });
}
