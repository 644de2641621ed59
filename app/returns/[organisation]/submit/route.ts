import { z } from "zod";
import { answerForm } from "@/app/_session/form-answer";
import { ok } from "@/lib/result";
import { submitReturn } from "@/lib/services/returns/submit-return";
import { currentSite } from "@/lib/services/site";
import { census, type OrganisationContext, reason } from "../../form-fields";
import { returnHref, returnOfForm } from "../../search-params";

export async function POST(request: Request, { params }: OrganisationContext): Promise<Response> {
  const { organisation } = await params;
  const form = z.object({ census, removalReason: reason.optional(), shown: z.string().optional() });
  return answerForm(request, returnOfForm(organisation), form, async (viewer, fields) => {
    const submitted = await submitReturn(currentSite(), viewer, { organisation, ...fields });
    if (!submitted.ok) {
      const { problem } = submitted;
      const field = problem.code === "removal-reason-missing" ? "removalReason" : undefined;
      return { ok: false, problem: { ...problem, field } };
    }
    return ok({
      to: returnHref(organisation, fields.census),
      message: `Version ${submitted.value.version} is submitted and waits for approval.`,
    });
  });
}
