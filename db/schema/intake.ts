import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { collection, place } from "./reference";

/**
 * The organisations' own data: each sees its own rows only (row-level security, forced).
 * The row tables (`intake.workforce_row` …) come from the declarations of the parts: see db/declared-tables.ts.
 */
export const intake = pgSchema("intake");

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

export const staffingReturn = intake.table(
  "return",
  {
    id: uuid().primaryKey().defaultRandom(),
    census: date({ mode: "string" })
      .notNull()
      .references(() => collection.census),
    organisation: text()
      .notNull()
      .references(() => place.code),
    createdAt: timestamp("created_at", { withTimezone: true, mode: "string" }).notNull().defaultNow(),
  },
  (t) => [unique("return_once").on(t.census, t.organisation)],
);

/** One received file. Never changed: a later file is another part, and the draft points to it. */
export const receivedPart = intake.table(
  "part",
  {
    id: uuid().primaryKey(),
    returnId: uuid("return_id")
      .notNull()
      .references(() => staffingReturn.id),
    organisation: text().notNull(),
    part: text().notNull(),
    serviceUnit: text("service_unit").notNull().default(""),
    verdict: text().notNull(),
    rows: integer().notNull(),
    fileName: text("file_name").notNull(),
    byteCount: bigint("byte_count", { mode: "number" }).notNull(),
    sha256: text().notNull(),
    /** False where the file held an unknown column or personal data: then only rows and SHA-256 are kept. */
    bytesKept: boolean("bytes_kept").notNull(),
    ruleSet: text("rule_set").notNull(),
    /** The version of the organisation's mapping by which it was read; null where it had none. */
    mapping: integer(),
    /** The fingerprint of the key with which its person keys were hashed; null where that is not known. */
    keyFingerprint: text("key_fingerprint"),
    schemaVersion: text("schema_version").notNull(),
    repairs: jsonb().notNull().default([]),
    /** How often each rule spoke, all findings counted; of a rule that speaks often only the first are kept as findings. */
    counts: jsonb().notNull().default([]),
    receivedBy: uuid("received_by"),
    receivedAt: timestamp("received_at", { withTimezone: true, mode: "string" }).notNull().defaultNow(),
  },
  (t) => [
    index("part_return").on(t.returnId),
    check("part_verdict", sql`${t.verdict} in ('accepted','errors')`),
  ],
);

export const chunk = intake.table(
  "chunk",
  {
    partId: uuid("part_id").notNull(),
    organisation: text().notNull(),
    position: integer().notNull(),
    bytes: bytea().notNull(),
    /** Whether the piece is kept in fewer bytes than it came in (Brotli). */
    packed: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.partId, t.position] })],
);

export const finding = intake.table(
  "finding",
  {
    partId: uuid("part_id")
      .notNull()
      .references(() => receivedPart.id, { onDelete: "cascade" }),
    organisation: text().notNull(),
    position: integer().notNull(),
    severity: text().notNull(),
    code: text().notNull(),
    line: integer(),
    column: text("column_name"),
    header: text(),
    headerPosition: integer("header_position"),
    value: text(),
    message: text().notNull(),
    mend: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partId, t.position] }),
    check("finding_severity", sql`${t.severity} in ('error','warning','notice')`),
  ],
);

/** The mutable draft: which received file stands for each part and service unit. */
export const draftPart = intake.table(
  "draft_part",
  {
    returnId: uuid("return_id")
      .notNull()
      .references(() => staffingReturn.id),
    organisation: text().notNull(),
    part: text().notNull(),
    serviceUnit: text("service_unit").notNull().default(""),
    partId: uuid("part_id")
      .notNull()
      .references(() => receivedPart.id),
  },
  (t) => [primaryKey({ columns: [t.returnId, t.part, t.serviceUnit] })],
);

/** A warning of one received file, accepted with a reason. */
export const acknowledgement = intake.table(
  "acknowledgement",
  {
    partId: uuid("part_id")
      .notNull()
      .references(() => receivedPart.id, { onDelete: "cascade" }),
    organisation: text().notNull(),
    code: text().notNull(),
    reason: text().notNull(),
    person: uuid(),
    at: timestamp({ withTimezone: true, mode: "string" }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.partId, t.code] })],
);

/** Until when one organisation may answer beyond the closing of a collection. */
export const extension = intake.table(
  "extension",
  {
    census: date({ mode: "string" })
      .notNull()
      .references(() => collection.census),
    organisation: text()
      .notNull()
      .references(() => place.code),
    until: date({ mode: "string" }).notNull(),
    reason: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.census, t.organisation] })],
);

/** A question about a return, tied to a rule and, where one was meant, to a value of a file. */
export const query = intake.table(
  "query",
  {
    id: uuid().primaryKey().defaultRandom(),
    returnId: uuid("return_id")
      .notNull()
      .references(() => staffingReturn.id),
    organisation: text().notNull(),
    /** Who asked: the collection's administrators, or the organisation's own approver. */
    side: text().notNull(),
    /** The rule; null where the question is about none. */
    code: text(),
    part: text(),
    serviceUnit: text("service_unit"),
    line: integer(),
    column: text("column_name"),
    /** The cell as it stood; only the organisation's own people may read it. */
    value: text(),
    state: text().notNull().default("open"),
    at: timestamp({ withTimezone: true, mode: "string" }).notNull().defaultNow(),
  },
  (t) => [
    index("query_return").on(t.returnId),
    check("query_side", sql`${t.side} in ('administrator','organisation')`),
    check("query_state", sql`${t.state} in ('open','answered','closed')`),
  ],
);

