import { z } from "zod";
import { answerForm } from "@/app/_session/form-answer";
import { ok } from "@/lib/result";
import { remindOrganisations } from "@/lib/services/collections/remind-organisations";
import { currentSite } from "@/lib/services/site";
import { organisationCode } from "../../../../returns/search-params";

const FIELDS = z.object({
  organisation: z
    .string()
    .refine((code) => organisationCode(code) !== null, "This form is out of date. Open the page again.")
    .transform(organisationCode)
    .optional(),
});

/** Reminds those whose answer is still waited for: all of them, or the one named. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ census: string }> },
): Promise<Response> {
  const { census } = await params;
  return answerForm(request, `/admin/collections/${census}`, FIELDS, async (viewer, { organisation }) => {
    const reminded = await remindOrganisations(currentSite(), viewer, { census, organisation });
    if (!reminded.ok) return reminded;
    const { sent, unreached } = reminded.value;
    const [first] = unreached;
    const organisations = new Set(unreached.map((one) => one.organisation)).size;
    const missed =
      organisations > 1
        ? ` ${organisations} organisations have nobody who could be written to.`
        : first
          ? ` ${first.organisation} is not reached, since ${first.why}.`
          : "";
    return ok({ message: `${sent} ${sent === 1 ? "reminder is" : "reminders are"} on the way.${missed}` });
  });
}
