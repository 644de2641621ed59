import { fileAnswer, refusedFile } from "@/app/_components/file-answer";
import { decodeSegment } from "@/lib/published/decode-segment";
import { CHOSEN_FORMATS } from "@/lib/published/table-choice";
import { readChosenFile } from "@/lib/services/published/chosen-file";

export const dynamic = "force-dynamic";

/** The figures of a table of one's own as a file. */
export async function GET(request: Request, { params }: { params: Promise<{ choice: string[] }> }) {
  const segments = (await params).choice.map(decodeSegment);
  const format = CHOSEN_FORMATS.find((one) => segments.at(-1) === `table.${one}`);
  if (format === undefined)
    return refusedFile(
      404,
      `There is no such file. A table is ${CHOSEN_FORMATS.map((one) => `table.${one}`).join(", ")}.`,
    );
  const file = await readChosenFile(segments.slice(0, -1), format);
  if (file.kind === "refused")
    return refusedFile(file.status, [file.problem.message, file.problem.mend].filter(Boolean).join(" "));
  return fileAnswer(request, {
    body: file.body,
    type: file.type,
    cache: "public, max-age=0, must-revalidate",
    fileName: file.fileName ?? undefined,
  });
}
