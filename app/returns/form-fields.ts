import { z } from "zod";
import { TAKEN_PARTS } from "./[organisation]/_sections/upload-parts";

const AGAIN = "This form is out of date. Open the return again.";

/** Fields that the forms of a return share, each with the sentence for one that makes no sense. */
export const census = z.string(AGAIN).regex(/^\d{4}-\d{2}-\d{2}$/, AGAIN);
export const submission = z.uuid(AGAIN);
export const partName = z.enum(TAKEN_PARTS, AGAIN);
export const rule = z.string(AGAIN).regex(/^[a-z0-9-]{1,80}$/, AGAIN);
export const reason = z.string("Write one sentence.").max(2000, "Write no more than 2,000 characters.");
export const serviceUnit = z
  .string()
  .trim()
  .max(60, "The name of a service unit has at most 60 characters.")
  .default("");

export type OrganisationContext = { params: Promise<{ organisation: string }> };
