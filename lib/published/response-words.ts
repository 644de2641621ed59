import type { ResponseState } from "./release";

/** Whether an organisation answered, as a word in a table. */
export const RESPONSE_WORDS: Readonly<Record<ResponseState, string>> = {
  returned: "Returned",
  nil: "Returned: employs no clinical engineers",
  served: "Served by another organisation",
  not_returned: "Not returned",
};
