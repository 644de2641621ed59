CREATE SCHEMA "account";
--> statement-breakpoint
CREATE SCHEMA "audit";
--> statement-breakpoint
CREATE SCHEMA "intake";
--> statement-breakpoint
CREATE SCHEMA "published";
--> statement-breakpoint
CREATE SCHEMA "reference";
--> statement-breakpoint
CREATE SCHEMA "shared";
--> statement-breakpoint
CREATE TABLE "account"."login" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"person" uuid NOT NULL,
	CONSTRAINT "login_once" UNIQUE("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "account"."person" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "person_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "account"."membership" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person" uuid NOT NULL,
	"role" text NOT NULL,
	"organisation" text,
	CONSTRAINT "membership_once" UNIQUE NULLS NOT DISTINCT("person","role","organisation"),
	CONSTRAINT "membership_scope" CHECK (("account"."membership"."role" in ('submitter','approver','member') and "account"."membership"."organisation" is not null)
       or ("account"."membership"."role" in ('planner','administrator') and "account"."membership"."organisation" is null))
);
--> statement-breakpoint
CREATE TABLE "audit"."event" (
	"id" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_kind" text NOT NULL,
	"person" uuid,
	"verb" text NOT NULL,
	"organisation" text,
	"subject" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"previous_hash" text,
	"hash" text
);
--> statement-breakpoint
CREATE TABLE "intake"."acknowledgement" (
	"part_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	"code" text NOT NULL,
	"reason" text NOT NULL,
	"person" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "acknowledgement_part_id_code_pk" PRIMARY KEY("part_id","code")
);
--> statement-breakpoint
CREATE TABLE "intake"."chunk" (
	"part_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	"position" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "chunk_part_id_position_pk" PRIMARY KEY("part_id","position")
);
--> statement-breakpoint
CREATE TABLE "intake"."disclosure_ledger" (
	"ident" text PRIMARY KEY NOT NULL,
	"draws" integer NOT NULL,
	"withheld" boolean NOT NULL,
	"first_release" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "intake"."draft_part" (
	"return_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	"part" text NOT NULL,
	"service_unit" text DEFAULT '' NOT NULL,
	"part_id" uuid NOT NULL,
	CONSTRAINT "draft_part_return_id_part_service_unit_pk" PRIMARY KEY("return_id","part","service_unit")
);
--> statement-breakpoint
CREATE TABLE "intake"."finding" (
	"part_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	"position" integer NOT NULL,
	"severity" text NOT NULL,
	"code" text NOT NULL,
	"line" integer,
	"column_name" text,
	"header" text,
	"header_position" integer,
	"value" text,
	"message" text NOT NULL,
	"mend" text NOT NULL,
	CONSTRAINT "finding_part_id_position_pk" PRIMARY KEY("part_id","position"),
	CONSTRAINT "finding_severity" CHECK ("intake"."finding"."severity" in ('error','warning','notice'))
);
--> statement-breakpoint
CREATE TABLE "intake"."part" (
	"id" uuid PRIMARY KEY NOT NULL,
	"return_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	"part" text NOT NULL,
	"service_unit" text DEFAULT '' NOT NULL,
	"verdict" text NOT NULL,
	"rows" integer NOT NULL,
	"file_name" text NOT NULL,
	"byte_count" bigint NOT NULL,
	"sha256" text NOT NULL,
	"bytes_kept" boolean NOT NULL,
	"rule_set" text NOT NULL,
	"schema_version" text NOT NULL,
	"repairs" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"counts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"received_by" uuid,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "part_verdict" CHECK ("intake"."part"."verdict" in ('accepted','errors'))
);
--> statement-breakpoint
CREATE TABLE "intake"."release_input" (
	"release" integer NOT NULL,
	"submission_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	CONSTRAINT "release_input_release_submission_id_pk" PRIMARY KEY("release","submission_id")
);
--> statement-breakpoint
CREATE TABLE "intake"."release_sign_off" (
	"release" integer PRIMARY KEY NOT NULL,
	"built_by" uuid,
	"published_by" uuid
);
--> statement-breakpoint
CREATE TABLE "intake"."return" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"census" date NOT NULL,
	"organisation" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "return_once" UNIQUE("census","organisation")
);
--> statement-breakpoint
CREATE TABLE "intake"."submission" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"return_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"nil_reason" text,
	"served_by" text,
	"submitted_by" uuid,
	"submitted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	CONSTRAINT "submission_version" UNIQUE("return_id","version"),
	CONSTRAINT "submission_kind" CHECK ("intake"."submission"."kind" in ('files','nil')),
	CONSTRAINT "submission_state" CHECK ("intake"."submission"."state" in ('submitted','approved','superseded','withdrawn')),
	CONSTRAINT "submission_nil" CHECK (("intake"."submission"."kind" = 'nil') = ("intake"."submission"."nil_reason" is not null)),
	CONSTRAINT "submission_two_people" CHECK ("intake"."submission"."approved_by" is null or "intake"."submission"."approved_by" <> "intake"."submission"."submitted_by")
);
--> statement-breakpoint
CREATE TABLE "intake"."submission_part" (
	"submission_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	CONSTRAINT "submission_part_submission_id_part_id_pk" PRIMARY KEY("submission_id","part_id")
);
--> statement-breakpoint
CREATE TABLE "published"."chart" (
	"release" integer NOT NULL,
	"path" text NOT NULL,
	"svg" text NOT NULL,
	CONSTRAINT "chart_release_path_pk" PRIMARY KEY("release","path")
);
--> statement-breakpoint
CREATE TABLE "published"."edition" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "edition_only" CHECK ("published"."edition"."only")
);
--> statement-breakpoint
CREATE TABLE "published"."figure" (
	"release" integer NOT NULL,
	"cell_id" text NOT NULL,
	"level" text NOT NULL,
	"place" text NOT NULL,
	"dimension" text NOT NULL,
	"category" text NOT NULL,
	"measure" text NOT NULL,
	"basis" text NOT NULL,
	"audience" text NOT NULL,
	"value" numeric,
	"symbol" text,
	"low" numeric,
	"high" numeric,
	CONSTRAINT "figure_release_cell_id_pk" PRIMARY KEY("release","cell_id"),
	CONSTRAINT "figure_basis" CHECK ("published"."figure"."basis" in ('returned','estimated')),
	CONSTRAINT "figure_audience" CHECK ("published"."figure"."audience" in ('public','members')),
	CONSTRAINT "figure_symbol" CHECK ("published"."figure"."symbol" is null or "published"."figure"."value" is null)
);
--> statement-breakpoint
CREATE TABLE "published"."official_statistic" (
	"source" text NOT NULL,
	"organisation" text NOT NULL,
	"month" date NOT NULL,
	"staff_group" text NOT NULL,
	"start_wte" numeric,
	"end_wte" numeric,
	"joiners_wte" numeric,
	"leavers_wte" numeric,
	CONSTRAINT "official_statistic_source_organisation_month_staff_group_pk" PRIMARY KEY("source","organisation","month","staff_group")
);
--> statement-breakpoint
CREATE TABLE "published"."release" (
	"number" integer PRIMARY KEY NOT NULL,
	"census" date NOT NULL,
	"status" text NOT NULL,
	"built_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	"hash" text NOT NULL,
	"geography_date" date NOT NULL,
	"synthetic" boolean NOT NULL,
	"collection_open" boolean NOT NULL,
	"rule_set" text NOT NULL,
	"code_version" text NOT NULL,
	"note" text,
	"replaces" integer,
	CONSTRAINT "release_status" CHECK ("published"."release"."status" in ('built','in_review','published','corrected','withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "published"."place" (
	"release" integer NOT NULL,
	"code" text NOT NULL,
	"level" text NOT NULL,
	"name" text NOT NULL,
	"parent" text,
	"kind" text,
	"synthetic" boolean NOT NULL,
	"response" text,
	CONSTRAINT "place_release_code_pk" PRIMARY KEY("release","code")
);
--> statement-breakpoint
CREATE TABLE "reference"."collection" (
	"census" date PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"opens" date NOT NULL,
	"closes" date,
	"status" text NOT NULL,
	"synthetic" boolean DEFAULT false NOT NULL,
	CONSTRAINT "collection_status" CHECK ("reference"."collection"."status" in ('open','closed'))
);
--> statement-breakpoint
CREATE TABLE "reference"."device_category" (
	"code" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"usual_risk_class" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reference"."frame" (
	"census" date NOT NULL,
	"organisation" text NOT NULL,
	CONSTRAINT "frame_census_organisation_pk" PRIMARY KEY("census","organisation")
);
--> statement-breakpoint
CREATE TABLE "reference"."membership" (
	"child" text NOT NULL,
	"parent" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"evidence" text NOT NULL,
	"note" text,
	CONSTRAINT "membership_evidence" CHECK ("reference"."membership"."evidence" in ('fact','assumption')),
	CONSTRAINT "membership_dates" CHECK ("reference"."membership"."valid_from" <= "reference"."membership"."valid_to")
);
--> statement-breakpoint
CREATE TABLE "reference"."place" (
	"code" text PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"name" text NOT NULL,
	"kind" text,
	"benchmark_group" text,
	"postcode" text,
	"ons_code" text,
	"opens" date,
	"closes" date,
	"synthetic" boolean DEFAULT false NOT NULL,
	CONSTRAINT "place_level" CHECK ("reference"."place"."level" in ('united_kingdom','nation','region','board','organisation')),
	CONSTRAINT "place_dates" CHECK ("reference"."place"."opens" <= "reference"."place"."closes")
);
--> statement-breakpoint
CREATE TABLE "reference"."place_name" (
	"code" text NOT NULL,
	"name" text NOT NULL,
	"until" date
);
--> statement-breakpoint
CREATE TABLE "reference"."succession" (
	"from_code" text NOT NULL,
	"to_code" text,
	"date" date,
	"kind" text NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "shared"."choice" (
	"organisation" text PRIMARY KEY NOT NULL,
	"choice" text DEFAULT 'none' NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "choice_value" CHECK ("shared"."choice"."choice" in ('none','unnamed','reciprocal'))
);
--> statement-breakpoint
CREATE TABLE "shared"."figure" (
	"release" integer NOT NULL,
	"organisation" text NOT NULL,
	"measure" text NOT NULL,
	"value" numeric,
	CONSTRAINT "figure_release_organisation_measure_pk" PRIMARY KEY("release","organisation","measure")
);
--> statement-breakpoint
ALTER TABLE "account"."login" ADD CONSTRAINT "login_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "account"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account"."membership" ADD CONSTRAINT "membership_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "account"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account"."membership" ADD CONSTRAINT "membership_organisation_place_code_fk" FOREIGN KEY ("organisation") REFERENCES "reference"."place"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."acknowledgement" ADD CONSTRAINT "acknowledgement_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "intake"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."draft_part" ADD CONSTRAINT "draft_part_return_id_return_id_fk" FOREIGN KEY ("return_id") REFERENCES "intake"."return"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."draft_part" ADD CONSTRAINT "draft_part_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "intake"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."finding" ADD CONSTRAINT "finding_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "intake"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."part" ADD CONSTRAINT "part_return_id_return_id_fk" FOREIGN KEY ("return_id") REFERENCES "intake"."return"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."release_input" ADD CONSTRAINT "release_input_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "intake"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."return" ADD CONSTRAINT "return_census_collection_census_fk" FOREIGN KEY ("census") REFERENCES "reference"."collection"("census") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."return" ADD CONSTRAINT "return_organisation_place_code_fk" FOREIGN KEY ("organisation") REFERENCES "reference"."place"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."submission" ADD CONSTRAINT "submission_return_id_return_id_fk" FOREIGN KEY ("return_id") REFERENCES "intake"."return"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."submission" ADD CONSTRAINT "submission_served_by_place_code_fk" FOREIGN KEY ("served_by") REFERENCES "reference"."place"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."submission_part" ADD CONSTRAINT "submission_part_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "intake"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."submission_part" ADD CONSTRAINT "submission_part_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "intake"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published"."chart" ADD CONSTRAINT "chart_release_release_number_fk" FOREIGN KEY ("release") REFERENCES "published"."release"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published"."figure" ADD CONSTRAINT "figure_release_release_number_fk" FOREIGN KEY ("release") REFERENCES "published"."release"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published"."place" ADD CONSTRAINT "place_release_release_number_fk" FOREIGN KEY ("release") REFERENCES "published"."release"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference"."frame" ADD CONSTRAINT "frame_census_collection_census_fk" FOREIGN KEY ("census") REFERENCES "reference"."collection"("census") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference"."frame" ADD CONSTRAINT "frame_organisation_place_code_fk" FOREIGN KEY ("organisation") REFERENCES "reference"."place"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference"."membership" ADD CONSTRAINT "membership_child_place_code_fk" FOREIGN KEY ("child") REFERENCES "reference"."place"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference"."membership" ADD CONSTRAINT "membership_parent_place_code_fk" FOREIGN KEY ("parent") REFERENCES "reference"."place"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference"."place_name" ADD CONSTRAINT "place_name_code_place_code_fk" FOREIGN KEY ("code") REFERENCES "reference"."place"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference"."succession" ADD CONSTRAINT "succession_from_code_place_code_fk" FOREIGN KEY ("from_code") REFERENCES "reference"."place"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference"."succession" ADD CONSTRAINT "succession_to_code_place_code_fk" FOREIGN KEY ("to_code") REFERENCES "reference"."place"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared"."choice" ADD CONSTRAINT "choice_organisation_place_code_fk" FOREIGN KEY ("organisation") REFERENCES "reference"."place"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared"."figure" ADD CONSTRAINT "figure_release_release_number_fk" FOREIGN KEY ("release") REFERENCES "published"."release"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared"."figure" ADD CONSTRAINT "figure_organisation_place_code_fk" FOREIGN KEY ("organisation") REFERENCES "reference"."place"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "membership_person" ON "account"."membership" USING btree ("person");--> statement-breakpoint
CREATE INDEX "part_return" ON "intake"."part" USING btree ("return_id");--> statement-breakpoint
CREATE UNIQUE INDEX "submission_one_approved" ON "intake"."submission" USING btree ("return_id") WHERE state = 'approved';--> statement-breakpoint
CREATE UNIQUE INDEX "submission_one_waiting" ON "intake"."submission" USING btree ("return_id") WHERE state = 'submitted';--> statement-breakpoint
CREATE INDEX "figure_place" ON "published"."figure" USING btree ("release","place");--> statement-breakpoint
CREATE INDEX "figure_measure" ON "published"."figure" USING btree ("release","measure","level");--> statement-breakpoint
CREATE INDEX "place_parent" ON "published"."place" USING btree ("release","parent");--> statement-breakpoint
CREATE INDEX "membership_child" ON "reference"."membership" USING btree ("child");--> statement-breakpoint
CREATE INDEX "membership_parent" ON "reference"."membership" USING btree ("parent");