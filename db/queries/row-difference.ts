import type { RowCounts } from "@/lib/returns/difference";
import type { RowOfSide } from "@/lib/returns/pair-rows";
import type { Column, Part, PartName } from "@/lib/returns/part";
import { comparedColumns, ROW_KEYS } from "@/lib/returns/row-keys";
import { rowTable } from "../declared-tables";
import type { Reader } from "../transaction";
import { asRead } from "./declared-rows";

/** The files of a part in two versions. */
export type TwoSides = { now: readonly string[]; before: readonly string[] };

/** A value as it is compared: sets in one order. */
const asCompared = ({ name, type }: Column): string =>
  type === "set" ? `(SELECT array_agg(one ORDER BY one) FROM unnest("${name}") AS one)` : `"${name}"`;

function keyOf(part: PartName): string {
  const key = ROW_KEYS[part];
  if (!key) return "NULL::text";
  if (key.kind === "own") return `lower("${key.columns[0]}")`;
  return `concat_ws('|', ${key.columns.map((name) => `coalesce("${name}", '${key.blank?.[name] ?? ""}')`).join(", ")})`;
}

/** A device that was out of use at its census already is no device that goes missing. */
const hereOf = (part: PartName): string =>
  part === "assets" ? "(disposed IS NULL OR disposed > census_date)" : "true";

/**
 * The rows of both versions by hashes of 64 bits: of their key, and of all that is compared. By the files' own ids on
 * each side, so that no partition but theirs is opened.
 */
function lines(part: Part, more = "", where = ""): string {
  const compared = comparedColumns(part).map(asCompared).join(", ");
  const side = (isNow: boolean, ids: string) =>
    `SELECT ${isNow} AS is_now, line, hashtextextended(${keyOf(part.name)}, 0) AS key, ${hereOf(part.name)} AS here,
       hash_record_extended(ROW(${compared}), 0) AS mark${more}
     FROM intake.${rowTable(part.name)} WHERE part_id = ANY(${ids}::uuid[])${where}`;
  return `${side(true, "$1")} UNION ALL ${side(false, "$2")}`;
}

/** Rows by key: how many each side has, and how many are the same on both. */
const keyed = (part: Part): string =>
  `cell AS (
     SELECT key, count(*) FILTER (WHERE is_now) AS now, count(*) FILTER (WHERE NOT is_now) AS before,
       count(*) FILTER (WHERE NOT is_now AND here) AS here, min(line) FILTER (WHERE is_now) AS now_line, min(line) AS line
     FROM (${lines(part)}) line GROUP BY key, mark
   ), keyed AS (
     SELECT key, sum(now) AS now, sum(before) AS before, sum(here) AS here, sum(least(now, before)) AS same,
       coalesce(min(now_line), min(line)) AS line
     FROM cell GROUP BY key
   )`;

/** What the database may keep in memory for it; it sorts the rest on disk. */
const withMemory = (reader: Reader) => reader.rows("SELECT set_config('work_mem', '64MB', true)");

/**
 * How the rows of a part in two versions match. Of the rows of one key those that are equal in all are the same; as many
 * of the others as both sides have are changed.
 */
export async function differenceCounts(
  reader: Reader,
  part: Part,
  { now, before }: TwoSides,
): Promise<RowCounts> {
  await withMemory(reader);
  const sum = (what: string, of: string) =>
    `coalesce(sum(${what}) FILTER (WHERE key IS ${of} NULL), 0)::float8`;
  const [counts] = await reader.rows<RowCounts>(
    `WITH ${keyed(part)}
     SELECT ${sum("now", "NOT")} AS now, ${sum("here", "NOT")} AS before,
       ${sum("greatest(now - before, 0)", "NOT")} AS added, ${sum("least(now, before) - same", "NOT")} AS changed,
       ${sum("least(greatest(before - now, 0), here)", "NOT")} AS removed, ${sum("same", "NOT")} AS same,
       ${sum("now", "")} AS "unkeyedNow", ${sum("before", "")} AS "unkeyedBefore", ${sum("same", "")} AS "unkeyedEqual"
     FROM keyed`,
    [now, before],
  );
  return counts as RowCounts;
}

/** The rows of some keys on both sides, in no order. */
const rowsWhere = (reader: Reader, part: Part, { now, before }: TwoSides, where: string, given: unknown[]) =>
  reader.rows<RowOfSide>(
    `SELECT is_now AS "isNow", line, mark::text, here, row
     FROM (${lines(part, `, (SELECT to_jsonb(one) FROM (SELECT ${part.columns.map(asRead).join(", ")}) one) AS row`, where)}) line`,
    [now, before, ...given],
  );

/** The first keys whose rows differ: those removed first, then changed, then added, in the order of the lines. */
export async function firstDifferentKeys(
  reader: Reader,
  part: Part,
  sides: TwoSides,
  limit: number,
): Promise<string[]> {
  await withMemory(reader);
  const keys = await reader.rows<{ key: string }>(
    `WITH ${keyed(part)}
     SELECT key::text FROM keyed WHERE key IS NOT NULL AND (now <> before OR same <> now)
     ORDER BY CASE WHEN now < before AND here > 0 THEN 0 WHEN now = before THEN 1 ELSE 2 END, line LIMIT $3`,
    [sides.now, sides.before, limit],
  );
  return keys.map(({ key }) => key);
}

/** The rows of some keys, as they are given by `firstDifferentKeys`. */
export const rowsOfKeys = (
  reader: Reader,
  part: Part,
  sides: TwoSides,
  keys: readonly string[],
): Promise<RowOfSide[]> =>
  rowsWhere(reader, part, sides, ` AND hashtextextended(${keyOf(part.name)}, 0) = ANY($3::bigint[])`, [keys]);

/** All rows of one of so many shares of the keys, so that a long list is read in pieces of about one size. */
export const rowsOfShare = (
  reader: Reader,
  part: Part,
  sides: TwoSides,
  { share, of }: { share: number; of: number },
): Promise<RowOfSide[]> =>
  rowsWhere(reader, part, sides, ` AND abs(hashtext(${keyOf(part.name)})::bigint) % $4::int = $3::int`, [
    share,
    of,
  ]);
