import { z } from "zod";
import { answerForm } from "@/app/_session/form-answer";
import { ok } from "@/lib/result";
import { approveReturn } from "@/lib/services/returns/approve-return";
import { currentSite } from "@/lib/services/site";
import { census, type OrganisationContext, submission } from "../../form-fields";
import { returnHref, returnOfForm } from "../../search-params";

export async function POST(request: Request, { params }: OrganisationContext): Promise<Response> {
  const { organisation } = await params;
  return answerForm(
    request,
    returnOfForm(organisation),
    z.object({ census, submission }),
    async (viewer, fields) => {
      const approved = await approveReturn(currentSite(), viewer, {
        organisation,
        submission: fields.submission,
      });
      if (!approved.ok) return approved;
      return ok({
        to: returnHref(organisation, fields.census),
        message: `Version ${approved.value.version} is approved. The next release counts it.`,
      });
    },
  );
}
