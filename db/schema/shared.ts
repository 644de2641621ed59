import { sql } from "drizzle-orm";
import { check, integer, numeric, pgSchema, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { release } from "./published";
import { place } from "./reference";

/** What reciprocal organisations show one another. Row-level security: both must be reciprocal. */
export const shared = pgSchema("shared");

export const choice = shared.table(
  "choice",
  {
    organisation: text()
      .primaryKey()
      .references(() => place.code),
    choice: text().notNull().default("none"),
    since: timestamp({ withTimezone: true, mode: "string" }).notNull().defaultNow(),
  },
  (t) => [check("choice_value", sql`${t.choice} in ('none','unnamed','reciprocal')`)],
);

export const sharedFigure = shared.table(
  "figure",
  {
    release: integer()
      .notNull()
      .references(() => release.number),
    organisation: text()
      .notNull()
      .references(() => place.code),
    measure: text().notNull(),
    value: numeric({ mode: "number" }),
  },
  (t) => [primaryKey({ columns: [t.release, t.organisation, t.measure] })],
);
