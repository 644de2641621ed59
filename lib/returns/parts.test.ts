import { describe, expect, it } from "vitest";
import { PARTS } from "./parts";
import { spelling } from "./reading/spelling";
import { guideCsv, templateCsv } from "./template";
import { checkText } from "./testing/check-text";

describe.each(Object.values(PARTS))("the part $name", (part) => {
  it("has no header or value that could mean two things", () => {
    const headers = part.columns.flatMap(({ name, title, headers = [] }) => {
      return [...new Set([name, title, ...headers].map(spelling))].map((text) => ({ text, name }));
    });
    expect(new Set(headers.map(({ text }) => text)).size).toBe(headers.length);
    for (const { allowed = [] } of part.columns) {
      const values = allowed.flatMap(({ value, title, spellings = [] }) => [
        ...new Set([value, title, ...spellings].map(spelling)),
      ]);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it("has a template that the checks know, with examples that they accept", async () => {
    expect((await checkText(templateCsv(part), part.name)).report.refusal?.code).toBe("header-only");
    const { report, rows } = await checkText(templateCsv(part, { examples: true }), part.name);
    expect(report.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(report.findings.filter(({ code }) => code.endsWith("-column"))).toEqual([]);
    expect(rows).toHaveLength(part.examples.length);
  });

  it("has a core template of its core columns alone", () => {
    const header = templateCsv(part, { core: true }).trimEnd().split(",");
    expect(header).toEqual(part.columns.filter(({ tier }) => tier === "core").map(({ name }) => name));
  });

  it("explains every column, with an example that it accepts", async () => {
    expect(guideCsv(part).trimEnd().split("\r\n")).toHaveLength(part.columns.length + 1);
    for (const { name, example } of part.columns) {
      const cells = { ...part.examples[part.name === "workforce" ? 1 : 0], [name]: example };
      const text = `${Object.keys(cells).join(",")}\n${Object.values(cells).join(",")}`;
      const { report } = await checkText(text, part.name);
      const unreadable = report.findings.filter(
        ({ code, column }) =>
          column === name &&
          ["not-allowed", "not-a-number", "not-a-date", "out-of-range", "not-yes-or-no"].includes(code),
      );
      expect(unreadable, name).toEqual([]);
    }
  });
});
