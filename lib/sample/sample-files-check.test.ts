import { describe, expect, it } from "vitest";
import { joinReferenceTables } from "@/lib/places/reference-tables";
import { standingsOn } from "@/lib/places/standing";
import { checkFile } from "@/lib/returns/check-file";
import type { CheckContext, Report } from "@/lib/returns/report";
import { committedTables, committedText } from "@/tests/support/committed-tables";
import { sampleTables } from "./organisations";
import { DEMO_ORGANISATION } from "./people";
import type { ReturnFiles } from "./return-files";
import { SAMPLE_SEED, type SampleCollection, sampleNation } from "./sample-nation";
import { tryFiles } from "./try-files";
import { usualIntervals } from "./usual-intervals";

const intervals = usualIntervals(committedText("categories.csv"));
if (!intervals.ok) throw new Error(intervals.problem.message);
const nation = sampleNation(SAMPLE_SEED, intervals.value);
const tables = joinReferenceTables(committedTables(), sampleTables(nation.organisations));
const open = nation.collections.at(-1) as SampleCollection;

/** As the server checks: a raw person key is refused. */
const contextOf = (organisation: string, census: string): CheckContext => ({
  organisation,
  census,
  standing: standingsOn(tables, census),
  served: null,
  categories: new Map([...intervals.value.keys()].map((code) => [code, code])),
  personKeys: "refuse-raw",
});

const checked = (part: keyof ReturnFiles, text: string, context: CheckContext): Promise<Report> =>
  checkFile({ part, source: new TextEncoder().encode(text), context });

const PARTS = ["workforce", "devices"] as const;

describe("the sample's files pass the checks that a trust's files pass", () => {
  it.each(nation.collections)(
    "at $census: no error, no repair, and few warnings",
    async ({ census, returns }) => {
      const warnings = new Map<string, number>();
      for (const sampleReturn of returns) {
        if (sampleReturn.state === "nil") continue;
        const { code } = sampleReturn.organisation;
        const files = sampleReturn.state === "returned" ? sampleReturn.files : sampleReturn.wouldSend;
        for (const part of PARTS) {
          const report = await checked(part, files[part], contextOf(code, census));
          expect(
            report.findings.filter(({ severity }) => severity === "error"),
            `${code} ${part}`,
          ).toEqual([]);
          expect(report.verdict).toBe("accepted");
          expect(report.repairs).toEqual([]);
          expect(report.rows).toBe(files[part].trim().split("\n").length - 1);
          for (const { severity, code: rule } of report.findings)
            if (severity === "warning") warnings.set(rule, (warnings.get(rule) ?? 0) + 1);
        }
      }
      console.info(
        `Warnings at ${census}: ${[...warnings].map(([rule, count]) => `${rule} ${count}`).join(", ")}`,
      );
      const total = [...warnings.values()].reduce((sum, count) => sum + count, 0);
      expect(total).toBeGreaterThan(0);
      expect(total).toBeLessThan(40);
    },
  );
});

describe("the files to try", () => {
  const files = tryFiles(open, DEMO_ORGANISATION);
  if (files === null) throw new Error("The demo's organisation has returned already");
  const context = contextOf(DEMO_ORGANISATION, open.census);

  it("are there for every organisation that has not returned, and for no other", () => {
    for (const { organisation, state } of open.returns)
      expect(tryFiles(open, organisation.code) !== null).toBe(state === "not_returned");
  });

  it("are accepted as they would be sent", async () => {
    for (const part of PARTS)
      expect((await checked(part, files.clean[part], context)).verdict).toBe("accepted");
  });

  it("hold every fault named, each found on its line", async () => {
    expect(files.faults.map(({ part, column }) => `${part} ${column}`)).toEqual([
      "workforce post_ref",
      "workforce afc_band",
      "workforce in_post_wte",
      "workforce age_band",
      "workforce specialism",
      "workforce service_unit",
      "workforce vacancy_state",
      "devices ppm_on_time",
      "devices category",
      "devices device_count_end",
      "devices ppm_due_done",
    ]);
    for (const part of PARTS) {
      const report = await checked(part, files.spoilt[part], context);
      expect(report.verdict).toBe("errors");
      const found = new Set(report.findings.map(({ line }) => line));
      for (const fault of files.faults.filter((candidate) => candidate.part === part)) {
        if (fault.column === "service_unit") continue; // a formula is a notice for the file, below
        expect([...found], `${fault.says}, line ${fault.line}`).toContain(fault.line);
      }
    }
  });

  it("have an error for each error named, and nothing else wrong", async () => {
    const errorLines = new Set<string>();
    for (const part of PARTS) {
      const { findings } = await checked(part, files.spoilt[part], context);
      for (const { severity, line } of findings) if (severity === "error") errorLines.add(`${part} ${line}`);
    }
    const named = files.faults.filter(({ column }) => column !== "service_unit");
    expect([...errorLines].sort()).toEqual(named.map(({ part, line }) => `${part} ${line}`).sort());
  });

  it("hold a formula, which is taken as text and said", async () => {
    const report = await checked("workforce", files.spoilt.workforce, context);
    expect(JSON.stringify([report.repairs, report.findings])).toMatch(/formula/i);
  });
});