/** What was said in a query, in order; never changed. */
export const queryMessage = intake.table(
  "query_message",
  {
    queryId: uuid("query_id")
      .notNull()
      .references(() => query.id),
    organisation: text().notNull(),
    position: integer().notNull(),
    side: text().notNull(),
    /** Null is the operator. */
    person: uuid(),
    text: text().notNull(),
    at: timestamp({ withTimezone: true, mode: "string" }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.queryId, t.position] }),
    check("query_message_side", sql`${t.side} in ('administrator','organisation')`),
  ],
);

/** An immutable version of an organisation's answer. */
export const submission = intake.table(
  "submission",
  {
    id: uuid().primaryKey().defaultRandom(),
    returnId: uuid("return_id")
      .notNull()
      .references(() => staffingReturn.id),
    organisation: text().notNull(),
    version: integer().notNull(),
    kind: text().notNull(),
    state: text().notNull(),
    /** Nil returns: contracted, served or none. */
    nilReason: text("nil_reason"),
    servedBy: text("served_by").references(() => place.code),
    /** Why so many posts or devices of the version before are gone; null where nobody was asked. */
    removalReason: text("removal_reason"),
    /** Rules over the whole return that spoke as it was submitted, each with the part that it was put to. */
    wholeRules: jsonb("whole_rules").notNull().default([]),
    submittedBy: uuid("submitted_by"),
    submittedAt: timestamp("submitted_at", { withTimezone: true, mode: "string" }).notNull().defaultNow(),
    approvedBy: uuid("approved_by"),
    approvedAt: timestamp("approved_at", { withTimezone: true, mode: "string" }),
  },
  (t) => [
    unique("submission_version").on(t.returnId, t.version),
    uniqueIndex("submission_one_approved").on(t.returnId).where(sql`state = 'approved'`),
    uniqueIndex("submission_one_waiting").on(t.returnId).where(sql`state = 'submitted'`),
    check("submission_kind", sql`${t.kind} in ('files','nil')`),
    check("submission_state", sql`${t.state} in ('submitted','approved','superseded','withdrawn')`),
    check("submission_nil", sql`(${t.kind} = 'nil') = (${t.nilReason} is not null)`),
    check("submission_two_people", sql`${t.approvedBy} is null or ${t.approvedBy} <> ${t.submittedBy}`),
  ],
);

export const submissionPart = intake.table(
  "submission_part",
  {
    submissionId: uuid("submission_id")
      .notNull()
      .references(() => submission.id),
    partId: uuid("part_id")
      .notNull()
      .references(() => receivedPart.id),
    organisation: text().notNull(),
  },
  // By file, too: every row added to a file asks whether a version holds it.
  (t) => [primaryKey({ columns: [t.submissionId, t.partId] }), index("submission_part_part").on(t.partId)],
);

/** Which drawings of a cell were published, permanently: confidential, read by the build alone. */
export const disclosureLedger = intake.table("disclosure_ledger", {
  ident: text().primaryKey(),
  draws: integer().notNull(),
  firstRelease: integer("first_release").notNull(),
});

/** Which cells are withheld, for one census each and for that one for good: confidential, as the ledger is. */
export const disclosureWithheld = intake.table(
  "disclosure_withheld",
  {
    ident: text()
      .notNull()
      .references(() => disclosureLedger.ident),
    census: date({ mode: "string" })
      .notNull()
      .references(() => collection.census),
  },
  (t) => [primaryKey({ columns: [t.ident, t.census] })],
);

/** Which submissions a release was built from: confidential, for "who did what" afterwards. */
export const releaseInput = intake.table(
  "release_input",
  {
    release: integer().notNull(),
    submissionId: uuid("submission_id")
      .notNull()
      .references(() => submission.id),
    organisation: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.release, t.submissionId] })],
);

/** Which two people stand behind a release: not public. Null is the operator. */
export const releaseSignOff = intake.table("release_sign_off", {
  release: integer().primaryKey(),
  builtBy: uuid("built_by"),
  publishedBy: uuid("published_by"),
});

/** What a person has looked at before a release was published, and in which words they let it pass. Not public. */
export const releaseReading = intake.table(
  "release_reading",
  {
    release: integer().notNull(),
    /** Which point of the checklist: `lib/services/releases/checklist.ts`. */
    item: text().notNull(),
    person: uuid().notNull(),
    /** Why it may pass; null where it was only to be read. */
    words: text(),
    at: timestamp({ withTimezone: true, mode: "string" }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.release, t.item, t.person] })],
);

/**
 * What an organisation's own words mean, version by version: the newest is in force, and a file says by which one it was
 * read. Never changed.
 */
export const mapping = intake.table(
  "mapping",
  {
    organisation: text()
      .notNull()
      .references(() => place.code),
    version: integer().notNull(),
    headers: jsonb().notNull(),
    values: jsonb().notNull(),
    madeBy: uuid("made_by"),
    madeAt: timestamp("made_at", { withTimezone: true, mode: "string" }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.organisation, t.version] })],
);

/** The fingerprint of the key with which an organisation hashes its person keys: the key itself never comes here. */
export const personKey = intake.table("person_key", {
  organisation: text()
    .primaryKey()
    .references(() => place.code),
  fingerprint: text().notNull(),
  keptBy: uuid("kept_by"),
  keptAt: timestamp("kept_at", { withTimezone: true, mode: "string" }).notNull().defaultNow(),
});

/**
 * What took long to work out of received files, which never change, so that it is done once and for every process: it
 * can be thrown away at any time and is worked out again. A file that is forgotten takes it along.
 */
export const workedOut = intake.table(
  "worked_out",
  {
    organisation: text()
      .notNull()
      .references(() => place.code),
    /** Which result, and by which version of the code. */
    what: text().notNull(),
    /** SHA-256 of the numbers of the files, in the order in which they were looked at. */
    key: text().notNull(),
    files: uuid().array().notNull(),
    result: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisation, t.what, t.key] })],
);
