-- An administrator watches who has answered and in what state: not why something is gone, nor who serves whom and why.
REVOKE SELECT ON intake.submission FROM muster_operator;
--> statement-breakpoint
GRANT SELECT (id, return_id, organisation, version, kind, state, submitted_at, approved_at) ON intake.submission TO muster_operator;
