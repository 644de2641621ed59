import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PART_NAMES } from "./part";
import { PARTS } from "./parts";
import { checkText } from "./testing/check-text";
import { cleanRows } from "./testing/clean-rows";
import type { Pick } from "./testing/written-cells";
import { messyFile, plainFile } from "./testing/written-file";

const place = (most: number) => fc.nat({ max: most });

describe("clean rows in any accepted form", () => {
  it.each(PART_NAMES)("come back as the rows of the plain form, as %s", async (name) => {
    const written = fc.tuple(cleanRows(PARTS[name]), fc.gen()).map(([clean, next]) => {
      const pick: Pick = (ways) => ways[next(place, ways.length - 1)] as (typeof ways)[number];
      const messy = Buffer.from(messyFile(clean, pick));
      return {
        clean,
        messy,
        [fc.toStringMethod]: () => `${plainFile(clean)}\n${JSON.stringify(messy.toString("latin1"))}`,
      };
    });
    await fc.assert(
      fc.asyncProperty(written, async ({ clean, messy }) => {
        const plain = await checkText(plainFile(clean), name);
        expect(plain.rows.map(({ row }) => row)).toEqual(clean.rows);
        const back = await checkText(messy, name);
        expect(back.report.refusal).toBeUndefined();
        expect(back.rows.map(({ row }) => row)).toEqual(clean.rows);
        expect(judged(back.report)).toEqual(judged(plain.report));
      }),
      { numRuns: 40 },
    );
  });
});

/** What is wrong with the rows themselves, which no form may change. */
const judged = ({
  findings,
}: {
  findings: readonly { severity: string; code: string; column: string | null }[];
}) =>
  findings
    .filter(({ severity }) => severity !== "notice")
    .map(({ code, column }) => `${code} ${column}`)
    .sort();
