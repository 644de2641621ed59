-- What an organisation's own words mean, and by which version of it a file was read; the fingerprint of its key.
CREATE TABLE "intake"."mapping" (
	"organisation" text NOT NULL,
	"version" integer NOT NULL,
	"headers" jsonb NOT NULL,
	"values" jsonb NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mapping_organisation_version_pk" PRIMARY KEY("organisation","version")
);
--> statement-breakpoint
CREATE TABLE "intake"."person_key" (
	"organisation" text PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"kept_by" uuid,
	"kept_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "intake"."part" ADD COLUMN "mapping" integer;--> statement-breakpoint
ALTER TABLE "intake"."mapping" ADD CONSTRAINT "mapping_organisation_place_code_fk" FOREIGN KEY ("organisation") REFERENCES "reference"."place"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."person_key" ADD CONSTRAINT "person_key_organisation_place_code_fk" FOREIGN KEY ("organisation") REFERENCES "reference"."place"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- A file was read by a mapping of its own organisation.
ALTER TABLE intake.part ADD CONSTRAINT part_mapping FOREIGN KEY (organisation, mapping) REFERENCES intake.mapping (organisation, version);
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['mapping','person_key'] LOOP
    EXECUTE format('ALTER TABLE intake.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE intake.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own ON intake.%I TO muster_intake, muster_owner
      USING (organisation = ANY ((SELECT intake.own_organisations())::text[]))
      WITH CHECK (organisation = ANY ((SELECT intake.own_organisations())::text[]))', name);
    EXECUTE format('GRANT SELECT, INSERT ON intake.%I TO muster_intake', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- The key in use may be another one day; a version of the mapping never changes.
GRANT UPDATE ON intake.person_key TO muster_intake;
--> statement-breakpoint
CREATE TRIGGER mapping_never_changes BEFORE UPDATE OR DELETE ON intake.mapping FOR EACH ROW EXECUTE FUNCTION intake.never_changes();
