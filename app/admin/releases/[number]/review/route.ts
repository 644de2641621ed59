import { z } from "zod";
import { ok } from "@/lib/result";
import { sendForReview } from "@/lib/services/releases/review-release";
import { currentSite } from "@/lib/services/site";
import { answerReleaseForm } from "../answer-release-form";
import type { ReleaseContext } from "../release-number";

const FIELDS = z.object({ about: z.string("Say what is new in it.") });

export const POST = (request: Request, context: ReleaseContext): Promise<Response> =>
  answerReleaseForm(request, context, FIELDS, async (viewer, { about }, number) => {
    const sent = await sendForReview(currentSite(), viewer, { number, about });
    return sent.ok
      ? ok({ message: `Release ${number} is in review. The other administrators have been told.` })
      : { ok: false, problem: { ...sent.problem, field: "about" } };
  });
