-- Pieces of a file are kept in fewer bytes; what took long to work out of files is kept beside them.
CREATE TABLE "intake"."worked_out" (
	"organisation" text NOT NULL,
	"what" text NOT NULL,
	"key" text NOT NULL,
	"files" uuid[] NOT NULL,
	"result" jsonb NOT NULL,
	CONSTRAINT "worked_out_organisation_what_key_pk" PRIMARY KEY("organisation","what","key")
);
--> statement-breakpoint
ALTER TABLE "intake"."chunk" ADD COLUMN "packed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "intake"."worked_out" ADD CONSTRAINT "worked_out_organisation_place_code_fk" FOREIGN KEY ("organisation") REFERENCES "reference"."place"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE intake.worked_out ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE intake.worked_out FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own ON intake.worked_out TO muster_intake, muster_owner
  USING (organisation = ANY ((SELECT intake.own_organisations())::text[]))
  WITH CHECK (organisation = ANY ((SELECT intake.own_organisations())::text[]));
--> statement-breakpoint
-- A result is never changed; it goes with any of its files, and may be thrown away.
GRANT SELECT, INSERT, DELETE ON intake.worked_out TO muster_intake;
