import { z } from "zod";
import { answerForm } from "@/app/_session/form-answer";
import { ok } from "@/lib/result";
import { restoreVersion } from "@/lib/services/returns/restore-version";
import { currentSite } from "@/lib/services/site";
import { census, type OrganisationContext, submission } from "../../form-fields";
import { returnHref, returnOfForm } from "../../search-params";

const FIELDS = z.object({ census, submission, giveUpDraft: z.literal("yes").optional() });

export async function POST(request: Request, { params }: OrganisationContext): Promise<Response> {
  const { organisation } = await params;
  return answerForm(request, returnOfForm(organisation), FIELDS, async (viewer, fields) => {
    const restored = await restoreVersion(currentSite(), viewer, {
      organisation,
      submission: fields.submission,
      giveUpDraft: fields.giveUpDraft === "yes",
    });
    if (!restored.ok) return restored;
    const { version, files } = restored.value;
    return ok({
      to: returnHref(organisation, fields.census),
      message: `The ${files === 1 ? "file" : `${files} files`} of version ${version} ${files === 1 ? "is" : "are"} in work again. Submit to make a new version of ${files === 1 ? "it" : "them"}.`,
    });
  });
}
