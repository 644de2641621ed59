import { z } from "zod";
import { ok } from "@/lib/result";
import { withdrawRelease } from "@/lib/services/releases/withdraw-release";
import { currentSite } from "@/lib/services/site";
import { answerReleaseForm } from "../answer-release-form";
import type { ReleaseContext } from "../release-number";

const FIELDS = z.object({ reason: z.string("Say why.") });

export const POST = (request: Request, context: ReleaseContext): Promise<Response> =>
  answerReleaseForm(request, context, FIELDS, async (viewer, { reason }, number) => {
    const withdrawn = await withdrawRelease(currentSite(), viewer, { number, reason });
    return withdrawn.ok
      ? ok({ message: `Release ${number} is withdrawn: nobody sees its figures any more.` })
      : { ok: false, problem: { ...withdrawn.problem, field: "withdraw" } };
  });
