import type { z } from "zod";
import type { SignedIn } from "@/app/_session/current-viewer";
import { answerForm, type Done, type FormProblem, sentence } from "@/app/_session/form-answer";
import type { Result } from "@/lib/result";
import { type ReleaseContext, releaseHref, releaseNumber } from "./release-number";

/** Answers a form of a release's own page. */
export async function answerReleaseForm<T>(
  request: Request,
  { params }: ReleaseContext,
  schema: z.ZodType<T>,
  work: (viewer: SignedIn, fields: T, number: number) => Promise<Result<Done, FormProblem>>,
): Promise<Response> {
  const number = releaseNumber((await params).number);
  if (number === null) return sentence(404, "There is no such release.");
  return answerForm(request, releaseHref(number), schema, (viewer, fields) => work(viewer, fields, number));
}
