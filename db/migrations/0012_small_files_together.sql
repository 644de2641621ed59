-- Small files lie together in one table a part: a table for each costs more to make than its rows to write, and a backup
-- takes a lock on each. The loader may write there at any time, so what it writes is looked at: only rows of a file that
-- this very transaction receives, and that its organisation sends.
CREATE FUNCTION intake.only_what_is_received() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE strange record;
BEGIN
  SELECT g.part_id, g.sender INTO strange FROM (SELECT DISTINCT given.part_id, given.sender FROM given) g
    WHERE NOT coalesce(g.sender = ANY (intake.own_organisations()), false)
      OR NOT EXISTS (SELECT FROM intake.part p WHERE p.id = g.part_id AND p.organisation = g.sender
        AND p.part || '_small' = TG_TABLE_NAME AND p.received_at = transaction_timestamp())
    LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'rows of file % of % are not this transaction''s to write', strange.part_id, strange.sender
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION intake.drop_rows(part_id uuid, sender text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE dropped uuid := part_id; kind text; name text := intake.rows_table(part_id);
BEGIN
  PERFORM intake.require_own(sender);
  IF EXISTS (SELECT FROM intake.submission_part s WHERE s.part_id = dropped) THEN
    RAISE EXCEPTION 'the rows of a submission are never dropped' USING ERRCODE = 'restrict_violation';
  END IF;
  -- Only the sender's own: the part's row says whose it is, and is under row-level security.
  SELECT p.part INTO kind FROM intake.part p WHERE p.id = dropped AND p.organisation = sender;
  IF kind IS NULL THEN
    RAISE EXCEPTION 'part % is not %''s', dropped, sender USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF to_regclass(format('intake.%I', name)) IS NOT NULL THEN
    EXECUTE format('DROP TABLE intake.%I', name);
  ELSIF to_regclass(format('intake.%I', kind || '_small')) IS NOT NULL THEN
    EXECUTE format('DELETE FROM intake.%I WHERE part_id = %L', kind || '_small', dropped);
  END IF;
END $$;
