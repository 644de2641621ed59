import { z } from "zod";
import { answerForm } from "@/app/_session/form-answer";
import { ok } from "@/lib/result";
import { withdrawReturn } from "@/lib/services/returns/approve-return";
import { currentSite } from "@/lib/services/site";
import { census, type OrganisationContext, reason, submission } from "../../form-fields";
import { returnHref, returnOfForm } from "../../search-params";

const FIELDS = z.object({ census, submission, sendBackReason: reason });

export async function POST(request: Request, { params }: OrganisationContext): Promise<Response> {
  const { organisation } = await params;
  return answerForm(request, returnOfForm(organisation), FIELDS, async (viewer, fields) => {
    const withdrawn = await withdrawReturn(currentSite(), viewer, {
      organisation,
      submission: fields.submission,
      reason: fields.sendBackReason,
    });
    if (!withdrawn.ok) {
      const field = withdrawn.problem.code === "reason-missing" ? "sendBackReason" : undefined;
      return { ok: false, problem: { ...withdrawn.problem, field } };
    }
    return ok({
      to: returnHref(organisation, fields.census),
      message: `Version ${withdrawn.value.version} is sent back.`,
    });
  });
}
