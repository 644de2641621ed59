import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Block, readPaper, runsOf } from "./paper";

test("headings, paragraphs, code, tables and lists are what they are, in their order", () => {
  const blocks = readPaper(
    "# Title\nA line\nand its end.\n\n    f = 1\n\n    g = 2\n\n| a | b |\n|---|---|\n| `x` | y |\n\n1. **One**\n\n       h = 3\n\n2. Two\n   goes on\n",
  );
  expect(blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph", "code", "table", "list"]);
  expect(blocks[1]).toEqual({ kind: "paragraph", runs: [{ kind: "text", text: "A line and its end." }] });
  expect(blocks[2]).toEqual({ kind: "code", text: "f = 1\n\ng = 2" });
  expect(blocks[3]).toMatchObject({ rows: [[[{ kind: "code", text: "x" }], [{ text: "y" }]]] });
  const list = blocks[4] as Extract<Block, { kind: "list" }>;
  expect(list.ordered).toBe(true);
  expect(list.items.map((item) => item.map(({ kind }) => kind))).toEqual([
    ["paragraph", "code"],
    ["paragraph"],
  ]);
  expect(list.items[1]?.[0]).toMatchObject({ runs: [{ text: "Two goes on" }] });
});

test("runs of a line are told apart, and of a link the words stay", () => {
  expect(runsOf("a **b** `c*d*` *e* [f `g`](../h.md).")).toEqual([
    { kind: "text", text: "a " },
    { kind: "strong", text: "b" },
    { kind: "text", text: " " },
    { kind: "code", text: "c*d*" },
    { kind: "text", text: " " },
    { kind: "emphasis", text: "e" },
    { kind: "text", text: " " },
    { kind: "text", text: "f " },
    { kind: "code", text: "g" },
    { kind: "text", text: "." },
  ]);
});

test("markup of a page is text", () => {
  expect(readPaper("<script>alert(1)</script>")).toEqual([
    { kind: "paragraph", runs: [{ kind: "text", text: "<script>alert(1)</script>" }] },
  ]);
});

test.each(readdirSync("docs/method"))(
  "no word of docs/method/%s is lost, and none of its marks is left",
  (file) => {
    const source = readFileSync(`docs/method/${file}`, "utf8");
    const texts: string[] = [];
    const collect = (blocks: readonly Block[]) => {
      for (const block of blocks) {
        if (block.kind === "list") block.items.forEach(collect);
        else if (block.kind === "table")
          for (const row of [block.head, ...block.rows])
            for (const cell of row) texts.push(...cell.map(({ text }) => text));
        else if (block.kind === "paragraph") {
          for (const run of block.runs)
            if (run.kind !== "code") expect(run.text).not.toMatch(/\*\*|`|^#|^\||\]\(/);
          texts.push(block.runs.map(({ text }) => text).join(""));
        } else texts.push(block.text);
      }
    };
    collect(readPaper(source));
    const words = (text: string) => (text.match(/[\p{L}\p{N}]{2,}/gu) ?? []).sort();
    expect(words(texts.join(" "))).toEqual(words(source.replace(/\]\([^)]*\)/g, "]")));
  },
);
