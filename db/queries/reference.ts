import type { Client } from "pg";
import type { ReferenceTables } from "@/lib/places/reference-tables";
import type { Reader } from "../transaction";

/** One row of a reference table as JSON, in the database's own column names. */
type Json = Record<string, string | number | boolean | null>;

const insert = (
  owner: Pick<Client, "query">,
  table: string,
  columns: string,
  rows: Json[],
  conflict = "",
) => {
  const names = columns.split(", ").map((column) => column.split(" ")[0]);
  return owner.query(
    `INSERT INTO ${table} (${names.join(", ")})
     SELECT ${names.join(", ")} FROM jsonb_to_recordset($1) AS given(${columns}) ${conflict}`,
    [JSON.stringify(rows)],
  );
};

/** Runs the loads of an installation as one, and tells every process that what visitors see may have changed. */
export async function inOneLoad(owner: Pick<Client, "query">, load: () => Promise<void>): Promise<void> {
  await owner.query("BEGIN");
  await load();
  await owner.query("SELECT published.next_edition()");
  await owner.query("COMMIT");
}

/**
 * Loads the tables of `data/reference` (or of a sample) into schema `reference`, as the owner.
 * Places are added or brought up to date, never removed; what hangs on them is replaced for the places given.
 */
export async function loadReferenceTables(
  owner: Pick<Client, "query">,
  tables: ReferenceTables,
): Promise<void> {
  await insert(
    owner,
    "reference.place",
    "code text, level text, name text, kind text, benchmark_group text, postcode text, ons_code text, opens date, closes date, synthetic boolean",
    tables.places.map((place) => ({
      code: place.code,
      level: place.level,
      name: place.name,
      kind: place.kind,
      benchmark_group: place.benchmarkGroup,
      postcode: place.postcode,
      ons_code: place.onsCode,
      opens: place.opens,
      closes: place.closes,
      synthetic: place.synthetic,
    })),
    `ON CONFLICT (code) DO UPDATE SET level = excluded.level, name = excluded.name, kind = excluded.kind,
       benchmark_group = excluded.benchmark_group, postcode = excluded.postcode, ons_code = excluded.ons_code,
       opens = excluded.opens, closes = excluded.closes, synthetic = excluded.synthetic`,
  );
  const codes = [tables.places.map((place) => place.code)];
  await owner.query("DELETE FROM reference.membership WHERE child = ANY($1)", codes);
  await owner.query("DELETE FROM reference.place_name WHERE code = ANY($1)", codes);
  await owner.query("DELETE FROM reference.succession WHERE from_code = ANY($1)", codes);
  await insert(
    owner,
    "reference.membership",
    "child text, parent text, valid_from date, valid_to date, evidence text, note text",
    tables.memberships.map((row) => ({
      child: row.child,
      parent: row.parent,
      valid_from: row.from,
      valid_to: row.to,
      evidence: row.evidence,
      note: row.note,
    })),
  );
  await insert(
    owner,
    "reference.place_name",
    "code text, name text, until date",
    tables.names.map((row) => ({ code: row.code, name: row.name, until: row.until })),
  );
  await insert(
    owner,
    "reference.succession",
    "from_code text, to_code text, date date, kind text, note text",
    tables.successions.map((row) => ({
      from_code: row.from,
      to_code: row.to,
      date: row.date,
      kind: row.kind,
      note: row.note,
    })),
  );
}

/**
 * A mark of the tables of places and of device categories, another after every load: each writes all the rows it is
 * given anew, and the transactions that wrote the rows make up the mark.
 */
export async function referenceMark(reader: Reader): Promise<string> {
  const [row] = await reader.rows<{ mark: string }>(
    `SELECT concat_ws(' ', current_database(),
       (SELECT concat_ws(' ', count(*), sum(xmin::text::bigint)) FROM reference.place),
       (SELECT concat_ws(' ', count(*), sum(xmin::text::bigint)) FROM reference.device_category)) AS mark`,
  );
  return row?.mark ?? "";
}

/** The reference tables as the database holds them. */
export async function referenceTables(reader: Reader): Promise<ReferenceTables> {
  const [places, memberships, names, successions] = [
    await reader.rows(
      `SELECT code, level, name, kind, benchmark_group AS "benchmarkGroup", postcode, ons_code AS "onsCode",
         opens::text, closes::text, synthetic FROM reference.place ORDER BY code`,
    ),
    await reader.rows(
      `SELECT child, parent, valid_from::text AS "from", valid_to::text AS "to", evidence, note
       FROM reference.membership ORDER BY child, valid_from NULLS FIRST`,
    ),
    await reader.rows("SELECT code, name, until::text FROM reference.place_name ORDER BY code, until"),
    await reader.rows(
      `SELECT from_code AS "from", to_code AS "to", date::text, kind, note FROM reference.succession ORDER BY from_code, to_code`,
    ),
  ];
  return {
    places: places as ReferenceTables["places"][number][],
    memberships: memberships as ReferenceTables["memberships"][number][],
    names: names as ReferenceTables["names"][number][],
    successions: successions as ReferenceTables["successions"][number][],
    formerCodes: [],
  };
}

export type OfficialStatistic = {
  source: string;
  organisation: string;
  /** First day of the month, ISO. */
  month: string;
  staffGroup: string;
  startWte: number | null;
  endWte: number | null;
  joinersWte: number | null;
  leaversWte: number | null;
};

/** Replaces the official statistics of the sources given, as the owner. */
export async function loadOfficialStatistics(
  owner: Pick<Client, "query">,
  rows: readonly OfficialStatistic[],
): Promise<void> {
  await owner.query("DELETE FROM published.official_statistic WHERE source = ANY($1)", [
    [...new Set(rows.map((row) => row.source))],
  ]);
  await insert(
    owner,
    "published.official_statistic",
    "source text, organisation text, month date, staff_group text, start_wte numeric, end_wte numeric, joiners_wte numeric, leavers_wte numeric",
    rows.map((row) => ({
      source: row.source,
      organisation: row.organisation,
      month: row.month,
      staff_group: row.staffGroup,
      start_wte: row.startWte,
      end_wte: row.endWte,
      joiners_wte: row.joinersWte,
      leavers_wte: row.leaversWte,
    })),
  );
}

export type DeviceCategory = { code: string; title: string; usualRiskClass: string };

export async function loadDeviceCategories(
  owner: Pick<Client, "query">,
  categories: readonly DeviceCategory[],
): Promise<void> {
  await insert(
    owner,
    "reference.device_category",
    "code text, title text, usual_risk_class text",
    categories.map((category) => ({
      code: category.code,
      title: category.title,
      usual_risk_class: category.usualRiskClass,
    })),
    "ON CONFLICT (code) DO UPDATE SET title = excluded.title, usual_risk_class = excluded.usual_risk_class",
  );
}

export const deviceCategories = (reader: Reader) =>
  reader.rows<DeviceCategory>(
    `SELECT code, title, usual_risk_class AS "usualRiskClass" FROM reference.device_category ORDER BY code`,
  );

/** Whether a code is an organisation's, open or closed. */
export async function isOrganisation(reader: Reader, code: string): Promise<boolean> {
  const rows = await reader.rows("SELECT 1 FROM reference.place WHERE code = $1 AND level = 'organisation'", [
    code,
  ]);
  return rows.length > 0;
}
