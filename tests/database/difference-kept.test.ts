import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { declaredRows } from "@/db/queries/declared-rows";
import { differenceCounts } from "@/db/queries/row-difference";
import { keepResult, keptResult } from "@/db/queries/worked-out";
import { inTransaction } from "@/db/transaction";
import type { RowCounts } from "@/lib/returns/difference";
import { pairRows, type RowOfSide } from "@/lib/returns/pair-rows";
import type { PartName, Row } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";
import { comparedColumns, rowKey } from "@/lib/returns/row-keys";
import { acknowledgeAll } from "@/lib/services/returns/acknowledge-warning";
import { approveReturn } from "@/lib/services/returns/approve-return";
import { rowCounts } from "@/lib/services/returns/difference-between";
import { readDifference, readDifferentRows } from "@/lib/services/returns/read-difference";
import { readReturn } from "@/lib/services/returns/read-return";
import { submitReturn } from "@/lib/services/returns/submit-return";
import { workOut, workOutAhead } from "@/lib/services/returns/work-out-ahead";
import { own } from "@/lib/services/standing";
import { CENSUS, type OpenCensus, openCensus, ORGANISATION as organisation } from "../support/open-census";
import { OPERATOR, value } from "../support/service-site";

let at: OpenCensus;
beforeAll(async () => {
  at = await openCensus();
});
afterAll(() => at?.close());

/** The same draws each time: what a test finds must be found again. */
function draws(seed: number) {
  let state = seed;
  return <T>(values: readonly T[]): T => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return values[Math.floor((state / 2 ** 32) * values.length)] as T;
  };
}

const header: Partial<Record<PartName, string>> = {
  devices:
    "period_start,period_end,organisation_code,service_unit,category_local,category,setting,maintenance_model,device_count_end",
  assets: "census_date,organisation_code,asset_ref,category,maintenance_model,disposed,ppm_hours",
};

/** Rows of few keys, so that some are found again, some more than once, and some not. */
function drawn(part: "devices" | "assets", seed: number): string {
  const one = draws(seed);
  const lines = Array.from({ length: 150 }, (_, line) =>
    part === "devices"
      ? `2025-04-01,${CENSUS},${organisation},${one(["", "A", "B"])},n${line},${one(["infusion_pump", "ultrasound"])},${one(["", "mixed_unknown", "ward"])},${one(["in_house", "warranty"])},${one([1, 2, 3])}`
      : `${CENSUS},${organisation},${line < 60 || seed % 2 ? `a-${line}` : `B-${line}`},infusion_pump,in_house,${one(["", "", "2025-03-01", "2025-09-01"])},${one(["", "0.5", "1"])}`,
  );
  return `${[header[part], ...lines].join("\n")}\n`;
}

/** The plain twin: rows read into memory, and paired there. */
function counted(part: PartName, now: readonly Row[], before: readonly Row[]) {
  const columns = comparedColumns(PARTS[part]);
  const sides = [now, before].flatMap((rows, of) =>
    rows.map(
      (row, line): RowOfSide => ({
        isNow: of === 0,
        line,
        mark: JSON.stringify(columns.map(({ name }) => row[name] ?? null)),
        here: part !== "assets" || row.disposed === null || (row.disposed as string) > CENSUS,
        row,
      }),
    ),
  );
  const pairs = pairRows(part, sides);
  const of = (kind: string) => pairs.filter((pair) => pair.kind === kind).length;
  const keyed = sides.filter(({ row }) => rowKey(part, row) !== null);
  const [added, changed, removed] = [of("added"), of("changed"), of("removed")];
  const nowKeyed = keyed.filter(({ isNow }) => isNow).length;
  return {
    now: nowKeyed,
    before: keyed.filter(({ isNow, here }) => !isNow && here).length,
    added,
    changed,
    removed,
    same: nowKeyed - added - changed,
  };
}

test.each([
  ["devices", 1],
  ["devices", 2],
  ["assets", 3],
  ["assets", 4],
] as const)(
  "the database counts what differs between %s of drawn files as pairing them in memory does",
  async (part, seed) => {
    const sent = [];
    for (const [unit, more] of [
      ["now", 0],
      ["before", 101],
    ] as const)
      sent.push(
        value(
          await at.send(drawn(part, seed + more), {
            part,
            serviceUnit: `${unit} ${seed}`,
            fileName: `${part}.csv`,
          }),
        ),
      );
    expect(sent.map(({ report }) => report?.verdict)).toEqual(["accepted", "accepted"]);
    const [now = "", before = ""] = sent.map(({ partId }) => partId);
    await inTransaction(at.site.pool, own(organisation), async (reader) => {
      const counts = await differenceCounts(reader, PARTS[part], { now: [now], before: [before] });
      const [here, there] = [
        await declaredRows(reader, PARTS[part], [now]),
        await declaredRows(reader, PARTS[part], [before]),
      ];
      expect(counts.changed * counts.same).toBeGreaterThan(0);
      expect(counts).toMatchObject(counted(part, here, there));
    });
  },
);

