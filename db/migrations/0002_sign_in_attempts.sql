CREATE TABLE "account"."sign_in_attempt" (
	"subject" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"window_ends" timestamp with time zone NOT NULL,
	"locked" boolean DEFAULT false NOT NULL,
	CONSTRAINT "sign_in_attempt_subject" CHECK ("account"."sign_in_attempt"."subject" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE INDEX "sign_in_attempt_window" ON "account"."sign_in_attempt" USING btree ("window_ends");
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON account.sign_in_attempt TO muster_account;
