ALTER TABLE "intake"."part" ADD COLUMN "key_fingerprint" text;--> statement-breakpoint
ALTER TABLE "intake"."submission" ADD COLUMN "whole_rules" jsonb DEFAULT '[]'::jsonb NOT NULL;
--> statement-breakpoint
GRANT SELECT (whole_rules) ON intake.submission TO muster_operator;
--> statement-breakpoint
-- An administrator can show who did what, and when. What was said, corrected or counted in a return is its organisation's
-- own: of such an event the detail is left out, and of a kind of event that is not known here too.
CREATE VIEW audit.event_for_operators WITH (security_barrier) AS
  SELECT id, at, actor_kind, person, verb, organisation, subject,
    CASE WHEN verb ~ '^(collection|release|ledger|person|sign-in)\.' THEN detail ELSE '{}'::jsonb END AS detail
  FROM audit.event;
--> statement-breakpoint
REVOKE SELECT ON audit.event FROM muster_operator;
--> statement-breakpoint
GRANT SELECT (id, at, actor_kind, person, verb, organisation, subject) ON audit.event TO muster_operator;
--> statement-breakpoint
GRANT SELECT ON audit.event_for_operators TO muster_operator;
