import { sentence } from "@/app/_session/form-answer";
import { HELP_FILES, helpFile } from "@/lib/returns/help-file";
import { deviceCategoryTitles } from "@/lib/services/returns/device-category-titles";
import { currentSite } from "@/lib/services/site";
import { download } from "../../download";

/** A template, a filled example, a guide or a description for machines, for anyone: `workforce.csv`. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  if (!HELP_FILES.includes(file))
    return sentence(
      404,
      `There is no file “${file.slice(0, 100)}” here. Every template and example is listed at /methods/prepare.`,
    );
  const categories = await deviceCategoryTitles(currentSite());
  return download(helpFile(file, categories) ?? "", file);
}
