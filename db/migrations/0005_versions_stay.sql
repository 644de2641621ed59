CREATE INDEX "submission_part_part" ON "intake"."submission_part" USING btree ("part_id");
--> statement-breakpoint
-- Bytes go with their file alone, by its foreign key, and never by themselves.
REVOKE DELETE ON intake.chunk FROM muster_intake;
--> statement-breakpoint
-- What a version holds stays as it was: its files' bytes, findings and accepted warnings are neither added to, nor
-- changed, nor taken away. All of them are written before the version is made.
CREATE FUNCTION intake.only_before_a_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE file uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.part_id ELSE OLD.part_id END;
BEGIN
  IF EXISTS (SELECT FROM intake.submission_part s WHERE s.part_id = file)
     OR (TG_OP = 'UPDATE' AND NEW.part_id IS DISTINCT FROM file) THEN
    RAISE EXCEPTION '%.% of file % is in a version, which never changes', TG_TABLE_SCHEMA, TG_TABLE_NAME, file
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER chunk_only_before_a_version BEFORE INSERT OR DELETE ON intake.chunk FOR EACH ROW EXECUTE FUNCTION intake.only_before_a_version();
--> statement-breakpoint
CREATE TRIGGER finding_only_before_a_version BEFORE INSERT OR DELETE ON intake.finding FOR EACH ROW EXECUTE FUNCTION intake.only_before_a_version();
--> statement-breakpoint
CREATE TRIGGER acknowledgement_only_before_a_version BEFORE INSERT OR UPDATE OR DELETE ON intake.acknowledgement FOR EACH ROW EXECUTE FUNCTION intake.only_before_a_version();
--> statement-breakpoint
-- Which files a version holds is said in the transaction that makes it. A version made by this very transaction is one
-- that waits and whose row bears its number: no later move leads back to waiting.
CREATE FUNCTION intake.only_with_its_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM intake.submission s JOIN intake.part p ON p.return_id = s.return_id
    WHERE s.id = NEW.submission_id AND p.id = NEW.part_id
      AND s.state = 'submitted' AND s.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'a version never changes: no file is added to % any more', NEW.submission_id
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER submission_part_only_with_its_version BEFORE INSERT ON intake.submission_part FOR EACH ROW EXECUTE FUNCTION intake.only_with_its_version();
