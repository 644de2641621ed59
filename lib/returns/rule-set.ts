/** The version of the rules; a submission records the one that judged it. Raise it with any change of verdict. */
export const RULE_SET = "2026.4";
