import type { Figure } from "@/lib/disclosure/figure";
import type { PublishedPlace, Release } from "@/lib/published/release";
import type { LookAhead } from "@/lib/scenarios/look-ahead";
import type { StoredScore } from "@/lib/scenarios/score-looks";
import type { PublishedRate } from "@/lib/supply/estimation/published-rates";
import type { Base } from "@/lib/supply/fit-base";
import type { Reader, Transaction } from "../transaction";
import { lockBuilds } from "./locks";

const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const COLUMNS = `r.number, r.census::text, r.status, ${instant("r.built_at")} AS "builtAt",
  ${instant("r.published_at")} AS "publishedAt", r.hash, r.geography_date::text AS "geographyDate", r.synthetic,
  r.collection_open AS "collectionOpen", r.rule_set AS "ruleSet", r.code_version AS "codeVersion", r.note, r.replaces,
  r.about, ${instant("r.withdrawn_at")} AS "withdrawnAt"`;

/** All releases that the role may see, newest first. */
export const releases = (reader: Reader) =>
  reader.rows<Release>(`SELECT ${COLUMNS} FROM published.release r ORDER BY r.number DESC`);

export type SignOff = { release: number; builtBy: string | null; publishedBy: string | null };

export const signOffs = (reader: Reader) =>
  reader.rows<SignOff>(
    `SELECT release, built_by AS "builtBy", published_by AS "publishedBy" FROM intake.release_sign_off ORDER BY release`,
  );

export type ReleaseGiven = {
  census: string;
  hash: string;
  geographyDate: string;
  synthetic: boolean;
  collectionOpen: boolean;
  ruleSet: string;
  codeVersion: string;
  note: string | null;
  builtBy: string | null;
  places: readonly PublishedPlace[];
  figures: readonly Figure[];
  charts: readonly { path: string; svg: string }[];
  bases: readonly { place: string; fit: Base; look: LookAhead }[];
  rates?: readonly PublishedRate[];
  scores?: readonly StoredScore[];
  submissions: readonly { id: string; organisation: string }[];
};

/** The number that the next release will have. Builds take turns: the lock is held to the end of the transaction. */
export async function nextReleaseNumber(transaction: Transaction): Promise<number> {
  await lockBuilds(transaction);
  const rows = await transaction.rows<{ next: number }>(
    "SELECT coalesce(max(number), 0) + 1 AS next FROM published.release",
  );
  return rows[0]?.next as number;
}

/** A built release of the same census that nobody has published gives way to the new one. */
export async function discardBuilt(transaction: Transaction, census: string): Promise<number[]> {
  const rows = await transaction.rows<{ number: number }>(
    "SELECT number FROM published.release WHERE census = $1 AND status = 'built'",
    [census],
  );
  for (const { number } of rows) {
    for (const table of [
      "published.rate",
      "published.score",
      "published.base",
      "published.chart",
      "published.figure",
      "published.place",
      "intake.release_input",
      "intake.release_sign_off",
      "intake.release_reading",
    ]) {
      await transaction.rows(`DELETE FROM ${table} WHERE release = $1`, [number]);
    }
    await transaction.rows("DELETE FROM published.release WHERE number = $1", [number]);
  }
  return rows.map((row) => row.number);
}

/** The submissions that a release was built from, in order. */
export async function inputsOf(reader: Reader, release: number): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    "SELECT submission_id AS id FROM intake.release_input WHERE release = $1 ORDER BY 1",
    [release],
  );
  return rows.map(({ id }) => id);
}

/** The organisations whose return a release counts and who have withdrawn it since. */
export async function withdrawnInputsOf(reader: Reader, release: number): Promise<string[]> {
  const rows = await reader.rows<{ organisation: string }>(
    `SELECT i.organisation FROM intake.release_input i JOIN intake.submission s ON s.id = i.submission_id
     WHERE i.release = $1 AND s.state = 'withdrawn' ORDER BY 1`,
    [release],
  );
  return rows.map(({ organisation }) => organisation);
}

/** The published release of a census that a new one would correct. */
export async function publishedOf(reader: Reader, census: string): Promise<number | null> {
  const rows = await reader.rows<{ number: number }>(
    "SELECT number FROM published.release WHERE census = $1 AND status = 'published' ORDER BY number DESC LIMIT 1",
    [census],
  );
  return rows[0]?.number ?? null;
}

