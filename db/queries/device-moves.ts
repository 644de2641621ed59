import type { DeviceMoves } from "@/lib/returns/bridge";
import type { Reader } from "../transaction";
import type { TwoSides } from "./row-difference";

/** Devices of the given files at their census, rows of like ones and single ones together. */
export async function devicesIn(reader: Reader, parts: readonly string[]): Promise<number> {
  const [row] = await reader.rows<{ devices: number }>(
    `SELECT ((SELECT coalesce(sum(device_count_end), 0) FROM intake.devices_row WHERE part_id = ANY($1::uuid[]))
       + (SELECT count(*) FROM intake.assets_row WHERE part_id = ANY($1::uuid[])
          AND (disposed IS NULL OR disposed > census_date)))::float8 AS devices`,
    [parts],
  );
  return row?.devices ?? 0;
}

/** What came and went in the year, as the rows of devices files and the dates of single devices say it. */
export async function saidMoves(reader: Reader, parts: readonly string[]): Promise<DeviceMoves["steps"]> {
  const [sums] = await reader.rows<Record<"added" | "in" | "disposed" | "out", number | null>>(
    `SELECT sum(added)::float8 AS added, sum(transferred_in)::float8 AS in, -sum(disposed)::float8 AS disposed,
       -sum(transferred_out)::float8 AS out
     FROM (
       SELECT added, transferred_in, disposed, transferred_out FROM intake.devices_row WHERE part_id = ANY($1::uuid[])
       UNION ALL
       SELECT (commissioned > census_date - interval '1 year')::int, NULL,
         (disposed > census_date - interval '1 year' AND disposed <= census_date)::int, NULL
       FROM intake.assets_row WHERE part_id = ANY($1::uuid[])
     ) moved`,
    [parts],
  );
  return [
    { id: "added", title: "Devices added", value: sums?.added ?? null },
    { id: "transferred-in", title: "Devices transferred in", value: sums?.in ?? null },
    { id: "disposed", title: "Devices disposed of", value: sums?.disposed ?? null },
    { id: "transferred-out", title: "Devices transferred out", value: sums?.out ?? null },
  ];
}

/** What came and went of single devices, found again by their reference; and how many are used elsewhere now. */
export async function linkedMoves(
  reader: Reader,
  { now, before }: TwoSides,
): Promise<{ steps: DeviceMoves["steps"]; moved: number }> {
  const [sums] = await reader.rows<Record<"fresh" | "listed" | "disposed" | "gone" | "moved", number>>(
    `WITH was AS (
       SELECT lower(asset_ref) AS key, setting, owner_organisation_code AS owner, service_unit AS unit
       FROM intake.assets_row WHERE part_id = ANY($2::uuid[]) AND (disposed IS NULL OR disposed > census_date)
     ), is_now AS (
       SELECT lower(asset_ref) AS key, setting, owner_organisation_code AS owner, service_unit AS unit,
         (disposed IS NULL OR disposed > census_date) AS here, commissioned > census_date - interval '1 year' AS fresh
       FROM intake.assets_row WHERE part_id = ANY($1::uuid[])
     )
     SELECT count(*) FILTER (WHERE was.key IS NULL AND here AND fresh)::float8 AS fresh,
       count(*) FILTER (WHERE was.key IS NULL AND here AND fresh IS NOT TRUE)::float8 AS listed,
       -count(*) FILTER (WHERE was.key IS NOT NULL AND NOT here)::float8 AS disposed,
       -count(*) FILTER (WHERE is_now.key IS NULL)::float8 AS gone,
       count(*) FILTER (WHERE here AND was.key IS NOT NULL AND (was.setting, was.owner, was.unit)
         IS DISTINCT FROM (is_now.setting, is_now.owner, is_now.unit))::float8 AS moved
     FROM was FULL JOIN is_now USING (key)`,
    [now, before],
  );
  return {
    steps: [
      { id: "added", title: "Devices brought into use", value: sums?.fresh ?? 0 },
      { id: "listed", title: "Older devices new on the list", value: sums?.listed ?? 0 },
      { id: "disposed", title: "Devices disposed of", value: sums?.disposed ?? 0 },
      { id: "gone", title: "Devices no longer on the list", value: sums?.gone ?? 0 },
    ],
    moved: sums?.moved ?? 0,
  };
}
