import { z } from "zod";
import { answerForm, sentence } from "@/app/_session/form-answer";
import { ok } from "@/lib/result";
import { acknowledge } from "@/lib/services/returns/acknowledge-warning";
import { currentSite } from "@/lib/services/site";
import { reason, rule } from "../../../../form-fields";
import { isIdentifier } from "../../../../search-params";

type Context = { params: Promise<{ organisation: string; partId: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { organisation, partId } = await params;
  if (!isIdentifier(partId)) return sentence(404, "There is no such file.");
  const page = `/returns/${organisation}/findings/${partId}`;
  return answerForm(request, page, z.looseObject({ code: rule }), async (viewer, fields) => {
    // Each rule's reason is a field of its own, so that the page can say which one is wanting.
    const field = `reason-${fields.code}`;
    const given = reason.safeParse(fields[field] ?? "");
    if (!given.success)
      return { ok: false, problem: { code: "reason", message: given.error.issues[0]?.message ?? "", field } };
    const done = await acknowledge(currentSite(), viewer, {
      organisation,
      partId,
      code: fields.code,
      reason: given.data,
    });
    if (!done.ok)
      return {
        ok: false,
        problem: { ...done.problem, field: done.problem.code === "reason-missing" ? field : undefined },
      };
    return ok({ to: `${page}#rule-${fields.code}`, message: "Your reason is kept with the return." });
  });
}
