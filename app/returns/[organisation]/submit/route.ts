import { z } from "zod";
import { answerForm } from "@/app/_session/form-answer";
import { ok } from "@/lib/result";
import { submitReturn } from "@/lib/services/returns/submit-return";
import { currentSite } from "@/lib/services/site";
import { census, type OrganisationContext } from "../../form-fields";
import { returnHref, returnOfForm } from "../../search-params";

export async function POST(request: Request, { params }: OrganisationContext): Promise<Response> {
  const { organisation } = await params;
  return answerForm(request, returnOfForm(organisation), z.object({ census }), async (viewer, fields) => {
    const submitted = await submitReturn(currentSite(), viewer, { organisation, ...fields });
    if (!submitted.ok) return submitted;
    return ok({
      to: returnHref(organisation, fields.census),
      message: `Version ${submitted.value.version} is submitted and waits for approval.`,
    });
  });
}
