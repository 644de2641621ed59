import { PARTS } from "../parts";
import { CELL_RULES } from "./cell-rules";
import { checksOf } from "./checks-of";
import { HEADER_RULES } from "./header-rules";
import type { Rule } from "./rule";

/** Every rule of every part, for the catalogue, the findings page and the tests: cells, header, lines, files. */
export const RULES: readonly Rule[] = [
  ...Object.values(CELL_RULES),
  ...Object.values(HEADER_RULES),
  ...Object.values(PARTS).flatMap((part) => [
    ...checksOf(part).row,
    ...checksOf(part).file.flatMap(({ rules }) => rules),
  ]),
];

/** The rule of a finding's code. */
export const ruleOf = (code: string): Rule | undefined => RULES.find((rule) => rule.code === code);
