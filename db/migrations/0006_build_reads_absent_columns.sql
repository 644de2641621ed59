-- A build has to know which optional columns a file lacks: a column that is not there says nothing, a blank cell in one
-- that is there says "none". It reads these notices and no other finding.
GRANT SELECT (part_id, code, column_name) ON intake.finding TO muster_build;
--> statement-breakpoint
CREATE POLICY build_reads_absent_columns ON intake.finding FOR SELECT TO muster_build
  USING (code = 'missing-optional-column');