/** Writes a whole release, immutable from its first change of status on. */
export async function insertRelease(
  transaction: Transaction,
  number: number,
  replaces: number | null,
  given: ReleaseGiven,
): Promise<void> {
  await transaction.rows(
    `INSERT INTO published.release (number, census, status, hash, geography_date, synthetic, collection_open, rule_set, code_version, note, replaces)
     VALUES ($1, $2, 'built', $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      number,
      given.census,
      given.hash,
      given.geographyDate,
      given.synthetic,
      given.collectionOpen,
      given.ruleSet,
      given.codeVersion,
      given.note,
      replaces,
    ],
  );
  await transaction.rows(
    `INSERT INTO published.place (release, code, level, name, parent, kind, synthetic, response)
     SELECT $1, code, level, name, parent, kind, synthetic, response || coalesce(':' || "servedBy", '')
     FROM jsonb_to_recordset($2) AS given(code text, level text, name text, parent text, kind text, synthetic boolean,
       response text, "servedBy" text)`,
    [number, JSON.stringify(given.places)],
  );
  await transaction.rows(
    `INSERT INTO published.figure (release, cell_id, level, place, dimension, category, measure, basis, audience, value, symbol, low, high)
     SELECT $1, "cellId", level, place, dimension, category, measure, basis, audience, value, symbol, low, high
     FROM jsonb_to_recordset($2) AS given("cellId" text, level text, place text, dimension text, category text, measure text,
       basis text, audience text, value numeric, symbol text, low numeric, high numeric)`,
    [number, JSON.stringify(given.figures)],
  );
  await transaction.rows(
    "INSERT INTO published.chart (release, path, svg) SELECT $1, path, svg FROM jsonb_to_recordset($2) AS given(path text, svg text)",
    [number, JSON.stringify(given.charts)],
  );
  await transaction.rows(
    "INSERT INTO published.base (release, place, fit, look) SELECT $1, place, fit, look FROM jsonb_to_recordset($2) AS given(place text, fit jsonb, look jsonb)",
    [number, JSON.stringify(given.bases)],
  );
  await transaction.rows(
    `INSERT INTO published.rate (release, rate, staff_group, value, low, high, people, events, organisations, prior_share)
     SELECT $1, rate, "group", value, low, high, people, events, organisations, "priorShare"
     FROM jsonb_to_recordset($2) AS given(rate text, "group" text, value float8, low float8, high float8, people int,
       events int, organisations int, "priorShare" float8)`,
    [number, JSON.stringify(given.rates ?? [])],
  );
  await transaction.rows(
    `INSERT INTO published.score (release, measure, from_release, from_census, years_ahead, figures, covered_50, covered_90,
       bias, crps, interval_score_90, same_bias, same_crps)
     SELECT $1, measure, "fromRelease", "fromCensus", "yearsAhead", figures, covered50, covered90, bias, crps,
       "intervalScore90", "sameBias", "sameCrps"
     FROM jsonb_to_recordset($2) AS given(measure text, "fromRelease" int, "fromCensus" date, "yearsAhead" int, figures int,
       covered50 float8, covered90 float8, bias float8, crps float8, "intervalScore90" float8, "sameBias" float8,
       "sameCrps" float8)`,
    [number, JSON.stringify(given.scores ?? [])],
  );
  await transaction.rows(
    `INSERT INTO intake.release_input (release, submission_id, organisation)
     SELECT $1, id, organisation FROM jsonb_to_recordset($2) AS given(id uuid, organisation text)`,
    [number, JSON.stringify(given.submissions)],
  );
  await transaction.rows("INSERT INTO intake.release_sign_off (release, built_by) VALUES ($1, $2)", [
    number,
    given.builtBy,
  ]);
}

/** Publishes a built release: false when it was not there to be published, because another was first. */
export async function setPublished(
  transaction: Transaction,
  number: number,
  publishedBy: string | null,
): Promise<boolean> {
  const rows = await transaction.rows(
    "UPDATE published.release SET status = 'published', published_at = now() WHERE number = $1 AND status IN ('built', 'in_review') RETURNING number",
    [number],
  );
  if (rows.length === 0) return false;
  await transaction.rows(
    `UPDATE published.release SET status = 'corrected' WHERE status = 'published'
       AND number = (SELECT replaces FROM published.release WHERE number = $1)`,
    [number],
  );
  await transaction.rows("UPDATE intake.release_sign_off SET published_by = $2 WHERE release = $1", [
    number,
    publishedBy,
  ]);
  return true;
}

/** A collection closed: its published releases are no longer provisional. */
export async function setCollectionClosed(transaction: Transaction, census: string): Promise<void> {
  await transaction.rows(
    "UPDATE published.release SET collection_open = false WHERE census = $1 AND collection_open",
    [census],
  );
}
