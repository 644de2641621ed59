import { beforeAll, expect, test } from "vitest";
import { joinReferenceTables } from "@/lib/places/reference-tables";
import { standingsOn } from "@/lib/places/standing";
import { checkFile } from "@/lib/returns/check-file";
import type { Row } from "@/lib/returns/part";
import type { CheckContext } from "@/lib/returns/report";
import { SERVED } from "@/lib/sample/nation/happenings";
import type { NationCollection } from "@/lib/sample/nation/nation";
import { filesOf, wholeNation } from "@/lib/sample/nation/testing/whole-nation";
import { committedTables, committedText } from "@/tests/support/committed-tables";
import { independentWorkloads } from "@/tests/support/independent-workload";
import { committedStandards } from "@/tests/support/workload-service";
import { activityWork } from "./activity-work";
import { deviceWork } from "./device-work";
import { pooledTimes } from "./pooled-times";
import { requirement } from "./requirement";
import { serviceProfile } from "./service-profile";
import { staffWte } from "./staff-wte";
import { workloadRow } from "./workload-row";

const NATIONS = {
  england: "E92000001",
  wales: "W92000004",
  scotland: "S92000003",
  northern_ireland: "N92000002",
} as const;

const whole = wholeNation(committedText("categories.csv"));
const { census, returns } = whole.collections.at(-1) as NationCollection;
const categories = new Map(
  committedText("categories.csv")
    .split("\n")
    .map((line) => [line.split(",")[0] ?? "", line]),
);
const standing = standingsOn(joinReferenceTables(committedTables(), whole.tables), census);

/** Those that send devices summed, of all four nations. Every second one sends no profile: its nation's defaults stand in. */
const services = returns
  .map((one) => ({ one, files: filesOf(one) }))
  .filter(({ files }) => files.some(({ part }) => part === "devices"))
  .map(({ one, files }, place) => ({
    organisation: one.organisation.code,
    nation: NATIONS[one.organisation.nation],
    census,
    files: files.filter(({ part }) => part !== "profile" || place % 2 === 0),
  }));

type Service = (typeof services)[number];
const rowsOf = new Map<string, Record<string, Row[]>>();

async function read({ organisation, files }: Service): Promise<Record<string, Row[]>> {
  const rows: Record<string, Row[]> = {};
  const served = [...SERVED].flatMap(([from, host]) => (host === organisation ? [from] : []));
  const context: CheckContext = {
    organisation,
    census,
    standing,
    served,
    categories,
    personKeys: "refuse-raw",
  };
  for (const { part, text } of files) {
    if (!["devices", "activities", "profile", "workforce"].includes(part)) continue;
    const source = new TextEncoder().encode(text);
    const onRow = (row: Row) => {
      rows[part] ??= [];
      rows[part].push({ ...row });
    };
    const { verdict } = await checkFile({ part, source, context, onRow });
    expect({ organisation, part, verdict }).toEqual({ organisation, part, verdict: "accepted" });
  }
  return rows;
}

beforeAll(async () => {
  for (const service of services) rowsOf.set(service.organisation, await read(service));
});

test("every service of the four nations has the requirement that a second computation finds in its files", () => {
  const standards = committedStandards();
  const rows = (organisation: string, part: string) => rowsOf.get(organisation)?.[part] ?? [];
  const all = (part: string) => services.flatMap(({ organisation }) => rows(organisation, part));
  const activitiesOf = (sent: readonly Row[]) => sent.flatMap((row) => activityWork(row) ?? []);
  const pooled = pooledTimes(all("devices").map(deviceWork), activitiesOf(all("activities")), standards);
  const twins = independentWorkloads(services);
  const seen = new Map<string, number>();
  for (const { organisation, nation } of services) {
    const activities = activitiesOf(rows(organisation, "activities"));
    const found = requirement({
      organisation,
      nation,
      census,
      devices: rows(organisation, "devices").map(deviceWork),
      activities: activities.length === 0 ? null : activities,
      staff: rows(organisation, "workforce").flatMap((row) => staffWte(row) ?? []),
      profiles: rows(organisation, "profile").map(serviceProfile),
      pooled,
      standards,
    });
    const row = found.ok ? workloadRow(found.value) : null;
    const twin = twins.get(organisation);
    expect({ organisation, has: row !== null }).toEqual({ organisation, has: twin !== undefined });
    if (!row || !twin) continue;
    const near = (amount: number) => expect.closeTo(amount, 6);
    const range = ([value, low, high]: readonly [number, number, number]) => ({
      value: near(value),
      low: near(low),
      high: near(high),
    });
    expect(row).toEqual({
      organisation,
      required: range(twin.required),
      compared: range(twin.compared),
      comparedInPost: near(twin.comparedInPost),
      deviceHours: near(twin.deviceHours),
      hours: near(twin.hours),
      illustrativeHours: near(twin.illustrativeHours),
    });
    seen.set(nation, (seen.get(nation) ?? 0) + 1);
  }
  expect([...seen.keys()].sort()).toEqual(Object.values(NATIONS).sort());
  expect([...seen.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(100);
});
