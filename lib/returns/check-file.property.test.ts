import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PART_NAMES } from "./part";
import { PARTS } from "./parts";
import { WORKFORCE } from "./parts/workforce";
import { checkText } from "./testing/check-text";

const person = fc.record({
  role: fc.constantFrom("manager", "support", "trainee"),
  specialism: fc.constantFrom("renal", "community", "other"),
  afc_band: fc.constantFrom("6", "7", "8a"),
  in_post_wte: fc.integer({ min: 1, max: 100 }).map((hundredths) => hundredths / 100),
  age_band: fc.constantFrom("25_29", "70_plus", "under_25"),
  service_unit: fc.constantFrom("Renal", "Réhabilitation", "Médical; physics, \n“unit”", null),
  annex_21: fc.constantFrom(true, false, null),
});

/** The ways in which the same rows may be written. */
const way = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  encoding: fc.constantFrom("utf8", "utf8-bom", "utf16le", "utf16be", "windows-1252"),
  end: fc.constantFrom("\n", "\r\n", "\r"),
  titles: fc.constantFrom("", "Staff at the census\n\n"),
  header: fc.constantFrom<(name: string) => string>(
    (name) => name,
    (name) => name.toUpperCase().replaceAll("_", " "),
    (name) => WORKFORCE.columns.find((column) => column.name === name)?.title ?? name,
  ),
  date: fc.constantFrom("2026-03-31", "31/03/2026", "31-Mar-26", "46112", "3/31/2026"),
  band: fc.constantFrom<(band: string) => string>(
    (band) => band,
    (band) => `Band ${band}`,
    (band) => band.toUpperCase(),
  ),
  age: fc.constantFrom<(age: string) => string>(
    (age) => age,
    (age) => age.replace("25_29", "25-29").replace("70_plus", "70+").replace("under_25", "<25"),
  ),
  wte: fc.constantFrom<(wte: number) => string>(
    String,
    (wte) => `${wte.toFixed(5)}`,
    (wte) => ` ${wte.toFixed(2)} WTE `,
  ),
  yes: fc.constantFrom(["yes", "no"], ["Y", "N"], ["1", "0"], ["TRUE", "FALSE"]),
  total: fc.boolean(),
});

function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === "utf16le") return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  if (encoding === "utf16be")
    return Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, "utf16le").swap16()]);
  if (encoding === "windows-1252")
    return Buffer.from(text.replaceAll("“", "\u0093").replaceAll("”", "\u0094"), "latin1");
  return Buffer.from((encoding === "utf8-bom" ? "\ufeff" : "") + text, "utf8");
}

describe("clean rows", () => {
  it("come back the same, in whatever accepted form they were written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 8 }), way, async (people, form) => {
        const rows = people.map((each) => ({ ...each, establishment_wte: 1 }));
        const cells = rows.map((row) => ({
          census_date: form.date,
          organisation_code: "RJ1",
          line_type: "person",
          ...row,
          afc_band: form.band(row.afc_band),
          age_band: form.age(row.age_band),
          in_post_wte: form.wte(row.in_post_wte),
          establishment_wte: form.wte(row.establishment_wte),
          service_unit: row.service_unit?.replace("\n", form.end) ?? "",
          annex_21: row.annex_21 === null ? "n/a" : (form.yes[row.annex_21 ? 0 : 1] as string),
        }));
        const names = Object.keys(cells[0] ?? {}) as (keyof (typeof cells)[number])[];
        const line = (texts: readonly string[]) =>
          texts
            .map((text) => (/[",;|\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
            .join(form.delimiter);
        const lines = [
          line(names.map(form.header)),
          ...cells.map((each) => line(names.map((name) => each[name]))),
        ];
        if (form.total) lines.push(line(["Total", ...names.slice(1).map(() => "")]));
        const text = form.titles.replaceAll("\n", form.end) + lines.join(form.end);
        const { report, rows: back } = await checkText(encoded(text, form.encoding));
        expect(report.findings.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(back.map(({ row }) => row)).toMatchObject(
          rows.map((row) => ({
            ...row,
            census_date: "2026-03-31",
            service_unit: row.service_unit?.replace("\n", form.end) ?? null,
          })),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe("any bytes at all", () => {
  it.each(PART_NAMES)("end in a verdict as %s, with a sentence for each finding", async (part) => {
    const header = Buffer.from(`${PARTS[part].columns.map(({ name }) => name).join(",")}\n`);
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .constantFrom(...['"', ",", "\n", "\r\n", "2026-03-31", "RJ1,person", "Total", "=1+1", "é", "\ufeff"])
        .map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(piece, { maxLength: 30 }), async (headed, pieces) => {
        const { report } = await checkText(Buffer.concat(headed ? [header, ...pieces] : pieces), part);
        expect(["accepted", "errors", "refused"]).toContain(report.verdict);
        expect(report.verdict === "refused").toBe(report.refusal !== undefined);
        for (const { message, mend } of report.findings)
          expect(message.length * mend.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
