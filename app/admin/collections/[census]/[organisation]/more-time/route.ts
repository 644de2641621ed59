import { z } from "zod";
import { answerForm } from "@/app/_session/form-answer";
import { formatDate } from "@/lib/format/date";
import { ok } from "@/lib/result";
import { giveMoreTime } from "@/lib/services/collections/give-more-time";
import { currentSite } from "@/lib/services/site";
import { typedDate } from "../../../open/typed-date";
import { type AskedContext, askedReturnHref } from "../asked-return";

const piece = z.string("Give the day, month and year.").trim();
const FIELDS = z.object({
  "until-day": piece,
  "until-month": piece,
  "until-year": piece,
  why: z.string("Say why.").max(4000, "Write no more than 2,000 characters."),
});

export async function POST(request: Request, { params }: AskedContext): Promise<Response> {
  const { census, organisation } = await params;
  return answerForm(request, askedReturnHref(census, organisation), FIELDS, async (viewer, fields) => {
    const given = await giveMoreTime(currentSite(), viewer, {
      census,
      organisation: organisation.toUpperCase(),
      until: typedDate(fields, "until") ?? "",
      reason: fields.why,
    });
    if (!given.ok) {
      const field = given.problem.code.startsWith("until") ? "until" : "why";
      return { ok: false, problem: { ...given.problem, field } };
    }
    return ok({ message: `They have until ${formatDate(given.value.until)}.` });
  });
}
