import { z } from "zod";
import { answerForm } from "@/app/_session/form-answer";
import { withoutControls } from "@/lib/format/plain-text";
import { ok } from "@/lib/result";
import { declareNil } from "@/lib/services/returns/submit-return";
import { currentSite } from "@/lib/services/site";
import { census, type OrganisationContext } from "../../form-fields";
import { returnHref, returnOfForm } from "../../search-params";

const FIELDS = z.object({
  census,
  reason: z.enum(["served", "contracted", "none"], "Choose why there is nothing to send."),
  servedBy: z
    .string()
    .transform((code) => withoutControls(code).trim().toUpperCase() || null)
    .default(null),
});

/** Which field of the form a problem is about. */
const FIELD_OF: Record<string, string> = { "served-by-missing": "servedBy", "served-by-unknown": "servedBy" };

export async function POST(request: Request, { params }: OrganisationContext): Promise<Response> {
  const { organisation } = await params;
  return answerForm(request, returnOfForm(organisation), FIELDS, async (viewer, fields) => {
    const declared = await declareNil(currentSite(), viewer, { organisation, ...fields });
    if (!declared.ok)
      return { ok: false, problem: { ...declared.problem, field: FIELD_OF[declared.problem.code] } };
    return ok({
      to: returnHref(organisation, fields.census),
      message: `Version ${declared.value.version}, a nil return, is submitted and waits for approval.`,
    });
  });
}
