import { describe, expect, it } from "vitest";
import { joinReferenceTables } from "@/lib/places/reference-tables";
import { standingsOn } from "@/lib/places/standing";
import { checkFile } from "@/lib/returns/check-file";
import type { Report } from "@/lib/returns/report";
import { committedTables, committedText } from "@/tests/support/committed-tables";
import { readCategoryFacts } from "../category-facts";
import { nation } from "../nation";
import type { NationFile } from "../part-file";
import { filesOf } from "../testing/whole-nation";
import type { Mess } from "./messy-nation";
import { WAYS } from "./ways";

const read = readCategoryFacts(committedText("categories.csv"));
if (!read.ok) throw new Error(read.problem.message);
const categories = read.value;
const clean = nation({ categories });
const messy = nation({ categories, messy: true });
const tables = joinReferenceTables(committedTables(), clean.tables);
const titles = new Map([...categories.keys()].map((code) => [code, code]));

const fileOf = ({ census, organisation, name }: Mess, { collections }: typeof messy): NationFile => {
  const one = collections
    .find((collection) => collection.census === census)
    ?.returns.find((each) => each.organisation.code === organisation);
  return (one ? filesOf(one) : []).find((file) => file.name === name) as NationFile;
};
const checked = ({ census, organisation, part }: Mess, source: Uint8Array): Promise<Report> =>
  checkFile({
    part,
    source,
    context: {
      organisation,
      census,
      standing: standingsOn(tables, census),
      served: [],
      categories: titles,
      personKeys: "refuse-raw",
    },
  });

describe("the messy nation", () => {
  it("has one file spoilt in each way, each of another return, and says so", () => {
    expect(messy.messes.map(({ way }) => way)).toEqual(WAYS.map(({ id }) => id));
    expect(new Set(messy.messes.map(({ census, organisation }) => census + organisation)).size).toBe(
      WAYS.length,
    );
    expect(clean.messes).toEqual([]);
  });

  it.each(messy.messes)("has $says, which is $expected ($code)", async (mess) => {
    const { bytes, text } = fileOf(mess, messy);
    expect(text).toBe(fileOf(mess, clean).text);
    const report = await checked(mess, bytes as Uint8Array);
    const verdict = { repaired: "accepted", error: "errors", refused: "refused" }[mess.expected];
    expect(report.verdict, JSON.stringify([report.refusal, report.findings.slice(0, 2)])).toBe(verdict);
    const said = [
      ...report.repairs.map(({ code }) => code),
      ...report.counts.filter(({ severity }) => severity === "error").map(({ code }) => code),
      report.refusal?.code,
    ];
    if (mess.code) expect(said).toContain(mess.code);
    if (mess.expected === "repaired") {
      const before = await checked(mess, new TextEncoder().encode(text));
      expect(report.rows).toBe(before.rows);
    }
  });

  it("leaves every other file as it is", () => {
    for (const [at, { census, returns }] of messy.collections.entries())
      for (const [index, one] of returns.entries()) {
        if (one.organisation.code > "ZS060") continue;
        const same = clean.collections[at]?.returns[index];
        const spoilt = messy.messes.find(
          (mess) => mess.census === census && mess.organisation === one.organisation.code,
        );
        const others = filesOf(one).filter(({ name }) => name !== spoilt?.name);
        expect(others).toEqual((same ? filesOf(same) : []).filter(({ name }) => name !== spoilt?.name));
      }
  });

  it("has every way in forty organisations and two collections too", () => {
    const small = nation({ categories, organisations: 40, collections: 2, messy: true });
    expect(small.messes.map(({ way }) => way)).toEqual(WAYS.map(({ id }) => id));
  });
});
