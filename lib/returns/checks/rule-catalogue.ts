import type { PartName } from "../part";
import { safeCsvLine } from "../safe-csv";
import { exampleTable } from "./clean-lines";
import { HEADER_RULES } from "./header-rules";
import { RETURN_CHECKS } from "./return-checks";
import type { ReturnCheck } from "./return-rule";
import type { Example, ExampleLine, Rule } from "./rule";
import { RULES } from "./rules";

/** The rules about one thing, under one heading of the catalogue. */
export type RuleSubject = { id: string; title: string; rules: readonly CataloguedRule[] };

/** A rule over a file, or over a whole return. */
export type CataloguedRule = Rule | ReturnCheck;

const onlyOf =
  (...parts: readonly PartName[]) =>
  (rule: CataloguedRule) =>
    (rule.scope === "row" || rule.scope === "file") &&
    parts.some((part) => part === rule.parts[0]) &&
    !(rule.code in HEADER_RULES);

const SUBJECTS: readonly { id: string; title: string; holds: (rule: CataloguedRule) => boolean }[] = [
  { id: "headers", title: "The header of a file", holds: ({ code }) => code in HEADER_RULES },
  {
    id: "cells",
    title: "A cell, in any part",
    holds: ({ scope, code }) => scope === "cell" && !code.startsWith("personal-data"),
  },
  { id: "privacy", title: "Personal data", holds: ({ code }) => code.startsWith("personal-data") },
  { id: "posts", title: "Posts and people", holds: onlyOf("workforce") },
  { id: "equipment", title: "Devices and the work on them", holds: onlyOf("devices", "assets") },
  { id: "movements", title: "Joiners and leavers", holds: onlyOf("flows") },
  { id: "services", title: "The profile of a service", holds: onlyOf("profile") },
  { id: "together", title: "The parts together", holds: ({ scope }) => scope === "return" },
  { id: "last-year", title: "Against last year", holds: ({ scope }) => scope === "last-year" },
];

const ALL: readonly CataloguedRule[] = [...RULES, ...RETURN_CHECKS];

/** Every rule once, under what it is about: a rule that no subject holds stands under the last, `others`. */
export const RULE_SUBJECTS: readonly RuleSubject[] = [
  ...SUBJECTS.map(({ id, title, holds }) => ({ id, title, rules: ALL.filter(holds) })),
  {
    id: "others",
    title: "Further rules",
    rules: ALL.filter((rule) => !SUBJECTS.some(({ holds }) => holds(rule))),
  },
].filter(({ rules }) => rules.length > 0);

const SUBJECT_OF = new Map(RULE_SUBJECTS.flatMap(({ id, rules }) => rules.map(({ code }) => [code, id])));

/** What a rule is about; null of what is told and is no rule. */
export const subjectOf = (code: string): string | null => SUBJECT_OF.get(code) ?? null;

/** A file of an example as a person reads it: its name where there are several, and where it differs from a clean one. */
export type ShownFile = { name: string | null; text: string; differs: readonly string[] };

const cellInWords = ([column, value]: readonly [string, string]) =>
  value === ""
    ? `${column || "the header"} is empty`
    : `${column || "a column without a header"} is ${value}`;

const lineInWords = (line: ExampleLine) => Object.entries(line).map(cellInWords).join(", ");

function shownFile(part: PartName, example: Example, name: string | null): ShownFile {
  if (example.text !== undefined) return { name, text: example.text, differs: [] };
  return {
    name,
    text: exampleTable(part, example).map(safeCsvLine).join("").trimEnd(),
    // Where a file has every column, which of them differ says nothing.
    differs: [
      ...example.lines.filter((line) => Object.keys(line).length <= 8).map(lineInWords),
      ...(example.without ?? []).map((column) => `there is no column ${column}`),
    ].filter((words) => words !== ""),
  };
}

const isOfReturn = (rule: CataloguedRule): rule is ReturnCheck =>
  rule.scope === "return" || rule.scope === "last-year";

/** The files of the example that trips a rule, or of the one that does not. */
export function shownExample(rule: CataloguedRule, which: "trips" | "passes"): readonly ShownFile[] {
  if (!isOfReturn(rule)) return [shownFile(rule.example.part, rule.example[which], null)];
  const { files, lastYear = [] } = rule.example[which];
  return [
    ...files.map(({ part, lines }) => shownFile(part, { lines }, `${part}.csv`)),
    ...lastYear.map(({ part, lines }) => shownFile(part, { lines }, `last year's ${part}.csv`)),
  ];
}
