import { z } from "zod";
import { answerForm, type Done, type FormProblem } from "@/app/_session/form-answer";
import type { Viewer } from "@/lib/access/viewer";
import { withoutControls } from "@/lib/format/plain-text";
import { isIsoDate } from "@/lib/places/calendar-day";
import { ok, type Result } from "@/lib/result";
import { PART_NAMES } from "@/lib/returns/part";
import { answerQuery, closeQuery } from "@/lib/services/queries/answer-query";
import { askAboutReturn } from "@/lib/services/queries/ask-about-return";
import { currentSite } from "@/lib/services/site";

const AGAIN = "This form is out of date. Open the page again.";
const text = z.string("Write one sentence.").max(4000, "Write no more than 2,000 characters.");
const query = z.uuid(AGAIN);
const census = z.string(AGAIN).refine(isIsoDate, AGAIN);
const maybe = z
  .string()
  .max(500, AGAIN)
  .optional()
  .transform((value) => withoutControls(value ?? "") || null);
const ASK = z.object({
  census,
  text,
  code: z
    .string(AGAIN)
    .regex(/^[a-z0-9-]{0,80}$/, AGAIN)
    .transform((code) => code || null),
  part: z
    .enum([...PART_NAMES, ""], AGAIN)
    .optional()
    .transform((part) => part || null),
  unit: maybe,
  line: z.coerce.number(AGAIN).int(AGAIN).positive(AGAIN).max(10_000_000, AGAIN).optional(),
  column: maybe,
  value: maybe,
});

/** Of whose return, and the page that shows the questions of a census. */
export type Of = {
  organisation: string;
  side: "organisation" | "administrator";
  page: (census: string) => string;
};

/** The page that a form came from, by its census. */
const backTo =
  ({ page }: Of) =>
  ({ census = "" }: Readonly<Record<string, string>>): string =>
    page(isIsoDate(census) ? census : "");

const at = (field: string, result: Result<unknown>, done: Done): Result<Done, FormProblem> =>
  result.ok ? ok(done) : { ok: false, problem: { ...result.problem, field } };

/** Asks about a return. */
export const askForm = (request: Request, of: Of): Promise<Response> =>
  answerForm(
    request,
    backTo(of),
    ASK,
    async (viewer: Viewer, { census, text, code, unit, line, ...cell }) => {
      const about = { ...cell, code, serviceUnit: unit, line: line ?? null };
      const { organisation, side } = of;
      const asked = await askAboutReturn(currentSite(), viewer, { organisation, side, census, text, about });
      return at("ask-text", asked, { message: "Your question is on its way, and they are told by mail." });
    },
  );

/** Says something in a question. */
export const answerQueryForm = (request: Request, of: Of): Promise<Response> =>
  answerForm(request, backTo(of), z.object({ text, query }), async (viewer, { text, query }) => {
    const { organisation, side } = of;
    const answered = await answerQuery(currentSite(), viewer, { organisation, side, query, text });
    return at(`text-${query}`, answered, { message: "It is said, and the other side is told by mail." });
  });

/** Ends a question. */
export const closeQueryForm = (request: Request, of: Of): Promise<Response> =>
  answerForm(request, backTo(of), z.object({ query }), async (viewer, { query }) => {
    const { organisation, side } = of;
    const closed = await closeQuery(currentSite(), viewer, { organisation, side, query });
    return closed.ok ? ok({ message: "The question is closed." }) : closed;
  });
