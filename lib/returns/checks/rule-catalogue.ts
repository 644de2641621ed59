import { safeCsvLine } from "../safe-csv";
import { exampleTable } from "./clean-lines";
import { HEADER_RULES } from "./header-rules";
import type { Example, ExampleLine, Rule } from "./rule";
import { RULES } from "./rules";

/** The rules about one thing, under one heading of the catalogue. */
export type RuleSubject = { id: string; title: string; rules: readonly Rule[] };

const onlyOf = (part: string) => (rule: Rule) =>
  (rule.scope === "row" || rule.scope === "file") && rule.parts[0] === part && !(rule.code in HEADER_RULES);

const SUBJECTS: readonly { id: string; title: string; holds: (rule: Rule) => boolean }[] = [
  { id: "headers", title: "The header of a file", holds: ({ code }) => code in HEADER_RULES },
  {
    id: "cells",
    title: "A cell, in any part",
    holds: ({ scope, code }) => scope === "cell" && !code.startsWith("personal-data"),
  },
  { id: "privacy", title: "Personal data", holds: ({ code }) => code.startsWith("personal-data") },
  { id: "posts", title: "Posts and people", holds: onlyOf("workforce") },
  { id: "equipment", title: "Devices and the work on them", holds: onlyOf("devices") },
];

/** Every rule once, under what it is about: a rule that no subject holds stands under the last, `others`. */
export const RULE_SUBJECTS: readonly RuleSubject[] = [
  ...SUBJECTS.map(({ id, title, holds }) => ({ id, title, rules: RULES.filter(holds) })),
  {
    id: "others",
    title: "Further rules",
    rules: RULES.filter((rule) => !SUBJECTS.some(({ holds }) => holds(rule))),
  },
].filter(({ rules }) => rules.length > 0);

/** An example as a person reads it: the file itself, and in which cells it differs from a clean one. */
export type ShownExample = { file: string; differs: readonly string[] };

const cellInWords = ([column, value]: readonly [string, string]) =>
  value === ""
    ? `${column || "the header"} is empty`
    : `${column || "a column without a header"} is ${value}`;

const lineInWords = (line: ExampleLine) => Object.entries(line).map(cellInWords).join(", ");

/** The example that trips a rule, or the one that does not. */
export function shownExample({ example }: Rule, which: "trips" | "passes"): ShownExample {
  const shown: Example = example[which];
  if (shown.text !== undefined) return { file: shown.text, differs: [] };
  return {
    file: exampleTable(example.part, shown)
      .map((cells) => safeCsvLine(cells))
      .join("")
      .trimEnd(),
    // Where a file has every column, which of them differ says nothing.
    differs: [
      ...shown.lines.filter((line) => Object.keys(line).length <= 8).map(lineInWords),
      ...(shown.without ?? []).map((name) => `there is no column ${name}`),
    ].filter((words) => words !== ""),
  };
}
