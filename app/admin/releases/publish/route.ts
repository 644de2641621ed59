import { z } from "zod";
import { answerForm } from "@/app/_session/form-answer";
import { ok } from "@/lib/result";
import { publishRelease } from "@/lib/services/releases/publish-release";
import { currentSite } from "@/lib/services/site";

const FIELDS = z.object({
  number: z.coerce.number("This form is out of date. Open the page again.").int().positive(),
});

export const POST = (request: Request): Promise<Response> =>
  answerForm(request, "/admin/releases", FIELDS, async (viewer, fields) => {
    const published = await publishRelease(currentSite(), viewer, fields);
    return published.ok ? ok({ message: `Release ${fields.number} is published.` }) : published;
  });
