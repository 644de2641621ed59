import { afterAll, beforeAll, expect, test } from "vitest";
import { checkFile } from "@/lib/returns/check-file";
import { saidAnew } from "@/lib/returns/next-year";
import type { PartName, Row } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";
import { exampleContext } from "@/lib/returns/testing/example-context";
import { periodStart } from "@/lib/returns/twelve-months";
import { startFromLastYear, startsFromLastYear } from "@/lib/services/returns/start-from-last-year";
import { committedText } from "../support/committed-tables";
import { EARLIER, filesFor, NEWEST } from "../support/sample-nation";
import { codeOf, OPERATOR, type ServiceSite, serviceSite, value } from "../support/service-site";

let at: ServiceSite;
beforeAll(async () => {
  at = await serviceSite("sample");
});
afterAll(() => at?.close());

const categories = new Map(
  committedText("categories.csv")
    .split("\n")
    .slice(1)
    .map((line) => [line.split(",")[0] ?? "", ""]),
);

async function read(organisation: string, census: string, part: PartName, text: string) {
  const rows: Row[] = [];
  const report = await checkFile({
    part,
    source: new TextEncoder().encode(text),
    context: {
      ...exampleContext,
      organisation,
      census,
      categories,
      standing: (code) => ({ known: true, valid: true, name: code }),
      served: null,
      personKeys: "refuse-raw",
    },
    onRow: (row) => rows.push({ ...row }),
  });
  return { rows, report };
}

async function textOf(organisation: string, part: PartName, serviceUnit: string): Promise<string> {
  const asked = { organisation, census: NEWEST, part, serviceUnit };
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of value(await startFromLastYear(at.site, OPERATOR, asked)))
    text += decoder.decode(piece);
  return text;
}

/** Organisations of every way of saying it, with devices as rows and one by one, whole and by units. */
const ORGANISATIONS = ["ZS001", "ZS003", "ZS007", "ZS013"];

test.each(ORGANISATIONS)(
  "%s starts from its last year's rows, but for what has to be said anew",
  async (organisation) => {
    const { census, files } = value(
      await startsFromLastYear(at.site, OPERATOR, { organisation, census: NEWEST }),
    );
    expect(census).toBe(EARLIER);
    expect(files.length).toBeGreaterThan(1);
    expect(files.map(({ part }) => part)).not.toContain("flows");
    for (const { part, serviceUnit } of files) {
      const sent = filesFor(organisation, EARLIER).find(
        (file) => file.part === part && file.serviceUnit === serviceUnit,
      );
      const before = await read(organisation, EARLIER, part, sent?.text ?? "");
      const now = await read(organisation, NEWEST, part, await textOf(organisation, part, serviceUnit));
      const anew = new Set(saidAnew(part).map(({ name }) => name));
      const errors = now.report.findings.filter(({ severity }) => severity === "error");
      expect(errors.filter(({ code, column }) => code !== "required" || !anew.has(column ?? ""))).toEqual([]);
      const goesOn = ({ disposed }: Row) => !(typeof disposed === "string" && disposed <= EARLIER);
      const kept = PARTS[part].columns.filter(
        ({ name, equals }) =>
          !equals && !anew.has(name) && name !== "device_count_start" && name !== "backlog_jobs_start",
      );
      const valuesOf = (rows: Row[]) => rows.map((row) => kept.map(({ name }) => row[name] ?? null));
      expect(valuesOf(now.rows)).toEqual(valuesOf(before.rows.filter(goesOn)));
      for (const row of now.rows) {
        expect(row.census_date ?? row.period_end).toBe(NEWEST);
        expect(row.period_start ?? periodStart(NEWEST)).toBe(periodStart(NEWEST));
      }
      if (part === "devices") {
        expect(now.rows.map((row) => row.device_count_start)).toEqual(
          before.rows.map((row) => row.device_count_end),
        );
        expect(new Set(now.rows.map((row) => row.device_count_end))).toEqual(new Set([null]));
      }
    }
  },
);

test("there is nothing to start from of joiners and leavers, of a unit that sent nothing, or before the first census", async () => {
  const start = (part: PartName, census: string, serviceUnit = "") =>
    startFromLastYear(at.site, OPERATOR, { organisation: "ZS003", census, part, serviceUnit });
  expect(codeOf(await start("flows", NEWEST))).toBe("no-such-file");
  expect(codeOf(await start("workforce", NEWEST, "A unit that is not"))).toBe("no-such-file");
  expect(codeOf(await start("workforce", EARLIER))).toBe("no-such-file");
  const first = { organisation: "ZS003", census: EARLIER };
  expect(value(await startsFromLastYear(at.site, OPERATOR, first))).toEqual({ census: null, files: [] });
});
