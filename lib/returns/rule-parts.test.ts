import { describe, expect, it } from "vitest";
import { checkFile } from "./check-file";
import { CELL_RULES } from "./checks/cell-rules";
import { checksOf } from "./checks/checks-of";
import { exampleLine, exampleTable } from "./checks/clean-lines";
import { HEADER_RULES } from "./checks/header-rules";
import { RULES } from "./checks/rules";
import type { Part } from "./part";
import { PARTS } from "./parts";
import { exampleContext } from "./testing/example-context";

/** Cells of every kind that some column cannot take. Put into every column, they trip whatever can be tripped there. */
const BAD_CELLS = [
  "",
  "perhaps",
  "1,23",
  "1.5",
  "-1",
  "100000",
  "end of March",
  "03/04/2027",
  "2024-03-31",
  "CE".repeat(1001),
  "QQQ99",
  "RY7",
  "RJ2",
  "Main building",
  "a.b@trust.nhs.uk",
  "QQ 12 34 56 C",
  "Dr Example's team",
  "20481632",
];

const csvOf = (lines: readonly (readonly string[])[]) =>
  lines.map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\n");

async function codesOf(part: Part, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const served of text.includes("RJ2") ? [exampleContext.served, null] : [exampleContext.served]) {
    const source = new TextEncoder().encode(text);
    const { findings } = await checkFile({
      part: part.name,
      source,
      context: { ...exampleContext, served },
    });
    found.push(...findings.map(({ code }) => code));
  }
  return found;
}

const BARE = { lines: [{}] };

/** Headers and records that are wrong in every way in which a file of any part can be. */
const badFiles = (part: Part): string[] => {
  const [header = [], ...lines] = exampleTable(part.name, BARE);
  const first = lines[0] ?? [];
  const [missing] = part.columns.filter(({ required }) => required === "always");
  const full = part.columns.filter((column) => column !== missing);
  const other = part.name === "profile" ? "workforce" : "profile";
  return [
    csvOf([PARTS[other].columns.map(({ name }) => name), PARTS[other].columns.map(({ example }) => example)]),
    csvOf([
      [...header, "shoe_size"],
      [...first, "9"],
    ]),
    csvOf([
      ["", ...header],
      ["x", ...first],
    ]),
    csvOf([
      [...header, ...header],
      [...first, ...first],
    ]),
    csvOf([full.map(({ name }) => name), full.map(({ example }) => example)]),
    csvOf([header, [...first, "x"]]),
    `${csvOf([header, first])}"`.replace(/"([^"]*)""$/, '"$1'),
    `${csvOf([header, first]).slice(0, -1)}"x"`,
  ];
};

describe("the parts of which a rule says that it speaks", () => {
  it("are, of cells and headers, those in which it can be tripped", async () => {
    const parts = new Map<string, Set<string>>();
    for (const part of Object.values(PARTS)) {
      const texts = part.columns.flatMap(({ name }) =>
        BAD_CELLS.map((cell) => {
          const line = { ...exampleLine(part.name, {}), [name]: cell };
          return csvOf([Object.keys(line), Object.values(line)]);
        }),
      );
      for (const text of [...texts, ...badFiles(part)])
        for (const code of await codesOf(part, text))
          parts.set(code, (parts.get(code) ?? new Set()).add(part.name));
    }
    for (const { code, parts: said } of [...Object.values(CELL_RULES), ...Object.values(HEADER_RULES)])
      expect.soft([...(parts.get(code) ?? [])], code).toEqual(said);
  });

  it("are, of lines and files, those that are checked with it, and have every column that it reads", () => {
    for (const part of Object.values(PARTS)) {
      const names: readonly string[] = part.columns.map(({ name }) => name);
      const { row, file } = checksOf(part);
      for (const { reads, needs = [] } of [...row, ...file])
        expect(names).toEqual(expect.arrayContaining([...reads, ...needs]));
    }
    for (const { code, scope, parts } of RULES.filter(({ scope }) => scope === "row" || scope === "file")) {
      if (code in HEADER_RULES) continue;
      const checked = Object.values(PARTS).filter((part) => {
        const { row, file } = checksOf(part);
        return [...row, ...file.flatMap(({ rules }) => rules)].some((rule) => rule.code === code);
      });
      expect(
        checked.map(({ name }) => name),
        `${scope} ${code}`,
      ).toEqual(parts);
    }
  });
});
