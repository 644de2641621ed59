import { z } from "zod";
import { answerForm } from "@/app/_session/form-answer";
import { ok } from "@/lib/result";
import { requestBuild } from "@/lib/services/releases/request-build";
import { currentSite } from "@/lib/services/site";
import { census } from "../../../returns/form-fields";

export const POST = (request: Request): Promise<Response> =>
  answerForm(request, "/admin/releases", z.object({ census }), async (viewer, fields) => {
    const asked = await requestBuild(currentSite(), viewer, fields);
    return asked.ok
      ? ok({ message: "The release is being built. This page shows when it is ready." })
      : asked;
  });
