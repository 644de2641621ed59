import { z } from "zod";
import { ok } from "@/lib/result";
import { PASSABLE } from "@/lib/services/releases/checklist";
import { passPoint } from "@/lib/services/releases/review-release";
import { currentSite } from "@/lib/services/site";
import { answerReleaseForm } from "../answer-release-form";
import type { ReleaseContext } from "../release-number";

const FIELDS = z.object({
  item: z.enum(PASSABLE, "This form is out of date. Open the page again."),
  reason: z.string().default(""),
});

export const POST = (request: Request, context: ReleaseContext): Promise<Response> =>
  answerReleaseForm(request, context, FIELDS, async (viewer, { item, reason }, number) => {
    const passed = await passPoint(currentSite(), viewer, { number, item, reason });
    return passed.ok
      ? ok({ message: item === "changes-unread" ? "You have read what changed." : "Your reason is kept." })
      : { ok: false, problem: { ...passed.problem, field: item } };
  });
