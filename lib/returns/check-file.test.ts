import { describe, expect, it } from "vitest";
import { checkText, HEADER, LINE } from "./testing/check-text";

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const FILE = `${HEADER}\n${LINE}Renal\n`;

describe("files that are refused", () => {
  it.each([
    ["an empty file", utf8(""), "empty-file"],
    ["white space alone", utf8(" \r\n\r\n"), "empty-file"],
    ["a header without rows", utf8(`${HEADER}\n`), "header-only"],
    ["a header with blank rows", utf8(`${HEADER}\n,,,\n\n`), "header-only"],
    ["no header at all", utf8(`${LINE}\n${LINE}\n`), "no-header"],
    ["a header after the first 20 lines", utf8(`${"title\n".repeat(20)}${FILE}`), "no-header"],
    ["an XLSX workbook", joined(bytes(0x50, 0x4b, 3, 4), utf8("....[Content_Types].xml")), "file-is-xlsx"],
    ["a ZIP archive", joined(bytes(0x50, 0x4b, 3, 4), utf8("workforce.csv")), "file-is-zip"],
    ["an XLS workbook", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "file-is-xls"],
    ["a web page", utf8("\n<!DOCTYPE html><table>"), "file-is-html"],
    ["a NUL", utf8(`${HEADER}\n${LINE}Re\u0000nal`), "control-characters"],
    ["an escape", utf8(`${HEADER}\n${LINE}\u001bRenal`), "control-characters"],
    ["UTF-16 without its mark", Uint8Array.from(Buffer.from(FILE, "utf16le")), "control-characters"],
    [
      "a byte that is neither UTF-8 nor Windows-1252",
      joined(utf8(`${HEADER}\n${LINE}`), bytes(0x81)),
      "undecodable",
    ],
    ["a lone surrogate", joined(utf8(`${HEADER}\n${LINE}`), bytes(0xed, 0xa0, 0x80)), "undecodable"],
    [
      "a lone surrogate in UTF-16",
      joined(bytes(0xff, 0xfe), Buffer.from(FILE, "utf16le"), bytes(0, 0xd8)),
      "undecodable",
    ],
    ["a field over 1 MiB", utf8(`${HEADER}\n${LINE}${"x".repeat(1024 * 1024)}\n`), "record-too-long"],
    [
      "a quote that swallows over 1 MiB",
      utf8(`${HEADER}\n${LINE}"${`x${LINE}\n`.repeat(30_000)}`),
      "record-too-long",
    ],
    [
      "another organisation's code",
      utf8(`${HEADER}\n${LINE}\n${LINE.replace("RJ1", "rjz")}`),
      "another-organisation",
    ],
  ])("%s", async (_, source, code) => {
    const { report } = await checkText(source);
    expect(report).toMatchObject({ verdict: "refused", refusal: { code }, findings: [] });
    expect(report.refusal?.message).toMatch(/\.$/);
  });

  it("a raw person key where keys should come hashed, and not a hashed one", async () => {
    const file = (key: string) => `${HEADER},person_key\n${LINE},${key}\n`;
    const server = { personKeys: "refuse-raw" } as const;
    const { refusal } = (await checkText(file("A1"), "workforce", server)).report;
    expect(refusal?.code).toBe("raw-person-key");
    // No page reads a file before it is sent, so none is said to.
    expect(refusal?.mend).not.toContain("browser");
    expect((await checkText(file(""), "workforce", server)).report.verdict).toBe("accepted");
    const { rows } = await checkText(file("A1"));
    const hashed = String(rows[0]?.row.person_key);
    expect(hashed).toMatch(/^mk1_[\w-]{43}$/);
    const again = await checkText(file(hashed), "workforce", server);
    expect(again.report.verdict).toBe("accepted");
    expect(again.rows[0]?.row.person_key).toBe(hashed);
  });

  it("says that a file is another part's", async () => {
    const { report } = await checkText(FILE, "flows");
    expect(report.findings.map(({ code }) => code)).toEqual(["another-part"]);
    expect(report.findings[0]?.mend).toBe("Send it as workforce.");
  });
});

describe("a set of organisations", () => {
  const profile = (served: string) =>
    checkText(`organisation_code,census_date,organisations_served\nRJ1,2026-03-31,${served}\n`, "profile");

  it("comes as codes, the sender's own left out, however they are parted", async () => {
    const { report, rows } = await profile('"rjz, RJ2|RJ1"');
    expect(rows[0]?.row.organisations_served).toEqual(["RJZ", "RJ2"]);
    expect(report.repairs.map(({ code }) => code)).toEqual(["code-form", "set-form"]);
    expect(report.verdict).toBe("accepted");
  });

  it.each([
    ["RJZ;NOPE", "unknown-organisation"],
    ["RJZ;RY7", "organisation-not-valid"],
  ])("says which member of %s is wrong", async (served, code) => {
    const { report } = await profile(served);
    expect(report.findings.find(({ severity }) => severity === "error")).toMatchObject({
      code,
      column: "organisations_served",
      value: served,
    });
  });
});

