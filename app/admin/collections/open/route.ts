import { z } from "zod";
import { answerForm } from "@/app/_session/form-answer";
import { formatDate } from "@/lib/format/date";
import { withoutControls } from "@/lib/format/plain-text";
import { fail, ok } from "@/lib/result";
import { openCollection } from "@/lib/services/collections/open-collection";
import { currentSite } from "@/lib/services/site";
import { typedDate } from "./typed-date";

/** Codes as they are typed or pasted: one a line, or with commas or spaces between. */
const codesIn = (text: string): string[] =>
  withoutControls(text.replace(/\s/g, " "))
    .toUpperCase()
    .split(/[ ,;]+/)
    .filter(Boolean);

const FIELDS = z.record(z.string(), z.string());

/** Which field a problem is about: the beginning of its code says so. */
const fieldOf = (code: string): string | undefined =>
  code.startsWith("closes-")
    ? "closes"
    : ["nobody-asked", "cannot-be-asked"].includes(code)
      ? "organisations"
      : /^(census|collection)-/.test(code)
        ? "census"
        : undefined;

export const POST = (request: Request): Promise<Response> =>
  answerForm(request, "/admin#open", FIELDS, async (viewer, fields) => {
    const census = typedDate(fields, "census");
    if (census === null) {
      const { problem } = fail("census-missing", "Give the census date.");
      return { ok: false, problem: { ...problem, field: "census" } };
    }
    const codes = codesIn(fields.organisations ?? "");
    const opened = await openCollection(currentSite(), viewer, {
      census,
      closes: typedDate(fields, "closes"),
      organisations: codes.length > 0 ? codes : null,
    });
    if (!opened.ok) return { ok: false, problem: { ...opened.problem, field: fieldOf(opened.problem.code) } };
    const { organisations } = opened.value;
    return ok({
      to: `/admin/collections/${census}`,
      message: `The collection of ${formatDate(census)} is open, and asks ${organisations} ${organisations === 1 ? "organisation" : "organisations"}.`,
    });
  });
