import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  numeric,
  pgSchema,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

/** What is disclosure-safe. Everything that a page, file or interface shows comes from here. */
export const published = pgSchema("published");

export const release = published.table(
  "release",
  {
    number: integer().primaryKey(),
    census: date({ mode: "string" }).notNull(),
    status: text().notNull(),
    builtAt: timestamp("built_at", { withTimezone: true, mode: "string" }).notNull().defaultNow(),
    publishedAt: timestamp("published_at", { withTimezone: true, mode: "string" }),
    hash: text().notNull(),
    geographyDate: date("geography_date", { mode: "string" }).notNull(),
    synthetic: boolean().notNull(),
    /** Its collection still takes returns: pages say *provisional*. */
    collectionOpen: boolean("collection_open").notNull(),
    ruleSet: text("rule_set").notNull(),
    codeVersion: text("code_version").notNull(),
    /** Why it was withdrawn. */
    note: text(),
    /** The release that this one corrects. */
    replaces: integer(),
    /** What it says about itself: what is new in it, and why it corrects another. Never changed once published. */
    about: text(),
    withdrawnAt: timestamp("withdrawn_at", { withTimezone: true, mode: "string" }),
  },
  (t) => [
    check("release_status", sql`${t.status} in ('built','in_review','published','corrected','withdrawn')`),
  ],
);

export const releasePlace = published.table(
  "place",
  {
    release: integer()
      .notNull()
      .references(() => release.number),
    code: text().notNull(),
    level: text().notNull(),
    name: text().notNull(),
    parent: text(),
    kind: text(),
    synthetic: boolean().notNull(),
    /** Organisations only: returned, nil, not_returned or served; with the host's code after a colon where it is named. */
    response: text(),
  },
  (t) => [primaryKey({ columns: [t.release, t.code] }), index("place_parent").on(t.release, t.parent)],
);

export const figure = published.table(
  "figure",
  {
    release: integer()
      .notNull()
      .references(() => release.number),
    cellId: text("cell_id").notNull(),
    level: text().notNull(),
    place: text().notNull(),
    dimension: text().notNull(),
    category: text().notNull(),
    measure: text().notNull(),
    basis: text().notNull(),
    audience: text().notNull(),
    value: numeric({ mode: "number" }),
    symbol: text(),
    low: numeric({ mode: "number" }),
    high: numeric({ mode: "number" }),
  },
  (t) => [
    primaryKey({ columns: [t.release, t.cellId] }),
    index("figure_place").on(t.release, t.place),
    index("figure_measure").on(t.release, t.measure, t.level),
    check("figure_basis", sql`${t.basis} in ('returned','estimated')`),
    check("figure_audience", sql`${t.audience} in ('public','members')`),
    check("figure_symbol", sql`${t.symbol} is null or ${t.value} is null`),
  ],
);

export const chart = published.table(
  "chart",
  {
    release: integer()
      .notNull()
      .references(() => release.number),
    path: text().notNull(),
    svg: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.release, t.path] })],
);

/**
 * What projections of a place start from: a population fitted to the release's public figures, how well it fits, and the
 * look ahead from it, worked out once. Releases of before looks were kept have none.
 */
export const base = published.table(
  "base",
  {
    release: integer()
      .notNull()
      .references(() => release.number),
    place: text().notNull(),
    fit: jsonb().notNull(),
    look: jsonb(),
  },
  (t) => [primaryKey({ columns: [t.release, t.place] })],
);

/** Rates of the profession and its groups, estimated from the returns behind a release (docs/method/estimation.md). */
export const rate = published.table(
  "rate",
  {
    release: integer()
      .notNull()
      .references(() => release.number),
    rate: text().notNull(),
    /** A group of the supply model; `all` is the profession. */
    group: text("staff_group").notNull(),
    value: doublePrecision().notNull(),
    low: doublePrecision().notNull(),
    high: doublePrecision().notNull(),
    people: integer().notNull(),
    events: integer().notNull(),
    organisations: integer().notNull(),
    priorShare: doublePrecision("prior_share").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.release, t.rate, t.group] }),
    check("rate_known", sql`${t.rate} in ('leave','move','promote','retire','fill')`),
  ],
);

/** How looks ahead from an earlier release did on the census of this one, by measure: means over places. */
export const score = published.table(
  "score",
  {
    release: integer()
      .notNull()
      .references(() => release.number),
    measure: text().notNull(),
    /** The release that was projected from, and its census. */
    fromRelease: integer("from_release").notNull(),
    fromCensus: date("from_census", { mode: "string" }).notNull(),
    yearsAhead: integer("years_ahead").notNull(),
    figures: integer().notNull(),
    covered50: doublePrecision("covered_50").notNull(),
    covered90: doublePrecision("covered_90").notNull(),
    bias: doublePrecision().notNull(),
    crps: doublePrecision().notNull(),
    intervalScore90: doublePrecision("interval_score_90").notNull(),
    sameBias: doublePrecision("same_bias").notNull(),
    sameCrps: doublePrecision("same_crps").notNull(),
  },
  (t) => [primaryKey({ columns: [t.release, t.measure, t.fromRelease] })],
);

/**
 * One row: counts every change of what visitors may see (a publication, a withdrawal, a collection that closes).
 * Pages are stamped with it, and a page with an older stamp is drawn again.
 */
export const edition = published.table(
  "edition",
  { only: boolean().primaryKey().default(true), version: integer().notNull() },
  (t) => [check("edition_only", sql`${t.only}`)],
);

/** Other bodies' statistics, as their source has them. */
export const officialStatistic = published.table(
  "official_statistic",
  {
    source: text().notNull(),
    organisation: text().notNull(),
    month: date({ mode: "string" }).notNull(),
    staffGroup: text("staff_group").notNull(),
    startWte: numeric("start_wte", { mode: "number" }),
    endWte: numeric("end_wte", { mode: "number" }),
    joinersWte: numeric("joiners_wte", { mode: "number" }),
    leaversWte: numeric("leavers_wte", { mode: "number" }),
  },
  (t) => [primaryKey({ columns: [t.source, t.organisation, t.month, t.staffGroup] })],
);
