import { sql } from "drizzle-orm";
import { check, index, pgSchema, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
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
  },
  (t) => [
    unique("membership_once").on(t.person, t.role, t.organisation).nullsNotDistinct(),
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
