import { describe, expect, it } from "vitest";
import { joinReferenceTables } from "@/lib/places/reference-tables";
import { standingsOn } from "@/lib/places/standing";
import { checkFile } from "@/lib/returns/check-file";
import { PARTS } from "@/lib/returns/parts";
import { committedTables, committedText } from "@/tests/support/committed-tables";
import type { NationCollection } from "./nation";
import type { NationFile } from "./part-file";
import { wholeNation } from "./testing/whole-nation";
import { tryFiles } from "./try-files";

const nation = wholeNation(committedText("categories.csv"));
const open = nation.collections.at(-1) as NationCollection;
const standing = standingsOn(joinReferenceTables(committedTables(), nation.tables), open.census);
const categories = new Map(
  committedText("categories.csv")
    .split("\n")
    .slice(1)
    .map((line) => [line.split(",")[0] ?? "", line]),
);
const checked = (organisation: string, { part, text }: NationFile) =>
  checkFile({
    part,
    source: new TextEncoder().encode(text),
    context: {
      organisation,
      census: open.census,
      standing,
      served: [],
      categories,
      personKeys: "refuse-raw",
    },
  });

describe("the files to try", () => {
  it("are there for every organisation that has not returned, and for no other", () => {
    for (const { organisation, state } of open.returns)
      expect(tryFiles(open, organisation.code) !== null).toBe(state === "not_returned");
  });

  it.each(["ZS007", "ZS023", "ZS039"])(
    "of %s are accepted clean, and hold an error for each fault named and no other",
    async (code) => {
      const { clean, spoilt, faults } = tryFiles(open, code) as NonNullable<ReturnType<typeof tryFiles>>;
      expect(new Set(faults.map(({ part }) => part))).toEqual(new Set(clean.map(({ part }) => part)));
      expect(faults.length).toBeGreaterThanOrEqual(10);
      for (const file of clean)
        if (PARTS[file.part]) expect((await checked(code, file)).verdict).toBe("accepted");
      for (const file of spoilt) {
        if (!PARTS[file.part]) continue;
        const { findings } = await checked(code, file);
        const errors = findings.filter(({ severity }) => severity === "error");
        const named = faults.filter(({ name }) => name === file.name);
        const found = errors.map((each) => `${each.line} ${each.code}`);
        for (const { line, code: rule, says } of named) expect(found, says).toContain(`${line} ${rule}`);
        const lines = (each: readonly { line: number | null }[]) =>
          [...new Set(each.map(({ line }) => line))].sort();
        expect(lines(errors), `${code} ${file.name}`).toEqual(lines(named));
      }
    },
  );
});