const posts = (count: number, band: string) =>
  [
    "census_date,organisation_code,line_type,post_ref,role,specialism,afc_band,establishment_wte,in_post_wte,headcount,age_band",
    ...Array.from(
      { length: count },
      (_, post) =>
        `${CENSUS},${organisation},person,P-${post},clinical_technologist,equipment_management,${post === 0 ? band : "6"},1,1,1,45_49`,
    ),
    "",
  ].join("\n");

const sendStaff = async (text: string) => {
  const { partId } = value(await at.send(text));
  value(await acknowledgeAll(at.site, OPERATOR, { organisation, partId, reason: "It is as it is." }));
  return partId;
};
const difference = async () =>
  value(await readDifference(at.site, OPERATOR, { organisation, census: CENSUS }))?.parts.find(
    ({ part }) => part === "workforce",
  )?.counts;
const resultOf = (now: string, before: string) => ({
  organisation,
  what: "row counts 1 workforce",
  files: [now, "against", before],
});
const kept = (now: string, before: string) =>
  inTransaction(at.site.pool, own(organisation), (reader) =>
    keptResult<RowCounts>(reader, resultOf(now, before)),
  );

const of = { organisation, census: CENSUS };
const stateNow = async () =>
  value(await readDifference(at.site, OPERATOR, of))?.parts.find(({ part }) => part === "workforce")?.state;
const shownRows = async () =>
  value(await readDifferentRows(at.site, OPERATOR, of)).map(({ part, rows }) => [
    part,
    rows?.length ?? "not yet",
  ]);

test("how a large file differs is a worker's to work out; till then it is said so, and what is kept is what is told", async () => {
  const { draft } = value(await readReturn(at.site, OPERATOR, { organisation, census: CENSUS }));
  expect(draft.length).toBeGreaterThan(0);
  const before = await sendStaff(posts(5_001, "6"));
  for (const { id } of draft)
    value(await acknowledgeAll(at.site, OPERATOR, { organisation, partId: id, reason: "So." }));
  const { submission } = value(await submitReturn(at.site, OPERATOR, { organisation, census: CENSUS }));
  value(await approveReturn(at.site, OPERATOR, { organisation, submission }));
  const now = await sendStaff(posts(5_001, "7"));
  expect(await kept(now, before)).toBeNull();
  expect(await stateNow()).toBe("being-worked-out");
  expect(await shownRows()).toEqual([]);
  // The counts are known first; which rows are shown follows.
  await inTransaction(at.site.pool, own(organisation), (transaction) => workOutAhead(transaction, of));
  expect(await stateNow()).toBe("matched");
  expect(await shownRows()).toEqual([["workforce", "not yet"]]);
  await workOut(at.site, of);
  expect(await kept(now, before)).toMatchObject({ changed: 1, same: 5_000, added: 0, removed: 0 });
  expect(await difference()).toMatchObject({ changed: 1, same: 5_000 });
  expect(await shownRows()).toEqual([["workforce", 1]]);

  // What was kept goes with its file; what nobody has worked out yet is, before a deed that others wait for.
  const small = await sendStaff(posts(5, "7"));
  expect(await kept(now, before)).toBeNull();
  expect(await stateNow()).toBe("being-worked-out");
  const unsaid = await submitReturn(at.site, OPERATOR, of);
  expect(unsaid.ok || unsaid.problem.code).toBe("removal-reason-missing");
  const removalReason = "The service was given to another organisation.";
  value(await submitReturn(at.site, OPERATOR, { organisation, census: CENSUS, removalReason }));
  expect(await kept(small, before)).toMatchObject({ removed: 4_996 });
});

test("what another process kept is not worked out again", async () => {
  const [now, before] = [randomUUID(), randomUUID()];
  const none = { added: 0, removed: 0, unkeyedNow: 0, unkeyedBefore: 0, unkeyedEqual: 0 };
  const told: RowCounts = { ...none, now: 7, before: 7, changed: 3, same: 4 };
  await inTransaction(at.site.pool, own(organisation), async (transaction) => {
    await keepResult(transaction, resultOf(now, before), told);
    const sides = { now: [now], before: [before] };
    expect(await rowCounts(transaction, organisation, "workforce", sides)).toEqual(told);
  });
});
