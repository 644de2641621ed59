import type { TagColour } from "@/app/_components/nhs/tag";
import { ruleOf } from "@/lib/returns/checks/rules";
import type { Severity } from "@/lib/returns/report";

const TAGS = {
  error: { text: "Error", colour: "red" },
  warning: { text: "Warning", colour: "orange" },
  notice: { text: "Notice", colour: "blue" },
} as const satisfies Record<Severity, { text: string; colour: TagColour }>;

/** How grave a finding is, in a word. */
export const severityTag = (severity: Severity) => TAGS[severity];

/** What is told of a return and is no rule: it finds nothing wrong in a file, and has no example. */
const TOLD: Readonly<Record<string, string>> = {
  "not-held-together": "Checks over the whole return were not made",
};

/** A rule as people call it; an unknown one by its code. */
export const ruleTitle = (code: string): string => ruleOf(code)?.title ?? TOLD[code] ?? code;
