import { expect, it, test } from "vitest";
import { isHashedPersonKey } from "../person-key";
import { checkText, HEADER, LINE } from "../testing/check-text";
import { exampleContext } from "../testing/example-context";
import { judgeFile } from "./judge-file";

const KEYED = `${HEADER},person_key`;
const judged = (text: string) =>
  judgeFile({ part: "workforce", source: new TextEncoder().encode(text), context: exampleContext });

it("sees a raw person key however long it is: it is hashed here, and refused raw where it should not have come", async () => {
  const text = `${KEYED}\n${LINE},${"A".repeat(2000)}\n`;
  expect(await judged(text)).toMatchObject({ rawKeys: true, report: { verdict: "accepted" } });
  const [row] = (await checkText(text)).rows;
  expect(isHashedPersonKey(String(row?.row.person_key))).toBe(true);
  const there = await checkText(text, "workforce", { personKeys: "refuse-raw" });
  expect(there.report.refusal?.code).toBe("raw-person-key");
});

it("knows of the column of keys where a quotation mark hides what is in it", async () => {
  const found = await judged(`${KEYED}\n"${LINE},A-1001\n`);
  expect(found).toMatchObject({ rawKeys: false, keyColumn: true });
  expect(found.report.counts.map(({ code }) => code)).toContain("quote-not-closed");
});

test.each([
  ["a total", `${HEADER}\n${LINE}\nTotal of Ann Smith${",".repeat(10)}\n`],
  ["columns of a file given back", `${HEADER},muster_errors\n${LINE},ask Ann Smith\n`],
  ["lines above the header", `By Ann Smith\n${HEADER}\n${LINE}\n`],
  ["a column that is not ours", `${HEADER},friend\n${LINE},Ann Smith\n`],
  ["a cell beyond the last column", `${HEADER}\n${LINE},Ann Smith\n`],
])("says that a file with %s holds more than may leave", async (_, text) => {
  expect((await judged(text)).holdsMore).toBe(true);
  expect((await judged(`${HEADER}\n${LINE}\n`)).holdsMore).toBe(false);
});
