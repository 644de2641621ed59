import { sql } from "drizzle-orm";
import { boolean, check, date, index, pgSchema, primaryKey, text } from "drizzle-orm/pg-core";

/** Facts about the world: places with dates, collections. Loaded from `data/reference`, read by everyone. */
export const reference = pgSchema("reference");

export const place = reference.table(
  "place",
  {
    code: text().primaryKey(),
    level: text().notNull(),
    name: text().notNull(),
    kind: text(),
    benchmarkGroup: text("benchmark_group"),
    postcode: text(),
    onsCode: text("ons_code"),
    opens: date({ mode: "string" }),
    closes: date({ mode: "string" }),
    synthetic: boolean().notNull().default(false),
  },
  (t) => [
    check("place_level", sql`${t.level} in ('united_kingdom','nation','region','board','organisation')`),
    check("place_dates", sql`${t.opens} <= ${t.closes}`),
  ],
);

export const membership = reference.table(
  "membership",
  {
    child: text()
      .notNull()
      .references(() => place.code),
    parent: text()
      .notNull()
      .references(() => place.code),
    /** Null is "always": only where the source itself gives no beginning. */
    validFrom: date("valid_from", { mode: "string" }),
    validTo: date("valid_to", { mode: "string" }),
    evidence: text().notNull(),
    note: text(),
  },
  (t) => [
    check("membership_evidence", sql`${t.evidence} in ('fact','assumption')`),
    check("membership_dates", sql`${t.validFrom} <= ${t.validTo}`),
    index("membership_child").on(t.child),
    index("membership_parent").on(t.parent),
  ],
);

export const placeName = reference.table("place_name", {
  code: text()
    .notNull()
    .references(() => place.code),
  name: text().notNull(),
  until: date({ mode: "string" }),
});

export const succession = reference.table("succession", {
  fromCode: text("from_code")
    .notNull()
    .references(() => place.code),
  /** Null: the successor is not known. */
  toCode: text("to_code").references(() => place.code),
  date: date({ mode: "string" }),
  kind: text().notNull(),
  note: text(),
});

/** A census date and its window. */
export const collection = reference.table(
  "collection",
  {
    census: date({ mode: "string" }).primaryKey(),
    title: text().notNull(),
    opens: date({ mode: "string" }).notNull(),
    closes: date({ mode: "string" }),
    status: text().notNull(),
    synthetic: boolean().notNull().default(false),
  },
  (t) => [check("collection_status", sql`${t.status} in ('open','closed')`)],
);

/** Which organisations a collection asks. */
export const frame = reference.table(
  "frame",
  {
    census: date({ mode: "string" })
      .notNull()
      .references(() => collection.census),
    organisation: text()
      .notNull()
      .references(() => place.code),
  },
  (t) => [primaryKey({ columns: [t.census, t.organisation] })],
);

/** Kinds of device, by the project's own list. Times and intervals in its table are illustrative. */
export const deviceCategory = reference.table("device_category", {
  code: text().primaryKey(),
  title: text().notNull(),
  usualRiskClass: text("usual_risk_class").notNull(),
});
