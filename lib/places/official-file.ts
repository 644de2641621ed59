import { looksLikeOdsFile } from "./ods-file";
import { looksLikeTurnoverFile } from "./turnover-file";

/** The official files that Muster reads, and what they are called. */
export const OFFICIAL_FILES = {
  "ods-trusts": "trust file of the NHS Organisation Data Service",
  turnover: "NHS England turnover by trust and staff group",
} as const;
export type OfficialFileKind = keyof typeof OFFICIAL_FILES;

/** Which official file a text is, by its first line; null when it is none. */
export function officialFileKind(text: string): OfficialFileKind | null {
  if (looksLikeTurnoverFile(text)) return "turnover";
  return looksLikeOdsFile(text) ? "ods-trusts" : null;
}
