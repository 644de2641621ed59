import type { PartName } from "@/lib/returns/part";
import type { NationOrganisation } from "../organisations";
import { ERROR_WAYS } from "./error-ways";
import { REFUSED_WAYS } from "./refused-ways";
import { REPAIRED_WAYS } from "./repaired-ways";

/** What the checks are to make of a spoilt file. */
export type Expected = "repaired" | "error" | "refused";

/** One way in which a file is spoilt. */
export type Way = {
  id: string;
  /** What was done to it, for whoever tries it. */
  says: string;
  /** The code of the repair, of the error, or of the refusal that is to come of it; null where nothing need be said. */
  code: string | null;
  part: PartName;
  /** Whether it can be done to an organisation's file; any, where it does not say. */
  suits?: (organisation: NationOrganisation) => boolean;
  /** Whether a file has what is to be spoilt. */
  fits?: (text: string) => boolean;
  spoil: (text: string) => Uint8Array;
};

/** Every way, in the order of the data dictionary's "Messy files". */
export const WAYS: readonly (Way & { expected: Expected })[] = [
  ...REPAIRED_WAYS.map((way) => ({ ...way, expected: "repaired" as const })),
  ...ERROR_WAYS.map((way) => ({ ...way, expected: "error" as const })),
  ...REFUSED_WAYS.map((way) => ({ ...way, expected: "refused" as const })),
];
