import { bigint, jsonb, pgSchema, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** Who did what, when. Append-only and hash-chained: see the migration for the triggers. */
export const audit = pgSchema("audit");

export const event = audit.table("event", {
  /** 1, 2, 3 … without a gap: the trigger numbers it, and a missing one shows. */
  id: bigint({ mode: "number" }).primaryKey(),
  at: timestamp({ withTimezone: true, mode: "string" }).notNull().defaultNow(),
  /** `person`, `operator` (the command line and the first run), `worker`, or `public` (nobody that is known). */
  actorKind: text("actor_kind").notNull(),
  person: uuid(),
  verb: text().notNull(),
  organisation: text(),
  subject: text().notNull(),
  detail: jsonb().notNull().default({}),
  /** Both filled by a trigger; hash = sha256(previous hash, this event). */
  previousHash: text("previous_hash"),
  hash: text(),
});
