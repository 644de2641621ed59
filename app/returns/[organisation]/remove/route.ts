import { z } from "zod";
import { answerForm } from "@/app/_session/form-answer";
import { ok } from "@/lib/result";
import { removePart } from "@/lib/services/returns/remove-part";
import { currentSite } from "@/lib/services/site";
import { census, type OrganisationContext, partName, serviceUnit } from "../../form-fields";
import { returnHref, returnOfForm } from "../../search-params";

const FIELDS = z.object({ census, part: partName, unit: serviceUnit });

export async function POST(request: Request, { params }: OrganisationContext): Promise<Response> {
  const { organisation } = await params;
  return answerForm(request, returnOfForm(organisation), FIELDS, async (viewer, { census, part, unit }) => {
    const removed = await removePart(currentSite(), viewer, {
      organisation,
      census,
      part,
      serviceUnit: unit,
    });
    if (!removed.ok) return removed;
    return ok({ to: returnHref(organisation, census), message: "The file is taken out of this return." });
  });
}
