CREATE TABLE "published"."rate" (
	"release" integer NOT NULL,
	"rate" text NOT NULL,
	"staff_group" text NOT NULL,
	"value" double precision NOT NULL,
	"low" double precision NOT NULL,
	"high" double precision NOT NULL,
	"people" integer NOT NULL,
	"events" integer NOT NULL,
	"organisations" integer NOT NULL,
	"prior_share" double precision NOT NULL,
	CONSTRAINT "rate_release_rate_staff_group_pk" PRIMARY KEY("release","rate","staff_group"),
	CONSTRAINT "rate_known" CHECK ("published"."rate"."rate" in ('leave','move','promote','retire','fill'))
);
--> statement-breakpoint
CREATE TABLE "published"."score" (
	"release" integer NOT NULL,
	"measure" text NOT NULL,
	"from_release" integer NOT NULL,
	"from_census" date NOT NULL,
	"years_ahead" integer NOT NULL,
	"figures" integer NOT NULL,
	"covered_50" double precision NOT NULL,
	"covered_90" double precision NOT NULL,
	"bias" double precision NOT NULL,
	"crps" double precision NOT NULL,
	"interval_score_90" double precision NOT NULL,
	"same_bias" double precision NOT NULL,
	"same_crps" double precision NOT NULL,
	CONSTRAINT "score_release_measure_from_release_pk" PRIMARY KEY("release","measure","from_release")
);
--> statement-breakpoint
ALTER TABLE "published"."rate" ADD CONSTRAINT "rate_release_release_number_fk" FOREIGN KEY ("release") REFERENCES "published"."release"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published"."score" ADD CONSTRAINT "score_release_release_number_fk" FOREIGN KEY ("release") REFERENCES "published"."release"("number") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
GRANT SELECT ON published.rate, published.score TO muster_public, muster_member, muster_build, muster_operator;
--> statement-breakpoint
GRANT INSERT, DELETE ON published.rate, published.score TO muster_build;
--> statement-breakpoint
ALTER TABLE published.rate ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE published.score ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY seen_once_published ON published.rate FOR SELECT TO muster_public, muster_member
  USING (release IN (SELECT number FROM published.release WHERE published_at IS NOT NULL AND status <> 'withdrawn'));
--> statement-breakpoint
CREATE POLICY seen_once_published ON published.score FOR SELECT TO muster_public, muster_member
  USING (release IN (SELECT number FROM published.release WHERE published_at IS NOT NULL AND status <> 'withdrawn'));
--> statement-breakpoint
CREATE POLICY build ON published.rate TO muster_build USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY build ON published.score TO muster_build USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY operator ON published.rate FOR SELECT TO muster_operator USING (true);
--> statement-breakpoint
CREATE POLICY operator ON published.score FOR SELECT TO muster_operator USING (true);
--> statement-breakpoint
CREATE TRIGGER rate_never_changes BEFORE UPDATE OR DELETE ON published.rate FOR EACH ROW EXECUTE FUNCTION published.never_changes();
--> statement-breakpoint
CREATE TRIGGER rate_only_while_built BEFORE INSERT ON published.rate FOR EACH ROW EXECUTE FUNCTION published.only_while_built();
--> statement-breakpoint
CREATE TRIGGER score_never_changes BEFORE UPDATE OR DELETE ON published.score FOR EACH ROW EXECUTE FUNCTION published.never_changes();
--> statement-breakpoint
CREATE TRIGGER score_only_while_built BEFORE INSERT ON published.score FOR EACH ROW EXECUTE FUNCTION published.only_while_built();
