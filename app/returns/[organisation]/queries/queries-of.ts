import { returnHref } from "../../search-params";

/** The page of the questions about an organisation's return, for the forms on it. */
export const queriesOf = (organisation: string) => ({
  organisation,
  side: "organisation" as const,
  page: (census: string) => returnHref(organisation, census, "/queries"),
});
