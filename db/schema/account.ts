import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgSchema, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { place } from "./reference";

/** People, how they sign in, and what they may do where. */
export const account = pgSchema("account");

export const person = account.table("person", {
  id: uuid().primaryKey().defaultRandom(),
  /** Lower case. */
  email: text().notNull().unique(),
  name: text().notNull(),
  passwordHash: text("password_hash"),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "string" }).notNull().defaultNow(),
  disabledAt: timestamp("disabled_at", { withTimezone: true, mode: "string" }),
});

export const personMembership = account.table(
  "membership",
  {
    id: uuid().primaryKey().defaultRandom(),
    person: uuid()
      .notNull()
      .references(() => person.id),
    role: text().notNull(),
    organisation: text().references(() => place.code),
    /** Of a submitter: the one service unit whose files this person sends; null sends the organisation's. */
    serviceUnit: text("service_unit"),
  },
  (t) => [
    unique("membership_once").on(t.person, t.role, t.organisation, t.serviceUnit).nullsNotDistinct(),
    check(
      "membership_unit",
      sql`${t.serviceUnit} is null or (${t.role} = 'submitter' and ${t.serviceUnit} <> '')`,
    ),
    index("membership_person").on(t.person),
    check(
      "membership_scope",
      sql`(${t.role} in ('submitter','approver','member') and ${t.organisation} is not null)
       or (${t.role} in ('planner','administrator') and ${t.organisation} is null)`,
    ),
  ],
);

/** A login at an identity provider, tied to a person by an administrator. */
export const login = account.table(
  "login",
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    person: uuid()
      .notNull()
      .references(() => person.id),
  },
  (t) => [unique("login_once").on(t.issuer, t.subject)],
);

/**
 * Attempts to sign in that have not succeeded, by account tried and by network address, in a window of time. Kept in
 * the database, so that every process counts the same. Who or where is a keyed hash: nothing of either is in clear.
 */
export const signInAttempt = account.table(
  "sign_in_attempt",
  {
    /** HMAC-SHA256 of the kind and the e-mail address or network address, hexadecimal. */
    subject: text().primaryKey(),
    failures: integer().notNull(),
    windowEnds: timestamp("window_ends", { withTimezone: true, mode: "string" }).notNull(),
    /** Set once a window, by the attempt that the audit tells of. */
    locked: boolean().notNull().default(false),
  },
  (t) => [
    index("sign_in_attempt_window").on(t.windowEnds),
    check("sign_in_attempt_subject", sql`${t.subject} ~ '^[0-9a-f]{64}$'`),
  ],
);
