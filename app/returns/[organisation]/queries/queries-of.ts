import { returnHref } from "../../search-params";

/** The page of the questions about an organisation's return, for the forms on it. */
export const queriesOf = (organisation: string) => ({
  organisation,
  page: (census: string) => returnHref(organisation, census, "/queries"),
});
