import { describe, expect, it } from "vitest";
import { joinReferenceTables } from "@/lib/places/reference-tables";
import { standingsOn } from "@/lib/places/standing";
import { checkFile } from "@/lib/returns/check-file";
import { PARTS } from "@/lib/returns/parts";
import type { CheckContext } from "@/lib/returns/report";
import { committedTables, committedText } from "@/tests/support/committed-tables";
import { SERVED } from "./happenings";
import { filesOf, wholeNation } from "./testing/whole-nation";

const nation = wholeNation(committedText("categories.csv"));
const tables = joinReferenceTables(committedTables(), nation.tables);
const categories = new Map(
  committedText("categories.csv")
    .split("\n")
    .slice(1)
    .map((line) => [line.split(",")[0] ?? "", line]),
);

describe("the nation's files pass the checks that a trust's files pass", () => {
  it.each(nation.collections)(
    "at $census: no error, no repair, and few warnings",
    async ({ census, returns }) => {
      const standing = standingsOn(tables, census);
      const warnings = new Map<string, number>();
      let files = 0;
      for (const one of returns) {
        const { code } = one.organisation;
        const served = [...SERVED].flatMap(([from, host]) => (host === code ? [from] : []));
        // As the server checks: a raw person key is refused.
        const context: CheckContext = {
          organisation: code,
          census,
          standing,
          served,
          categories,
          personKeys: "refuse-raw",
        };
        for (const { part, name, text } of filesOf(one)) {
          if (!PARTS[part]) continue;
          files += 1;
          const report = await checkFile({ part, source: new TextEncoder().encode(text), context });
          expect(
            report.findings.filter(({ severity }) => severity === "error"),
            `${code} ${name}`,
          ).toEqual([]);
          expect(report.verdict).toBe("accepted");
          expect(report.repairs, `${code} ${name}`).toEqual([]);
          for (const { severity, code: rule } of report.findings)
            if (severity === "warning") warnings.set(rule, (warnings.get(rule) ?? 0) + 1);
        }
      }
      console.info(
        `${files} files at ${census}: ${[...warnings].map(([rule, count]) => `${rule} ${count}`).join(", ")}`,
      );
      expect(files).toBeGreaterThan(380);
      const total = [...warnings.values()].reduce((sum, count) => sum + count, 0);
      expect(total).toBeLessThan(files / 2);
    },
  );
});
