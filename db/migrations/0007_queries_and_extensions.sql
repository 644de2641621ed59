CREATE TABLE "intake"."extension" (
	"census" date NOT NULL,
	"organisation" text NOT NULL,
	"until" date NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "extension_census_organisation_pk" PRIMARY KEY("census","organisation")
);
--> statement-breakpoint
CREATE TABLE "intake"."query" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"return_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	"side" text NOT NULL,
	"code" text,
	"part" text,
	"service_unit" text,
	"line" integer,
	"column_name" text,
	"value" text,
	"state" text DEFAULT 'open' NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "query_side" CHECK ("intake"."query"."side" in ('administrator','organisation')),
	CONSTRAINT "query_state" CHECK ("intake"."query"."state" in ('open','answered','closed'))
);
--> statement-breakpoint
CREATE TABLE "intake"."query_message" (
	"query_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	"position" integer NOT NULL,
	"side" text NOT NULL,
	"person" uuid,
	"text" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "query_message_query_id_position_pk" PRIMARY KEY("query_id","position"),
	CONSTRAINT "query_message_side" CHECK ("intake"."query_message"."side" in ('administrator','organisation'))
);
--> statement-breakpoint
ALTER TABLE "account"."membership" DROP CONSTRAINT "membership_once";--> statement-breakpoint
ALTER TABLE "account"."membership" ADD COLUMN "service_unit" text;--> statement-breakpoint
ALTER TABLE "intake"."extension" ADD CONSTRAINT "extension_census_collection_census_fk" FOREIGN KEY ("census") REFERENCES "reference"."collection"("census") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."extension" ADD CONSTRAINT "extension_organisation_place_code_fk" FOREIGN KEY ("organisation") REFERENCES "reference"."place"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."query" ADD CONSTRAINT "query_return_id_return_id_fk" FOREIGN KEY ("return_id") REFERENCES "intake"."return"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."query_message" ADD CONSTRAINT "query_message_query_id_query_id_fk" FOREIGN KEY ("query_id") REFERENCES "intake"."query"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "query_return" ON "intake"."query" USING btree ("return_id");--> statement-breakpoint
ALTER TABLE "account"."membership" ADD CONSTRAINT "membership_once" UNIQUE NULLS NOT DISTINCT("person","role","organisation","service_unit");--> statement-breakpoint
ALTER TABLE "account"."membership" ADD CONSTRAINT "membership_unit" CHECK ("account"."membership"."service_unit" is null or ("account"."membership"."role" = 'submitter' and "account"."membership"."service_unit" <> ''));
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['extension','query','query_message'] LOOP
    EXECUTE format('ALTER TABLE intake.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE intake.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own ON intake.%I TO muster_intake, muster_owner
      USING (organisation = ANY ((SELECT intake.own_organisations())::text[]))
      WITH CHECK (organisation = ANY ((SELECT intake.own_organisations())::text[]))', name);
    EXECUTE format('GRANT SELECT ON intake.%I TO muster_intake', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- More time is the administrators' to give, and the organisation's to know.
CREATE POLICY operator_gives ON intake.extension TO muster_operator USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON intake.extension TO muster_operator;
--> statement-breakpoint
GRANT INSERT, UPDATE (state) ON intake.query TO muster_intake;
--> statement-breakpoint
GRANT INSERT ON intake.query_message TO muster_intake;
--> statement-breakpoint
-- Administrators see what they asked and what was answered; what an organisation's own people ask one another stays
-- theirs, and a value of a file stays theirs too: an answer tells of it what they choose to tell.
CREATE POLICY operator_asks ON intake.query TO muster_operator
  USING (side = 'administrator') WITH CHECK (side = 'administrator');
--> statement-breakpoint
GRANT SELECT (id, return_id, organisation, side, code, part, service_unit, line, column_name, state, at),
  INSERT (return_id, organisation, side, code, part, service_unit), UPDATE (state) ON intake.query TO muster_operator;
--> statement-breakpoint
CREATE POLICY operator_talks ON intake.query_message TO muster_operator
  USING (query_id IN (SELECT q.id FROM intake.query q WHERE q.side = 'administrator'))
  WITH CHECK (side = 'administrator' AND query_id IN (SELECT q.id FROM intake.query q WHERE q.side = 'administrator'));
--> statement-breakpoint
GRANT SELECT, INSERT ON intake.query_message TO muster_operator;
--> statement-breakpoint
CREATE TRIGGER query_message_never_changes BEFORE UPDATE OR DELETE ON intake.query_message FOR EACH ROW EXECUTE FUNCTION intake.never_changes();
--> statement-breakpoint
-- To ask about a version, administrators see which rules spoke how often in its files: never a value, a line or a count
-- of rows.
CREATE POLICY operator_sees_rules ON intake.part FOR SELECT TO muster_operator
  USING (id IN (SELECT s.part_id FROM intake.submission_part s));
--> statement-breakpoint
GRANT SELECT (id, return_id, organisation, part, service_unit, counts) ON intake.part TO muster_operator;
--> statement-breakpoint
CREATE POLICY operator_sees_rules ON intake.submission_part FOR SELECT TO muster_operator USING (true);
--> statement-breakpoint
GRANT SELECT ON intake.submission_part TO muster_operator;
