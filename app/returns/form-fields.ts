import { z } from "zod";
import { linesWithoutControls, withoutControls } from "@/lib/format/plain-text";
import { isIsoDate } from "@/lib/places/calendar-day";
import { PART_NAMES } from "@/lib/returns/part";

const AGAIN = "This form is out of date. Open the return again.";

/** Fields that the forms of a return share, each with the sentence for one that makes no sense. */
export const census = z
  .string(AGAIN)
  .refine(isIsoDate, "There is no such census date. Open the return again.");
export const submission = z.uuid(AGAIN);
export const partName = z.enum(PART_NAMES, AGAIN);
export const rule = z.string(AGAIN).regex(/^[a-z0-9-]{1,80}$/, AGAIN);
export const reason = z
  .string("Write one sentence.")
  .transform(linesWithoutControls)
  .pipe(z.string().max(2000, "Write no more than 2,000 characters."));
export const serviceUnit = z
  .string()
  .transform((text) => withoutControls(text).trim())
  .pipe(z.string().max(60, "The name of a service unit has at most 60 characters."))
  .default("");

export type OrganisationContext = { params: Promise<{ organisation: string }> };
