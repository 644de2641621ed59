import { ACTIVITIES_OF_SERVICE } from "@/lib/returns/codes/activity";
import { ROLES_OF_STAFF } from "@/lib/returns/codes/role";
import { SPECIALISMS } from "@/lib/returns/codes/specialism";
import { DEVICE_ACTIVITIES } from "./device-work";

const titles = (codes: readonly { value: string; title: string }[]) =>
  new Map(codes.map(({ value, title }) => [value, title]));
const ACTIVITY_TITLES = titles([...DEVICE_ACTIVITIES, ...ACTIVITIES_OF_SERVICE]);
const SPECIALISM_TITLES = titles(SPECIALISMS);
const ROLE_TITLES = titles(ROLES_OF_STAFF);

/** The words for a code; the code itself where it has none. */
export const activityTitle = (code: string): string => ACTIVITY_TITLES.get(code) ?? code;
export const specialismTitle = (code: string): string => SPECIALISM_TITLES.get(code) ?? code;
export const roleTitle = (code: string): string => ROLE_TITLES.get(code) ?? code;

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
