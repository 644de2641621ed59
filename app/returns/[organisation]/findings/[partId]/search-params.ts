import { z } from "zod";
import type { FindingFilter } from "@/lib/returns/group-findings";
import { one } from "../../../search-params";

const words = one.transform((value) => (value?.trim() ? value.trim().slice(0, 200) : undefined));

const code = one.transform((value) => (value && /^[a-z0-9-]{1,80}$/.test(value) ? value : undefined));

/** What the address of a findings page may ask for. Nonsense is as good as nothing. */
export const FINDINGS_QUERY = z.object({
  severity: one.transform((value) =>
    value === "error" || value === "warning" || value === "notice" ? value : undefined,
  ),
  subject: code,
  rule: code,
  column: words,
  search: words,
  notice: one,
});

/** The findings page with what is looked for, at the list. */
export function findingsHref(
  page: string,
  { severity, subject, rule, column, search }: FindingFilter,
): string {
  const asked = Object.entries({ severity, subject, rule, column, search }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return `${page}${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ""}#found`;
}

/** What was looked for, as a form of the page carries it along. */
export const filterText = (filter: FindingFilter): string =>
  findingsHref("", filter)
    .replace(/^\?/, "")
    .replace(/#found$/, "");

/** The same read again from a form. */
export const filterOf = (text: string | undefined): FindingFilter => {
  const { notice: _, ...filter } = FINDINGS_QUERY.parse(Object.fromEntries(new URLSearchParams(text ?? "")));
  return filter;
};
