import { z } from "zod";
import { isIsoDate } from "@/lib/places/calendar-day";

/** An address may give a parameter twice; the first counts. */
export const one = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (Array.isArray(value) ? value[0] : value));

/** What the addresses of a return's pages may say after the question mark. Nonsense is as good as nothing. */
export const RETURN_QUERY = z.object({
  census: one.transform((value) => (value && isIsoDate(value) ? value : undefined)),
  version: one.transform((value) => (value && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined)),
  notice: one,
});

/** An organisation's code as an address gives it; null when it can be none. */
export const organisationCode = (text: string): string | null =>
  /^[A-Za-z0-9]{3,9}$/.test(text) ? text.toUpperCase() : null;

/** An identifier of ours as an address gives it. */
export const isIdentifier = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);

/** The page of an organisation's return, or one under it. */
export const returnHref = (organisation: string, census?: string | null, under = ""): string =>
  `/returns/${organisation}${under}${census ? `?census=${census}` : ""}`;

/** The page of the return that a form was of, by its field `census`: another collection's must not answer for it. */
export const returnOfForm =
  (organisation: string) =>
  ({ census }: Readonly<Record<string, string>>): string =>
    returnHref(organisation, RETURN_QUERY.parse({ census }).census);
