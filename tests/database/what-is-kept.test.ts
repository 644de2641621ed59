import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "@/db/transaction";
import { readBytes } from "@/lib/services/returns/read-bytes";
import { readFindings } from "@/lib/services/returns/read-findings";
import { type OpenCensus, openCensus, ORGANISATION as organisation, warned } from "../support/open-census";
import { codeOf, OPERATOR, value } from "../support/service-site";

let at: OpenCensus;
beforeAll(async () => {
  at = await openCensus();
});
afterAll(() => at?.close());

const SECRET = "Mary Fictional";
const lines = () => at.workforce.split("\n");
const withLine = (index: number, more: string) => {
  const all = lines();
  all[index] = `${all[index]}${more}`;
  return all.join("\n");
};
/** The same column again, under the other name that it may have. */
const doubled = () => withLine(0, ",Organisation code");

/** Everything stored of a file, as text; the row tables have its own columns only. */
const stored = (partId: string) =>
  inTransaction(at.site.pool, { role: "muster_intake", organisations: [organisation] }, async (reader) => {
    const kept: object[] = [];
    for (const table of ["part", "finding", "chunk"])
      kept.push(
        ...(await reader.rows(
          `SELECT t::text, ${table === "chunk" ? "convert_from(t.bytes, 'UTF8')" : "''"} AS bytes FROM intake.${table} t WHERE ${table === "part" ? "id" : "part_id"} = $1`,
          [partId],
        )),
      );
    return JSON.stringify(kept);
  });

test.each<[string, () => string]>([
  ["a column that we do not know", () => withLine(0, ",nickname")],
  ["values in a column without a header", () => withLine(0, ",").replace(/\n(.*)\n/, `\n$1,${SECRET}\n`)],
  ["a cell beyond the last column", () => withLine(1, `,${SECRET}`)],
  ["a column twice", doubled],
  ["a total", () => `${at.workforce.trimEnd()}\nTotal of ${SECRET}\n`],
  [
    "columns of a file given back",
    () => withLine(0, ",muster_errors").replace(/\n(.*)\n/, `\n$1,${SECRET}\n`),
  ],
  ["lines above the header", () => `Returned by ${SECRET}\n${at.workforce}`],
])("of a file with %s no byte is kept, nor what stands there", async (_, text) => {
  const { partId } = value(await at.send(text()));
  expect(codeOf(await readBytes(at.site, OPERATOR, { organisation, partId }))).toBe("bytes-not-kept");
  expect(await stored(partId)).not.toContain(SECRET);
});

test("of a file of our columns alone every byte is kept", async () => {
  const { partId } = value(await at.send(at.workforce));
  expect(codeOf(await readBytes(at.site, OPERATOR, { organisation, partId }))).toBe("ok");
});

test("the same file again is left as it is, unless a check spoke of it, which may see it otherwise now", async () => {
  const first = value(await at.send(at.workforce, { serviceUnit: "again" }));
  expect(first.report?.counts.filter(({ severity }) => severity !== "notice")).toEqual([]);
  expect(value(await at.send(at.workforce, { serviceUnit: "again" })).unchanged).toBe(true);
  for (const text of [warned(at.workforce), at.workforce.replace(/\n(.*)\n/, "\n$1\n$1\n")]) {
    const before = value(await at.send(text, { serviceUnit: "spoken of" }));
    expect(before.report?.counts.some(({ severity }) => severity !== "notice")).toBe(true);
    const after = value(await at.send(text, { serviceUnit: "spoken of" }));
    expect(after.unchanged).toBe(false);
    const { groups } = value(
      await readFindings(at.site, OPERATOR, { organisation, partId: after.partId, limit: 1, filter: {} }),
    );
    expect(groups.flatMap(({ findings }) => findings)).toHaveLength(1);
  }
});

test("staff of an organisation that is served are spoken of until the profile says so and the file is sent again", async () => {
  const [header = "", ...rest] = lines();
  const text = [
    `${header},employer_organisation_code`,
    ...rest.filter((line) => line !== "").map((line, row) => `${line},${row === 0 ? "ZS002" : ""}`),
  ].join("\n");
  const spoken = async () => {
    const { report } = value(await at.send(text, { serviceUnit: "served" }));
    return report?.findings.filter(({ column }) => column === "employer_organisation_code") ?? [];
  };
  const [first] = await spoken();
  expect(first?.code).toBe("served-not-known");
  expect(first?.mend).toMatch(
    /send a profile with the code in organisations_served, and then this file again/,
  );
  const profile = `organisation_code,census_date,organisations_served\n${organisation},2026-03-31,ZS002\n`;
  const sent = value(await at.send(profile, { part: "profile", fileName: "profile.csv" }));
  expect(sent.report?.verdict).toBe("accepted");
  expect(await spoken()).toEqual([]);
});
