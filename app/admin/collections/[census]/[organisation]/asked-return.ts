/** One organisation's return to one collection, as the administrators' addresses name it. */
export type AskedContext = { params: Promise<{ census: string; organisation: string }> };

export const askedReturnHref = (census: string, organisation: string): string =>
  `/admin/collections/${census}/${organisation}`;

/** The page of one organisation's return, for the forms on it. */
export const askedReturn = ({ census, organisation }: { census: string; organisation: string }) => ({
  organisation: organisation.toUpperCase(),
  side: "administrator" as const,
  page: () => askedReturnHref(census, organisation),
});
