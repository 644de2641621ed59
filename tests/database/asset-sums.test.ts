import { afterAll, beforeAll, expect, test } from "vitest";
import { assetWork } from "@/db/queries/asset-work";
import { keptResult } from "@/db/queries/worked-out";
import { inTransaction } from "@/db/transaction";
import type { Row } from "@/lib/returns/part";
import { createAssetSums } from "@/lib/returns/sum-assets";
import { readAssetSums } from "@/lib/services/returns/read-asset-sums";
import { removePart } from "@/lib/services/returns/remove-part";
import { own } from "@/lib/services/standing";
import { CENSUS, type OpenCensus, openCensus, ORGANISATION as organisation } from "../support/open-census";
import { OPERATOR, value } from "../support/service-site";

let at: OpenCensus;
beforeAll(async () => {
  at = await openCensus();
});
afterAll(() => at?.close());

/** Values of which one is drawn for each line; blank where nothing is said. */
const DRAWN: Record<string, readonly string[]> = {
  service_unit: ["", "Renal", "renal", "Élan", "Z", "😀 unit"],
  category: ["infusion_pump", "ventilator_critical", "ultrasound"],
  setting: ["", "ward", "theatre"],
  risk_class: ["", "high", "low"],
  maintenance_model: ["in_house", "contract_partial"],
  commissioned: ["", "2025-03-30", "2025-03-31", "2025-04-01", "2026-03-31"],
  disposed: ["", "", "2025-03-31", "2025-04-01", "2026-03-31", "2026-04-01"],
  connected: ["", "yes", "no"],
  unsupported_os: ["", "yes", "no"],
  ppm_interval_months: ["", "6", "12"],
  ppm_due: ["", "0", "2"],
  ppm_due_done: ["", "0"],
  ppm_jobs: ["", "0", "3"],
  ppm_hours: ["", "0.1", "0.25", "7", "1.07"],
  repair_jobs: ["", "1"],
  repair_hours: ["", "0.3", "0.7", "12.34"],
};

/** The same draws each time: what a test finds must be found again. */
function* draws(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const file = (lines: number, seed: number): string => {
  const random = draws(seed);
  const columns = Object.entries(DRAWN);
  const header = ["census_date", "organisation_code", "asset_ref", ...columns.map(([name]) => name)];
  const rows = Array.from({ length: lines }, (_, line) => [
    CENSUS,
    organisation,
    `A-${line}`,
    ...columns.map(([, values]) => values[Math.floor(random.next().value * values.length)]),
  ]);
  return `${[header, ...rows].map((row) => row.join(",")).join("\n")}\n`;
};

const stored = (partId: string) =>
  inTransaction(at.site.pool, own(organisation), (reader) => assetWork(reader, [partId]));
const kept = (partId: string) =>
  inTransaction(at.site.pool, own(organisation), (reader) =>
    keptResult<Row[]>(reader, { organisation, what: "asset sums 1", files: [partId] }),
  );

test.each([
  [40, 1],
  [400, 2],
  [2000, 3],
])("%d devices add up to the same rows while their file is read and in the database", async (lines, seed) => {
  const { partId, report } = value(
    await at.send(file(lines, seed), { part: "assets", fileName: "assets.csv" }),
  );
  expect(report?.verdict).toBe("accepted");
  const sums = await kept(partId);
  expect(sums?.length).toBeGreaterThan(30);
  expect(sums).toEqual(await stored(partId));
  expect(value(await readAssetSums(at.site, OPERATOR, { organisation, partId })).rows).toEqual(sums);
});

test("the sums go with their file", async () => {
  const { partId } = value(await at.send(file(50, 9), { part: "assets", fileName: "assets.csv" }));
  expect(await kept(partId)).not.toBeNull();
  value(
    await removePart(at.site, OPERATOR, { organisation, census: CENSUS, part: "assets", serviceUnit: "" }),
  );
  expect(await kept(partId)).toBeNull();
});

test("of more kinds of devices than are kept apart nothing is said, and the database is asked", () => {
  const sums = createAssetSums(CENSUS, 2);
  for (const category of ["a", "b", "a", "c", "a"])
    sums.take({ category, disposed: null, commissioned: null } as unknown as Row);
  expect(sums.end()).toBeNull();
});
