import { describe, expect, it } from "vitest";
import { checkReturn, type ReturnFile, sumsOfReturn } from "./check-return";
import { exampleTable } from "./checks/clean-lines";
import type { ExampleLine } from "./checks/rule";
import type { PartName } from "./part";
import { addSums, createFileSums, peopleIn } from "./return-sums";
import { exampleContext } from "./testing/example-context";

const file = (part: PartName, lines: readonly ExampleLine[], unit: string | null = null): ReturnFile => ({
  file: unit ? `${part}-${unit}.csv` : `${part}.csv`,
  part,
  unit,
  source: new TextEncoder().encode(
    exampleTable(part, { lines })
      .map((cells) => cells.join(","))
      .join("\n"),
  ),
});

async function sumsOf(...files: ReturnFile[]) {
  const read = await sumsOfReturn(files, exampleContext);
  if ("refused" in read) throw new Error(read.message);
  return read.sums;
}
const codesOf = async (files: ReturnFile[], before: ReturnFile[] | null = null) =>
  (await checkReturn(files, exampleContext, undefined, before && (await sumsOf(...before)))).findings
    .filter(({ file: of }) => of === null)
    .map(({ code }) => code);

describe("what the files of a return come to", () => {
  it("takes the establishment of budget lines where a file has them, and of every line where it has none", async () => {
    const budgets = file("workforce", [{ line_type: "budget" }, { establishment_wte: "" }]);
    const lines = file("workforce", [{}, { line_type: "vacancy" }], "renal");
    const { numbers } = await sumsOf(budgets, lines);
    expect(numbers.get("establishment_wte")).toBe(12 + 2);
    expect(numbers.get("in_post_wte")).toBe(2);
  });

  it("counts somebody with two posts once, and everybody of a group", async () => {
    const posts = { in_post_wte: "0.4", person_key: "A1" };
    const sums = await sumsOf(
      file("workforce", [posts, {}]),
      file("workforce", [posts, { line_type: "group" }], "renal"),
    );
    expect(peopleIn(sums)).toBe(1 + 1 + 4);
  });

  it("knows nothing of what was not sent: missing is not zero", async () => {
    const sums = await sumsOf(file("profile", [{}]));
    expect(peopleIn(sums)).toBeNull();
    expect(sums.numbers.get("devices")).toBeUndefined();
    expect(addSums([]).numbers.size).toBe(0);
  });

  it("sums single devices as the rows that they make: a device gone before the census is none, and was disposed of", () => {
    const sums = createFileSums("assets", "2026-03-31");
    for (const [asset_ref, commissioned, disposed] of [
      ["1", "2019-06-14", null],
      ["2", "2025-04-01", null],
      ["3", "2019-06-14", "2026-03-31"],
      ["4", "2019-06-14", "2025-03-31"],
      ["5", "2019-06-14", "2026-04-01"],
    ])
      sums.take({
        asset_ref: asset_ref as string,
        commissioned: commissioned ?? null,
        disposed: disposed ?? null,
      });
    const { numbers, keys } = sums.end();
    expect(numbers.get("devices")).toBe(3);
    expect(numbers.get("devices_moved")).toBe(1 - 1);
    expect(keys.get("assets")).toEqual(new Set(["1", "2", "5"]));
  });
});

describe("devices one by one", () => {
  it("come to the same as the rows that the database sums them to, which lack what no device says", () => {
    const work = { ppm_hours: 2, repair_hours: null, maintenance_model: "in_house" };
    const each = createFileSums("assets", "2026-03-31");
    each.take({ ...work, asset_ref: "1", commissioned: "2025-06-01", disposed: null });
    each.take({ ...work, asset_ref: "2", commissioned: null, disposed: null });
    const summed = createFileSums("assets", "2026-03-31", "summed");
    summed.take({ ...work, ppm_hours: 4, device_count_end: 2, added: 1, disposed: 0 });
    const rest = (sums: typeof each) =>
      [...sums.end().numbers].filter(([name]) => !name.startsWith("rows ")).sort();
    expect(rest(each)).toEqual(rest(summed));
    expect(rest(summed)).toContainEqual(["devices_moved", 1]);
  });

  it("say no change where no device says a date", () => {
    const summed = createFileSums("assets", "2026-03-31", "summed");
    summed.take({ device_count_end: 2, added: null, disposed: 0 });
    expect(summed.end().numbers.get("devices_moved")).toBeUndefined();
  });
});

