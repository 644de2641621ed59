import { RETURN_CHECKS } from "./checks/return-checks";
import { RULES } from "./checks/rules";

/** Every rule of files and of returns that can be asked about, by title. */
export const RULE_TITLES: readonly { code: string; title: string }[] = [...RULES, ...RETURN_CHECKS]
  .map(({ code, title }) => ({ code, title }))
  .sort((a, b) => a.title.localeCompare(b.title, "en"));
