import { currentViewer } from "@/app/_session/current-viewer";
import { seeOther, sentence } from "@/app/_session/form-answer";
import { safeCsvLine } from "@/lib/returns/safe-csv";
import { readFindings } from "@/lib/services/returns/read-findings";
import { currentSite } from "@/lib/services/site";
import { download } from "../../../../download";
import { problemStatus } from "../../../../problem-status";
import { isIdentifier } from "../../../../search-params";

type Context = { params: Promise<{ organisation: string; partId: string }> };

const COLUMNS = [
  "severity",
  "code",
  "line",
  "column",
  "header",
  "position",
  "value",
  "message",
  "mend",
] as const;
const ALL = 1_000_000;

/** Every finding of a file, safe to open in a spreadsheet whatever the file's cells say. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { organisation, partId } = await params;
  const viewer = await currentViewer();
  if (viewer.kind !== "person")
    return seeOther(`/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  if (!isIdentifier(partId)) return sentence(404, "There is no such file.");
  const read = await readFindings(currentSite(), viewer, { organisation, partId, limit: ALL });
  if (!read.ok) return sentence(problemStatus(read.problem.code), read.problem.message);
  const { part, findings } = read.value;
  const lines = [
    [...COLUMNS],
    ...findings.map((finding) => COLUMNS.map((column) => String(finding[column] ?? ""))),
  ];
  return download(lines.map(safeCsvLine).join(""), `${organisation}-${part.part}-findings.csv`);
}