describe("the checks over a whole return", () => {
  it("are silent about parts of which a file has errors, since its sums say nothing", async () => {
    const staff = file("workforce", [{ establishment_wte: "1" }]);
    expect(await codesOf([staff, file("profile", [{ establishment_ledger_wte: "5" }])])).toEqual([
      "establishment-against-ledger",
    ]);
    const wrong = file("profile", [{ establishment_ledger_wte: "5", beds: "-1" }]);
    expect(await codesOf([staff, wrong])).toEqual([]);
  });

  it("hold no ledger against the whole where a unit says none", async () => {
    const profile = (unit: string, ledger: string) =>
      file("profile", [{ service_unit: unit, establishment_ledger_wte: ledger }], unit);
    const staff = file("workforce", [{ establishment_wte: "1" }]);
    expect(await codesOf([staff, profile("A", "5"), profile("B", "")])).toEqual([]);
  });

  it("take last year's end for the start that no row says", async () => {
    const now = [
      file("workforce", [{}]),
      file("devices", [{ added: "5", disposed: "0", contract_cost_gbp: "9" }]),
    ];
    const lastYear = (count: string) => [file("devices", [{ device_count_end: count }])];
    expect(await codesOf(now)).toEqual([]);
    expect(await codesOf(now, lastYear("235"))).toEqual([]);
    expect(await codesOf(now, lastYear("210"))).toEqual(["device-count-roll"]);
  });

  it("take the hours of a WTE from the profile where it says them", async () => {
    const files = [file("workforce", [{}]), file("devices", [{ ppm_jobs: "400", ppm_hours: "1400" }])];
    expect(await codesOf(files)).toEqual([]);
    const days = { available_days: "200", annual_leave_days: "30", hours_per_day: "7.5" };
    expect(await codesOf([...files, file("profile", [days])])).toEqual(["device-hours-over-time"]);
  });

  it("ask nothing against last year where there was none", async () => {
    const posts = (...refs: string[]) => [
      file(
        "workforce",
        refs.map((post_ref) => ({ post_ref })),
      ),
    ];
    expect(await codesOf(posts("CE-1", "CE-2"), null)).toEqual([]);
    expect(await codesOf(posts("CE-1", "CE-2"), posts("CE-3", "CE-4"))).toEqual(["posts-gone"]);
    expect(await codesOf(posts("CE-1", "CE-2"), posts("CE-1", "CE-4"))).toEqual([]);
    const four = posts("CE-1", "CE-2", "CE-3", "CE-4");
    // As many lines lost their reference: those posts are not known to be gone.
    expect(await codesOf(posts("CE-1", "", "", ""), four)).toEqual([]);
    expect(await codesOf(posts("CE-1", "", "CE-8", "CE-9"), four)).toEqual(["posts-gone"]);
  });

  it("do not take a device for gone that the file tells to be disposed of", async () => {
    const devices = (...lines: [string, string?][]) => [
      file("workforce", [{}]),
      file(
        "assets",
        lines.map(([asset_ref, disposed = ""]) => ({ asset_ref, disposed })),
      ),
    ];
    const before = devices(["1"], ["2"], ["9", "2024-06-01"]);
    expect(await codesOf(devices(["1", "2025-06-01"], ["2", "2025-06-01"], ["3"]), before)).not.toContain(
      "assets-gone",
    );
    expect(await codesOf(devices(["3"]), before)).toContain("assets-gone");
  });

  it("tell last year's file by its values, whatever dates it has, and in whatever order", async () => {
    const lines = (census_date: string): ExampleLine[] => [
      { census_date, role: "manager" },
      { census_date, age_band: "60_64" },
    ];
    const before = await sumsOfReturn([file("workforce", lines("2025-03-31"))], {
      ...exampleContext,
      census: "2025-03-31",
    });
    if ("refused" in before) throw new Error(before.message);
    const now = [file("workforce", lines("2026-03-31").reverse())];
    const { findings } = await checkReturn(now, exampleContext, undefined, before.sums);
    expect(findings.map(({ code }) => code)).toContain("workforce-identical");
  });
});
