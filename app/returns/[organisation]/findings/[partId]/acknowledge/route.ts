import { z } from "zod";
import { answerForm, type FormProblem, sentence } from "@/app/_session/form-answer";
import { ok, type Result } from "@/lib/result";
import { acknowledge } from "@/lib/services/returns/acknowledge-warning";
import { currentSite } from "@/lib/services/site";
import { reason, rule } from "../../../../form-fields";
import { isIdentifier } from "../../../../search-params";
import { filterOf, findingsHref } from "../search-params";

type Context = { params: Promise<{ organisation: string; partId: string }> };

/** One rule, or several apart by spaces, whose reasons are all kept as they stand. */
const FIELDS = z.looseObject({
  code: z
    .string()
    .transform((text) => text.split(" "))
    .pipe(z.array(rule).max(200)),
  filter: z.string().optional(),
});

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { organisation, partId } = await params;
  if (!isIdentifier(partId)) return sentence(404, "There is no such file.");
  const page = `/returns/${organisation}/findings/${partId}`;
  const back = (typed: Readonly<Record<string, string>>) =>
    findingsHref(page, filterOf(typed.filter)).replace(/#found$/, "");
  return answerForm(request, back, FIELDS, async (viewer, fields) => {
    const keep = async (code: string): Promise<Result<null, FormProblem>> => {
      // Each rule's reason is a field of its own, so that the page can say which one is wanting.
      const field = `reason-${code}`;
      const given = reason.safeParse(fields[field] ?? "");
      if (!given.success)
        return {
          ok: false,
          problem: { code: "reason", message: given.error.issues[0]?.message ?? "", field },
        };
      const args = { organisation, partId, code, reason: given.data };
      const done = await acknowledge(currentSite(), viewer, args);
      if (done.ok || done.problem.code !== "reason-missing") return done;
      return { ok: false, problem: { ...done.problem, field } };
    };
    for (const code of fields.code) {
      const kept = await keep(code);
      if (!kept.ok) return kept;
    }
    return ok({
      to: findingsHref(page, filterOf(fields.filter)),
      message:
        fields.code.length === 1
          ? "Your reason is kept with the return."
          : `${fields.code.length} reasons are kept with the return.`,
    });
  });
}
