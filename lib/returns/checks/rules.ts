import { PARTS } from "../parts";
import { CELL_RULES } from "./cell-rules";
import { checksOf } from "./checks-of";
import { HEADER_RULES } from "./header-rules";
import { RETURN_CHECKS } from "./return-checks";
import type { ReturnCheck } from "./return-rule";
import type { Rule } from "./rule";

const ofParts = Object.values(PARTS).flatMap((part) => [
  ...checksOf(part).row,
  ...checksOf(part).file.flatMap(({ rules }) => rules),
]);

/** Every rule of every part, each once, for the catalogue, the findings page and the tests: cells, header, lines, files. */
export const RULES: readonly Rule[] = [
  ...new Set<Rule>([...Object.values(CELL_RULES), ...Object.values(HEADER_RULES), ...ofParts]),
];

/** The rule of a finding's code, of a file or of a whole return. */
export const ruleOf = (code: string): Rule | ReturnCheck | undefined =>
  [...RULES, ...RETURN_CHECKS].find((rule) => rule.code === code);
