import fc from "fast-check";
import { expect, it, test } from "vitest";
import { checkFile } from "../check-file";
import { createPersonKeyHasher } from "../person-key";
import { checkText } from "../testing/check-text";
import { exampleContext } from "../testing/example-context";
import { createSendableFile, type PersonKeysSent } from "./sendable-file";

const KEY = new Uint8Array(32).fill(7);
const HASHED: PersonKeysSent = { hash: createPersonKeyHasher(KEY, "RJ1") };

async function sendable(text: string, keys: PersonKeysSent = HASHED): Promise<string> {
  let out = "";
  const { onHeader, onRecord } = createSendableFile(keys, (piece) => {
    out += piece;
  });
  const source = new TextEncoder().encode(text);
  await checkFile({ part: "workforce", source, context: exampleContext, onHeader, onRecord });
  return out;
}

const HEADER =
  "census_date,organisation_code,line_type,person_key,shoe size,role,specialism,afc_band,establishment_wte,in_post_wte,age_band";
const line = (key: string, size = "9") => `2026-03-31,RJ1,person,${key},${size},manager,other,7,1,1,45_49`;

it("holds no raw key, no unknown column, no title and no total", async () => {
  const text = `Staff of Ann Smith\n\n${HEADER}\n${line("A-1001")}\n${line(" A-1002 ", "large")}\nTotal,,,,,,,,2,2,\n`;
  const sent = await sendable(text);
  expect(sent).not.toMatch(/A-100|shoe|large|Smith|Total/);
  const hash = createPersonKeyHasher(KEY, "RJ1");
  expect(
    sent
      .split("\r\n")
      .slice(3, 5)
      .map((row) => row.split(",")[3]),
  ).toEqual([hash("A-1001"), hash("A-1002")]);
});

it("leaves the column of keys out where that is wanted", async () => {
  const sent = await sendable(`${HEADER}\n${line("A-1001")}\n`, "leave-out");
  expect(sent).not.toMatch(/A-1001|person_key|mk1_/);
});

it("leaves a key alone that is hashed already", async () => {
  const hashed = createPersonKeyHasher(KEY, "RJ1")("A-1001");
  expect(await sendable(`${HEADER}\n${line(hashed)}\n`)).toContain(hashed);
});

const cell = fc.constantFrom("Renal", "a;b", 'say "x"', "two\nlines", "", "7", "café");
const spoilt = fc.record({
  unit: cell,
  size: cell,
  age: fc.constantFrom("45_49", "old"),
  blank: fc.boolean(),
});

test("is judged by the server as the sender's own was in the browser: verdict, lines, columns and codes", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(spoilt, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(",", ";", "\t"),
      fc.boolean(),
      async (rows, mark, titled) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const lines = rows.map(
          ({ unit, size, age, blank }, at) =>
            [
              ...[
                "2026-03-31",
                "RJ1",
                "person",
                `K${at}`,
                quote(size),
                "manager",
                "other",
                "7",
                "1",
                "1",
                age,
                quote(unit),
              ],
            ].join(mark) + (blank ? "\n" : ""),
        );
        const header = `${HEADER},service_unit`.replaceAll(",", mark);
        const text = `${titled ? "Title\n\n" : ""}${header}\n${lines.join("\n")}\n`;
        const places = ({ report }: Awaited<ReturnType<typeof checkText>>) => ({
          verdict: report.verdict,
          rows: report.rows,
          findings: report.findings
            .filter(({ code }) => code !== "unknown-column")
            .map(({ code, line, column, value }) => ({ code, line, column, value })),
        });
        const here = places(await checkText(text));
        const there = places(
          await checkText(await sendable(text), "workforce", { personKeys: "refuse-raw" }),
        );
        expect(there).toEqual(here);
      },
    ),
    { numRuns: 200 },
  );
});