describe("line numbers", () => {
  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("count physical lines with %s, above the header and inside quotes too", async (_, end) => {
    const lines = [
      "Return of staff",
      "",
      HEADER,
      `${LINE}"Ward${end}three${end}"`,
      LINE,
      "",
      LINE.replace(",7,", ",12,"),
    ];
    const { report, rows } = await checkText(`\ufeff${lines.join(end)}`);
    expect(rows.map(({ line }) => line)).toEqual([4, 7, 9]);
    expect(report.findings.filter(({ severity }) => severity === "error")).toMatchObject([
      { code: "not-allowed", line: 9, column: "afc_band", header: "afc_band", position: 6, value: "12" },
    ]);
  });

  it("are the same however the bytes are cut", async () => {
    const file = utf8(`${HEADER}\r\n${LINE}"a\r\nb"\r\n${LINE}é\r\n`);
    async function* cut(size: number) {
      for (let from = 0; from < file.length; from += size) yield file.subarray(from, from + size);
    }
    const whole = await checkText(file);
    expect(whole.rows.map(({ line }) => line)).toEqual([2, 4]);
    for (const size of [1, 2, 3, 7, 64]) expect(await checkText(cut(size))).toEqual(whole);
  });

  it("stay right across pieces of 64 KiB that end between CR and LF", async () => {
    const line = `${LINE}${"u".repeat(50)}\r\n`;
    const { rows } = await checkText(`${HEADER}\r\n${line.repeat(5000)}`);
    expect(rows.map(({ line }) => line)).toEqual(Array.from({ length: 5000 }, (_, index) => index + 2));
  });
});

describe("messy files", () => {
  it.each([
    ["a byte order mark", `\ufeff${FILE}`, "byte-order-mark"],
    ["semicolons", FILE.replaceAll(",", ";"), "delimiter"],
    ["tabs", FILE.replaceAll(",", "\t"), "delimiter"],
    ["bars", FILE.replaceAll(",", "|"), "delimiter"],
    ["titles above the header", `Staff\n\n${FILE}`, "lines-above-header"],
    ["headers by title", FILE.replace("afc_band", "AfC Band").replace("role", "ROLE "), "header-spelling"],
    ["a total", `${FILE}Total,,,,,,1,1,1,,\n,,\n`, "total-row"],
    ["blank rows and columns", `${FILE.replaceAll("\n", ",,\n")},,,\n`, "blank-columns"],
    ["mixed line ends", FILE.replace("\n", "\r\n"), "line-ends"],
    ["Windows-1252", Uint8Array.from(Buffer.from(FILE.replace("Renal", "Café"), "latin1")), "windows-1252"],
    ["UTF-16", joined(bytes(0xff, 0xfe), Buffer.from(FILE, "utf16le")), "utf-16"],
    ["UTF-16, big end first", joined(bytes(0xfe, 0xff), Buffer.from(FILE, "utf16le").swap16()), "utf-16"],
    ["letters read wrongly", FILE.replace("Renal", "CafÃ©"), "wrongly-read-letters"],
    ["a code in lower case", FILE.replace("RJ1", " rj 1"), "code-form"],
    ["values by title", FILE.replace(",7,", ",Band 7,"), "value-spelling"],
    ["numbers with a unit", FILE.replace(",7,1,1,", ",7,1.00 WTE,1,"), "number-form"],
    ["British dates", FILE.replace("2026-03-31", "31/03/2026"), "date-form"],
    ["American dates", FILE.replace("2026-03-31", "3/31/26"), "date-form"],
    ["Excel's day numbers", FILE.replace("2026-03-31", "46112"), "date-serial"],
    ["a formula", FILE.replace("Renal", "=1+1"), "formula-text"],
    ["words for empty", FILE.replace("Renal", "n/a"), "empty-words"],
  ])("%s are accepted, and said once", async (_, source, code) => {
    const { report, rows } = await checkText(source);
    expect(report.findings.filter(({ severity }) => severity !== "notice")).toEqual([]);
    expect(report).toMatchObject({ verdict: "accepted", rows: 1 });
    expect(report.repairs.map((repair) => repair.code)).toContain(code);
    expect(rows[0]?.row).toMatchObject({
      census_date: "2026-03-31",
      organisation_code: "RJ1",
      afc_band: "7",
      establishment_wte: 1,
    });
  });

  it.each([
    ["1,23 in a comma file", '"1,23"', "not-a-number"],
    ["1.234,5 in a comma file", '"1.234,5"', "not-a-number"],
    ["words", "one", "not-a-number"],
    ["a negative WTE in brackets", "(1)", "out-of-range"],
  ])("%s is never guessed", async (_, cell, code) => {
    const { report } = await checkText(`${HEADER}\n${LINE.replace(",7,1,1,", `,7,1,${cell},`)}`);
    expect(report.findings).toContainEqual(expect.objectContaining({ code, column: "in_post_wte" }));
  });

  it("a letter O is never taken for a 0, and the code that may be meant is named", async () => {
    const { report } = await checkText(`${HEADER}\n${LINE.replace("RJ1", "RJO")}`);
    const found = report.findings.find(({ code }) => code === "unknown-organisation");
    expect(found).toMatchObject({ value: "RJO", mend: expect.stringContaining("RJ0") });
  });

  it("a column of a semicolon file keeps to the decimal mark that its other cells show", async () => {
    const file = (...wte: string[]) =>
      [HEADER, ...wte.map((cell) => LINE.replace("person", "group").replace(",1,1,1,", `,9999,${cell},9,`))]
        .map((line) => line.replaceAll(",", ";"))
        .join("\n");
    const wte = async (...cells: string[]) =>
      (
        await checkText(file(...cells.map((cell) => cell.replace(",", "\u0001"))).replaceAll("\u0001", ","))
      ).rows.map(({ row }) => row.in_post_wte);
    expect(await wte("1.234", "0,5")).toEqual([1234, 0.5]);
    expect(await wte("1.234", "0.5")).toEqual([1.234, 0.5]);
    expect(await wte("1.234")).toEqual([1.234]);
    expect(await wte("1,5", "2.5")).toEqual([1.5, null]);
  });

  it("a column's other cells decide whether the day stands first", async () => {
    const ends = async (...cells: string[]) => {
      const text = `${HEADER},training_end\n${cells.map((cell) => `${LINE},${cell}`).join("\n")}`;
      return (await checkText(text)).rows.map(({ row }) => row.training_end);
    };
    expect(await ends("03/04/2027", "31/08/2027")).toEqual(["2027-04-03", "2027-08-31"]);
    expect(await ends("03/04/2027", "08/31/2027")).toEqual(["2027-03-04", "2027-08-31"]);
    expect(await ends("03/04/2027", "2027-08-31")).toEqual([null, "2027-08-31"]);
  });
});

