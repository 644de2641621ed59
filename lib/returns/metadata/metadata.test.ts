import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv from "ajv";
import { Package } from "datapackage";
import { describe, expect, it } from "vitest";
import { filledCsv } from "../filled/filled-file";
import { FILLED_FILES } from "../filled/filled-files";
import { PARTS } from "../parts";
import { templateCsv } from "../template";
import { CSVW_TABLE_SCHEMA } from "../testing/csvw-schema";
import { csvwOf } from "./csvw-of-part";
import { dataPackageOf } from "./data-package";

const parts = Object.values(PARTS);

describe.each(parts)("the CSVW metadata of $name", (part) => {
  const metadata = csvwOf(part);

  it("is what the vocabulary allows, and nothing else", () => {
    const valid = new Ajv({ strict: false }).compile(CSVW_TABLE_SCHEMA);
    expect(valid(metadata), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ ...metadata, columns: [] })).toBe(false);
  });

  it("has the template's columns in its order", () => {
    expect(metadata.tableSchema.columns.map(({ name }) => name).join(",")).toBe(templateCsv(part).trimEnd());
  });

  it("takes every allowed value and example of a coded column", () => {
    for (const [index, { allowed, example, type }] of part.columns.entries()) {
      const datatype = metadata.tableSchema.columns[index]?.datatype;
      if (!allowed || !datatype) continue;
      const format = new RegExp("format" in datatype ? (datatype.format ?? "") : "");
      for (const { value } of allowed) expect(value).toMatch(format);
      for (const member of type === "set" ? example.split(";") : [example]) expect(member).toMatch(format);
      expect("not one of them").not.toMatch(format);
    }
  });
});

describe("the data package of a return", () => {
  it("is valid by Frictionless’s own library", async () => {
    const loaded = await Package.load(dataPackageOf(parts));
    expect(loaded.errors).toEqual([]);
    expect(loaded.valid).toBe(true);
    expect(loaded.resourceNames).toEqual(parts.map(({ name }) => name));
  });

  it.each(FILLED_FILES)("accepts the rows of $id, read by Frictionless’s own library", async (file) => {
    const rows = await readByFrictionless(file.part.name, filledCsv({ ...file, part: file.part }));
    expect(rows).toHaveLength(file.lines.length);
  });

  it.each([
    { what: "a role that is none", line: 1, from: "manager", to: "engineer" },
    { what: "a WTE that is no number", line: 1, from: "1.00", to: "one" },
    { what: "a blank census date", line: 1, from: "2026-03-31", to: "" },
  ])("refuses $what", async ({ from, to }) => {
    const file = FILLED_FILES[0] as (typeof FILLED_FILES)[number];
    await expect(readByFrictionless("workforce", filledCsv(file).replace(from, to))).rejects.toThrow();
  });
});

/** A table's rows as the library reads them, by a schema cut to the columns that the file has. */
async function readByFrictionless(part: keyof typeof PARTS, csv: string): Promise<unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), "data-package-"));
  try {
    await writeFile(join(folder, `${part}.csv`), csv);
    const header = (csv.split("\r\n")[0] ?? "").split(",");
    const declared = PARTS[part];
    const columns = header.map((name) => declared.columns.find((column) => column.name === name));
    const used = { ...declared, columns: columns.filter((column) => column !== undefined) };
    const loaded = await Package.load(dataPackageOf([used]), { basePath: folder });
    return await loaded.getResource(part).read();
  } finally {
    await rm(folder, { recursive: true });
  }
}
