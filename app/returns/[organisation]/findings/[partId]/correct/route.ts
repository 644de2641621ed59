import { z } from "zod";
import { answerForm, sentence } from "@/app/_session/form-answer";
import { formatCount } from "@/lib/format/number";
import { withoutControls } from "@/lib/format/plain-text";
import { ok } from "@/lib/result";
import { type Corrected, correctPart } from "@/lib/services/returns/correct-part";
import { currentSite } from "@/lib/services/site";
import { rule } from "../../../../form-fields";
import { isIdentifier } from "../../../../search-params";
import { filterOf, findingsHref } from "../search-params";

type Context = { params: Promise<{ organisation: string; partId: string }> };

const AGAIN = "This form is out of date. Open the findings again.";
const whole = z
  .string(AGAIN)
  .regex(/^[1-9]\d{0,8}$/, AGAIN)
  .transform(Number);
const FIELDS = z.object({
  code: rule,
  position: whole,
  line: whole.optional(),
  value: z.string().default(""),
  to: z
    .string(AGAIN)
    .transform((text) => withoutControls(text).trim())
    .pipe(z.string().max(1000, "Write no more than 1,000 characters.")),
  field: z.string().default(""),
  filter: z.string().optional(),
});

/** Corrects one cell, or all that say the same, and leads to the findings of the file as it is then. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { organisation, partId } = await params;
  if (!isIdentifier(partId)) return sentence(404, "There is no such file.");
  const under = `/returns/${organisation}/findings`;
  const back = (typed: Readonly<Record<string, string>>) =>
    findingsHref(`${under}/${partId}`, filterOf(typed.filter)).replace(/#found$/, "");
  return answerForm(request, back, FIELDS, async (viewer, fields) => {
    const { code, position, line, value, to, field, filter } = fields;
    const where = line === undefined ? { value } : { line };
    const done = await correctPart(currentSite(), viewer, {
      organisation,
      partId,
      code,
      position,
      where,
      to,
    });
    if (!done.ok) return { ok: false, problem: { ...done.problem, field } };
    return ok({
      to: findingsHref(`${under}/${done.value.partId}`, filterOf(filter)),
      message: inWords(done.value, where, to),
    });
  });
}

/** What was corrected, and what is left. */
function inWords(
  { column, cells, report, still, turned }: Corrected,
  where: { line: number } | { value: string },
  to: string,
): string {
  const place =
    "line" in where
      ? `${column} on line ${formatCount(where.line)}`
      : `${column} in ${formatCount(cells)} ${cells === 1 ? "cell" : "cells"}`;
  const shown = to.length > 60 ? `${to.slice(0, 59)}…` : to;
  const count = (severity: "error" | "warning") =>
    (report?.counts ?? [])
      .filter((each) => each.severity === severity)
      .reduce((sum, each) => sum + each.count, 0);
  const left = count("error");
  const sentences = [
    `Corrected: ${place} is now ${to === "" ? "empty" : `“${shown}”`}.`,
    ...(still === null ? [] : [`That is not right either: ${still}`]),
    left === 0 ? "No error is left." : `${formatCount(left)} ${left === 1 ? "error is" : "errors are"} left.`,
  ];
  if (turned) sentences.push("The file is now UTF-8, since its own encoding has no such letter.");
  return sentences.join(" ");
}
