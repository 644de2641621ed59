CREATE TABLE "published"."base" (
	"release" integer NOT NULL,
	"place" text NOT NULL,
	"fit" jsonb NOT NULL,
	CONSTRAINT "base_release_place_pk" PRIMARY KEY("release","place")
);
--> statement-breakpoint
ALTER TABLE "published"."base" ADD CONSTRAINT "base_release_release_number_fk" FOREIGN KEY ("release") REFERENCES "published"."release"("number") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
GRANT SELECT ON published.base TO muster_public, muster_member, muster_build, muster_operator;
--> statement-breakpoint
GRANT INSERT, DELETE ON published.base TO muster_build;
--> statement-breakpoint
ALTER TABLE published.base ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY seen_once_published ON published.base FOR SELECT TO muster_public, muster_member
  USING (release IN (SELECT number FROM published.release WHERE published_at IS NOT NULL AND status <> 'withdrawn'));
--> statement-breakpoint
CREATE POLICY build ON published.base TO muster_build USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY operator ON published.base FOR SELECT TO muster_operator USING (true);
--> statement-breakpoint
CREATE TRIGGER base_never_changes BEFORE UPDATE OR DELETE ON published.base FOR EACH ROW EXECUTE FUNCTION published.never_changes();
--> statement-breakpoint
CREATE TRIGGER base_only_while_built BEFORE INSERT ON published.base FOR EACH ROW EXECUTE FUNCTION published.only_while_built();
