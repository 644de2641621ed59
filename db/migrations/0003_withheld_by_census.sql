-- A cell is withheld for one census date, for good; its draws stay the same for ever.
CREATE TABLE "intake"."disclosure_withheld" (
	"ident" text NOT NULL,
	"census" date NOT NULL,
	CONSTRAINT "disclosure_withheld_ident_census_pk" PRIMARY KEY("ident","census")
);
--> statement-breakpoint
ALTER TABLE "intake"."disclosure_withheld" ADD CONSTRAINT "disclosure_withheld_ident_disclosure_ledger_ident_fk" FOREIGN KEY ("ident") REFERENCES "intake"."disclosure_ledger"("ident") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."disclosure_withheld" ADD CONSTRAINT "disclosure_withheld_census_collection_census_fk" FOREIGN KEY ("census") REFERENCES "reference"."collection"("census") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What was withheld without a census is withheld for all there are.
ALTER TABLE intake.disclosure_ledger NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO intake.disclosure_withheld (ident, census)
  SELECT l.ident, c.census FROM intake.disclosure_ledger l CROSS JOIN reference.collection c WHERE l.withheld;
--> statement-breakpoint
ALTER TABLE intake.disclosure_ledger FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "intake"."disclosure_ledger" DROP COLUMN "withheld";
--> statement-breakpoint
ALTER TABLE intake.disclosure_withheld ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE intake.disclosure_withheld FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY build_only ON intake.disclosure_withheld TO muster_build USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Added to and never taken from.
GRANT SELECT, INSERT ON intake.disclosure_withheld TO muster_build;
