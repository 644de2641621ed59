import { sentence } from "@/app/_session/form-answer";
import { PARTS } from "@/lib/returns/parts";
import { templateCsv } from "@/lib/returns/template";
import { download } from "../../download";

/** The CSV template of a part, for anyone: `workforce.csv`. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  const part = Object.values(PARTS).find(({ name }) => file === `${name}.csv`);
  if (!part)
    return sentence(
      404,
      `There is no template “${file}”. There are ${Object.keys(PARTS)
        .map((name) => `${name}.csv`)
        .join(" and ")}.`,
    );
  return download(templateCsv(part), file);
}