describe("personal data in a column that is no text", () => {
  it.each([
    ["an e-mail address in a number", "in_post_wte", "a.b@trust.nhs.uk", "personal-data-email"],
    ["an NI number in a whole number", "headcount", "QQ 12 34 56 C", "personal-data-ni-number"],
    ["a name in a code", "role", "Mrs Example", "personal-data-name"],
    ["an e-mail address in a date", "census_date", "a.b@trust.nhs.uk", "personal-data-email"],
    ["an NI number for an organisation", "organisation_code", "QQ123456C", "personal-data-ni-number"],
    ["a kind of staff that begins as a title does", "role", "MR Physicist", "not-allowed"],
    ["a date without its dashes", "census_date", "20260331", "not-a-date"],
  ])("%s is that finding, and no other of its cell", async (_, column, cell, code) => {
    const cells = LINE.split(",").with(HEADER.split(",").indexOf(column), cell);
    const { report } = await checkText(`${HEADER}\n${cells.join(",")}`);
    expect(report.findings.filter((each) => each.column === column).map((each) => each.code)).toEqual([code]);
  });

  it("in a part about equipment a name is a wrong value, an NI number is personal data", async () => {
    const codes = async (cell: string) => {
      const text = `census_date,organisation_code,asset_ref,category,maintenance_model\n2026-03-31,RJ1,1,${cell},in_house`;
      return (await checkText(text, "assets")).report.findings
        .filter(({ severity }) => severity === "error")
        .map(({ code }) => code);
    };
    expect(await codes("Dr Example")).toEqual(["not-allowed"]);
    expect(await codes("QQ 12 34 56 C")).toEqual(["personal-data-ni-number"]);
  });
});

describe("many findings", () => {
  it("keeps the first of each rule and counts all, so that one rule hides no other", async () => {
    const bad = `${LINE.replace(",7,", ",12,")}\n`.repeat(3000);
    const { report } = await checkText(`${HEADER}\n${bad}${LINE.replace("45_49", "")}`);
    expect(report.counts).toContainEqual({ code: "not-allowed", severity: "error", count: 3000 });
    expect(report.findings.filter(({ code }) => code === "not-allowed")).toHaveLength(1000);
    expect(report.findings).toContainEqual(expect.objectContaining({ code: "age-missing", line: 3002 }));
  });

  it("hours typed as WTE are one finding", async () => {
    const hours = `${LINE.replace(",7,1,1,", ",7,1,37.5,")}\n`.repeat(10);
    const { report } = await checkText(`${HEADER}\n${hours}`);
    expect(report.counts.filter(({ severity }) => severity !== "notice")).toEqual([
      { code: "hours-as-wte", severity: "error", count: 1 },
    ]);
  });
});
