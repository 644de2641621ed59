import { z } from "zod";
import { ok } from "@/lib/result";
import { sendBackRelease } from "@/lib/services/releases/review-release";
import { currentSite } from "@/lib/services/site";
import { answerReleaseForm } from "../answer-release-form";
import type { ReleaseContext } from "../release-number";

const FIELDS = z.object({ reason: z.string("Say why.") });

export const POST = (request: Request, context: ReleaseContext): Promise<Response> =>
  answerReleaseForm(request, context, FIELDS, async (viewer, { reason }, number) => {
    const sent = await sendBackRelease(currentSite(), viewer, { number, reason });
    return sent.ok
      ? ok({ message: `Release ${number} is sent back.` })
      : { ok: false, problem: { ...sent.problem, field: "back" } };
  });
