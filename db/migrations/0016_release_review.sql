CREATE TABLE "intake"."release_reading" (
	"release" integer NOT NULL,
	"item" text NOT NULL,
	"person" uuid NOT NULL,
	"words" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "release_reading_release_item_person_pk" PRIMARY KEY("release","item","person")
);
--> statement-breakpoint
ALTER TABLE "published"."release" ADD COLUMN "about" text;--> statement-breakpoint
ALTER TABLE "published"."release" ADD COLUMN "withdrawn_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE intake.release_reading ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE intake.release_reading FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY reviewers ON intake.release_reading TO muster_operator USING (true) WITH CHECK (true);
--> statement-breakpoint
-- A release that gives way to a newer build takes what was read of it along.
CREATE POLICY build_discards ON intake.release_reading TO muster_build USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON intake.release_reading TO muster_operator;
--> statement-breakpoint
GRANT SELECT, DELETE ON intake.release_reading TO muster_build;
--> statement-breakpoint
GRANT UPDATE (about, withdrawn_at) ON published.release TO muster_operator;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION published.release_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.status = 'built' THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'release % is never deleted: withdraw it', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.number, NEW.census, NEW.built_at, NEW.hash, NEW.geography_date, NEW.synthetic, NEW.rule_set, NEW.code_version, NEW.replaces)
     IS DISTINCT FROM
     (OLD.number, OLD.census, OLD.built_at, OLD.hash, OLD.geography_date, OLD.synthetic, OLD.rule_set, OLD.code_version, OLD.replaces) THEN
    RAISE EXCEPTION 'release % is immutable', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.published_at IS NOT NULL AND (NEW.published_at, NEW.about) IS DISTINCT FROM (OLD.published_at, OLD.about) THEN
    RAISE EXCEPTION 'when release % was published, and what it says about itself, never change', OLD.number
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.status = 'withdrawn' AND (NEW.withdrawn_at, NEW.note) IS DISTINCT FROM (OLD.withdrawn_at, OLD.note) THEN
    RAISE EXCEPTION 'when and why release % was withdrawn never changes', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.status <> OLD.status AND NOT (
       (OLD.status = 'built' AND NEW.status IN ('in_review', 'published'))
    OR (OLD.status = 'in_review' AND NEW.status IN ('built', 'published'))
    OR (OLD.status = 'published' AND NEW.status IN ('corrected', 'withdrawn'))
    OR (OLD.status = 'corrected' AND NEW.status = 'withdrawn')) THEN
    RAISE EXCEPTION 'a release that is % cannot become %', OLD.status, NEW.status USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.status = 'withdrawn' AND (NEW.note IS NULL OR NEW.withdrawn_at IS NULL) THEN
    RAISE EXCEPTION 'a release is withdrawn with a reason' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
