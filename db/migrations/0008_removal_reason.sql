ALTER TABLE "intake"."submission" ADD COLUMN "removal_reason" text;
--> statement-breakpoint
-- The reason for which posts or devices are gone is part of a version, which never changes.
CREATE OR REPLACE FUNCTION intake.submission_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a submission is never deleted: withdraw it' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.id, NEW.return_id, NEW.organisation, NEW.version, NEW.kind, NEW.nil_reason, NEW.served_by, NEW.submitted_by, NEW.submitted_at, NEW.removal_reason)
     IS DISTINCT FROM
     (OLD.id, OLD.return_id, OLD.organisation, OLD.version, OLD.kind, OLD.nil_reason, OLD.served_by, OLD.submitted_by, OLD.submitted_at, OLD.removal_reason) THEN
    RAISE EXCEPTION 'a submission is never changed: a later version is another submission' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT ((OLD.state = 'submitted' AND NEW.state IN ('approved', 'withdrawn'))
       OR (OLD.state = 'approved' AND NEW.state IN ('superseded', 'withdrawn'))) THEN
    RAISE EXCEPTION 'a submission that is % cannot become %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state <> 'submitted' AND (NEW.approved_by, NEW.approved_at) IS DISTINCT FROM (OLD.approved_by, OLD.approved_at) THEN
    RAISE EXCEPTION 'who approved a submission is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
