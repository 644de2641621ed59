-- The two sides of the database: who may see and write what, and what may never change.
-- Roles are made by db/roles.ts before any migration runs, since they belong to the whole cluster.

GRANT USAGE ON SCHEMA reference TO muster_public, muster_member, muster_intake, muster_loader, muster_build, muster_operator, muster_account;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA reference TO muster_public, muster_member, muster_intake, muster_build, muster_operator, muster_account;
--> statement-breakpoint
GRANT INSERT, UPDATE ON reference.collection TO muster_operator;
--> statement-breakpoint
GRANT INSERT, UPDATE, DELETE ON reference.place, reference.membership, reference.place_name, reference.succession TO muster_operator;
--> statement-breakpoint
GRANT INSERT, DELETE ON reference.frame TO muster_operator;
--> statement-breakpoint

-- intake ---------------------------------------------------------------------------------------------------
-- The organisations of this transaction, set by db/transaction.ts; none when unset.
CREATE FUNCTION intake.own_organisations() RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT string_to_array(coalesce(current_setting('muster.organisations', true), ''), ',')
$$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA intake TO muster_intake, muster_loader, muster_build, muster_operator;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION intake.own_organisations() TO muster_intake, muster_loader, muster_build, muster_operator;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['return','part','chunk','finding','draft_part','acknowledgement','submission','submission_part','release_input'] LOOP
    EXECUTE format('ALTER TABLE intake.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE intake.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own ON intake.%I TO muster_intake, muster_owner
      USING (organisation = ANY ((SELECT intake.own_organisations())::text[]))
      WITH CHECK (organisation = ANY ((SELECT intake.own_organisations())::text[]))', name);
    EXECUTE format('GRANT SELECT ON intake.%I TO muster_intake', name);
  END LOOP;
  -- The build reads approved answers of everyone; it reads neither bytes nor findings.
  FOREACH name IN ARRAY ARRAY['return','part','submission','submission_part','release_input'] LOOP
    EXECUTE format('CREATE POLICY build_reads ON intake.%I FOR SELECT TO muster_build USING (true)', name);
    EXECUTE format('GRANT SELECT ON intake.%I TO muster_build', name);
  END LOOP;
  -- An administrator watches who has answered and in what state, never what was said.
  FOREACH name IN ARRAY ARRAY['return','submission','release_input'] LOOP
    EXECUTE format('CREATE POLICY operator_watches ON intake.%I FOR SELECT TO muster_operator USING (true)', name);
    EXECUTE format('GRANT SELECT ON intake.%I TO muster_operator', name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT INSERT ON intake.return, intake.part, intake.chunk, intake.finding, intake.draft_part, intake.acknowledgement, intake.submission, intake.submission_part TO muster_intake;
--> statement-breakpoint
GRANT UPDATE ON intake.draft_part, intake.submission, intake.acknowledgement TO muster_intake;
--> statement-breakpoint
GRANT DELETE ON intake.draft_part, intake.part, intake.chunk TO muster_intake;
--> statement-breakpoint
CREATE POLICY build_records ON intake.release_input FOR INSERT TO muster_build WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY build_discards ON intake.release_input FOR DELETE TO muster_build USING (true);
--> statement-breakpoint
GRANT INSERT, DELETE ON intake.release_input TO muster_build;
--> statement-breakpoint
ALTER TABLE intake.disclosure_ledger ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE intake.disclosure_ledger FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY build_only ON intake.disclosure_ledger TO muster_build USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON intake.disclosure_ledger TO muster_build;
--> statement-breakpoint
-- Chunks arrive before their part is known to be good: checked at commit.
ALTER TABLE intake.chunk ADD CONSTRAINT chunk_part FOREIGN KEY (part_id) REFERENCES intake.part (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint

CREATE FUNCTION intake.never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is never changed: a later version is another row', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER part_never_changes BEFORE UPDATE ON intake.part FOR EACH ROW EXECUTE FUNCTION intake.never_changes();
--> statement-breakpoint
CREATE TRIGGER chunk_never_changes BEFORE UPDATE ON intake.chunk FOR EACH ROW EXECUTE FUNCTION intake.never_changes();
--> statement-breakpoint
CREATE TRIGGER finding_never_changes BEFORE UPDATE ON intake.finding FOR EACH ROW EXECUTE FUNCTION intake.never_changes();
--> statement-breakpoint
CREATE TRIGGER submission_part_never_changes BEFORE UPDATE OR DELETE ON intake.submission_part FOR EACH ROW EXECUTE FUNCTION intake.never_changes();
--> statement-breakpoint
-- A submission only moves along its states.
CREATE FUNCTION intake.submission_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a submission is never deleted: withdraw it' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.id, NEW.return_id, NEW.organisation, NEW.version, NEW.kind, NEW.nil_reason, NEW.served_by, NEW.submitted_by, NEW.submitted_at)
     IS DISTINCT FROM
     (OLD.id, OLD.return_id, OLD.organisation, OLD.version, OLD.kind, OLD.nil_reason, OLD.served_by, OLD.submitted_by, OLD.submitted_at) THEN
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
--> statement-breakpoint
CREATE TRIGGER submission_moves BEFORE UPDATE OR DELETE ON intake.submission FOR EACH ROW EXECUTE FUNCTION intake.submission_moves();
--> statement-breakpoint

-- Row tables: one partitioned table a part, made from the declarations (db/declared-tables.ts).
-- COPY does not work on a table with row-level security, so a file's rows go into a table of their own,
-- which only the loader writes, and which becomes a partition of the parent, whose policies hold for every reader.
CREATE FUNCTION intake.rows_table(part_id uuid) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT 'rows_' || replace(part_id::text, '-', '')
$$;
--> statement-breakpoint
CREATE FUNCTION intake.require_own(sender text) RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT (sender = ANY (intake.own_organisations())) THEN
    RAISE EXCEPTION 'rows of % are not this viewer''s to write', sender USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION intake.stage_rows(part text, part_id uuid, sender text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE name text := intake.rows_table(part_id);
BEGIN
  PERFORM intake.require_own(sender);
  EXECUTE format('CREATE TABLE intake.%I (LIKE intake.%I)', name, part || '_row');
  EXECUTE format('ALTER TABLE intake.%I ALTER part_id SET DEFAULT %L, ALTER sender SET DEFAULT %L,
    ADD CHECK (part_id = %L::uuid AND sender = %L)', name, part_id, sender, part_id, sender);
  EXECUTE format('GRANT INSERT ON intake.%I TO muster_loader', name);
  RETURN name;
END $$;
--> statement-breakpoint
-- Ends the writing, makes the rows readable under the parent's policies, and says how many there are.
CREATE FUNCTION intake.attach_rows(part text, part_id uuid, sender text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE name text := intake.rows_table(part_id); stored bigint;
BEGIN
  PERFORM intake.require_own(sender);
  EXECUTE format('REVOKE ALL ON intake.%I FROM muster_loader', name);
  EXECUTE format('SELECT count(*) FROM intake.%I', name) INTO stored;
  EXECUTE format('ALTER TABLE intake.%I ATTACH PARTITION intake.%I FOR VALUES IN (%L)', part || '_row', name, part_id);
  RETURN stored;
END $$;
--> statement-breakpoint
-- Drops the rows of a file that is in no submission.
CREATE FUNCTION intake.drop_rows(part_id uuid, sender text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE dropped uuid := part_id;
BEGIN
  PERFORM intake.require_own(sender);
  IF EXISTS (SELECT FROM intake.submission_part s WHERE s.part_id = dropped) THEN
    RAISE EXCEPTION 'the rows of a submission are never dropped' USING ERRCODE = 'restrict_violation';
  END IF;
  -- Only the sender's own: the table's default says whose it is, and the part's row is under row-level security.
  IF NOT EXISTS (SELECT FROM intake.part p WHERE p.id = dropped AND p.organisation = sender) THEN
    RAISE EXCEPTION 'part % is not %''s', dropped, sender USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE format('DROP TABLE IF EXISTS intake.%I', intake.rows_table(dropped));
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION intake.stage_rows(text, uuid, text), intake.attach_rows(text, uuid, text), intake.drop_rows(uuid, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION intake.stage_rows(text, uuid, text), intake.attach_rows(text, uuid, text), intake.drop_rows(uuid, text) TO muster_intake;
--> statement-breakpoint

ALTER TABLE intake.release_sign_off ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE intake.release_sign_off FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY build_and_publish ON intake.release_sign_off TO muster_build, muster_operator USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON intake.release_sign_off TO muster_build, muster_operator;
--> statement-breakpoint
GRANT INSERT, DELETE ON intake.release_sign_off TO muster_build;
--> statement-breakpoint
GRANT UPDATE (published_by) ON intake.release_sign_off TO muster_operator;
--> statement-breakpoint

-- published ------------------------------------------------------------------------------------------------
GRANT USAGE ON SCHEMA published TO muster_public, muster_member, muster_build, muster_operator, muster_intake, muster_account;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA published TO muster_public, muster_member, muster_build, muster_operator;
--> statement-breakpoint
GRANT SELECT ON published.release TO muster_intake, muster_account;
--> statement-breakpoint
GRANT INSERT, DELETE ON published.release, published.place, published.figure, published.chart TO muster_build;
--> statement-breakpoint
GRANT UPDATE (status, published_at, collection_open, note) ON published.release TO muster_operator;
--> statement-breakpoint
ALTER TABLE published.release ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY seen_once_published ON published.release FOR SELECT TO muster_public, muster_member, muster_intake, muster_account USING (published_at IS NOT NULL);
--> statement-breakpoint
CREATE POLICY build ON published.release TO muster_build USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY operator ON published.release TO muster_operator USING (true) WITH CHECK (true);
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['place','chart'] LOOP
    EXECUTE format('ALTER TABLE published.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY seen_once_published ON published.%I FOR SELECT TO muster_public, muster_member
      USING (release IN (SELECT number FROM published.release WHERE published_at IS NOT NULL AND status <> ''withdrawn''))', name);
    EXECUTE format('CREATE POLICY build ON published.%I TO muster_build USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY operator ON published.%I FOR SELECT TO muster_operator USING (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE published.figure ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY public_once_published ON published.figure FOR SELECT TO muster_public
  USING (audience = 'public' AND release IN (SELECT number FROM published.release WHERE published_at IS NOT NULL AND status <> 'withdrawn'));
--> statement-breakpoint
CREATE POLICY members_once_published ON published.figure FOR SELECT TO muster_member
  USING (release IN (SELECT number FROM published.release WHERE published_at IS NOT NULL AND status <> 'withdrawn'));
--> statement-breakpoint
CREATE POLICY build ON published.figure TO muster_build USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY operator ON published.figure FOR SELECT TO muster_operator USING (true);
--> statement-breakpoint
-- A release is immutable: figures, places and charts never change, and go only with a release that never left.
CREATE FUNCTION published.never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM published.release r WHERE r.number = OLD.release AND r.status = 'built') THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'release % is immutable: publish a corrected release', OLD.release USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER place_never_changes BEFORE UPDATE OR DELETE ON published.place FOR EACH ROW EXECUTE FUNCTION published.never_changes();
--> statement-breakpoint
CREATE TRIGGER figure_never_changes BEFORE UPDATE OR DELETE ON published.figure FOR EACH ROW EXECUTE FUNCTION published.never_changes();
--> statement-breakpoint
CREATE TRIGGER chart_never_changes BEFORE UPDATE OR DELETE ON published.chart FOR EACH ROW EXECUTE FUNCTION published.never_changes();
--> statement-breakpoint
CREATE FUNCTION published.only_while_built() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM published.release r WHERE r.number = NEW.release AND r.status = 'built') THEN
    RAISE EXCEPTION 'release % is immutable: nothing is added to it', NEW.release USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER place_only_while_built BEFORE INSERT ON published.place FOR EACH ROW EXECUTE FUNCTION published.only_while_built();
--> statement-breakpoint
CREATE TRIGGER figure_only_while_built BEFORE INSERT ON published.figure FOR EACH ROW EXECUTE FUNCTION published.only_while_built();
--> statement-breakpoint
CREATE TRIGGER chart_only_while_built BEFORE INSERT ON published.chart FOR EACH ROW EXECUTE FUNCTION published.only_while_built();
--> statement-breakpoint
CREATE FUNCTION published.release_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.status = 'built' THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'release % is never deleted: withdraw it', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.number, NEW.census, NEW.built_at, NEW.hash, NEW.geography_date, NEW.synthetic, NEW.rule_set, NEW.code_version, NEW.replaces)
     IS DISTINCT FROM
     (OLD.number, OLD.census, OLD.built_at, OLD.hash, OLD.geography_date, OLD.synthetic, OLD.rule_set, OLD.code_version, OLD.replaces) THEN
    RAISE EXCEPTION 'release % is immutable', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.published_at IS NOT NULL AND NEW.published_at IS DISTINCT FROM OLD.published_at THEN
    RAISE EXCEPTION 'the moment of a publication never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.status <> OLD.status AND NOT (
       (OLD.status = 'built' AND NEW.status IN ('in_review', 'published'))
    OR (OLD.status = 'in_review' AND NEW.status IN ('built', 'published'))
    OR (OLD.status = 'published' AND NEW.status IN ('corrected', 'withdrawn'))
    OR (OLD.status = 'corrected' AND NEW.status = 'withdrawn')) THEN
    RAISE EXCEPTION 'a release that is % cannot become %', OLD.status, NEW.status USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER release_moves BEFORE UPDATE OR DELETE ON published.release FOR EACH ROW EXECUTE FUNCTION published.release_moves();
--> statement-breakpoint

INSERT INTO published.edition (version) VALUES (1);
--> statement-breakpoint
-- Tells every process that what visitors see has changed. Runs as its owner: nobody else writes the edition.
CREATE FUNCTION published.next_edition() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE next integer;
BEGIN
  UPDATE published.edition SET version = version + 1 RETURNING version INTO next;
  PERFORM pg_notify('published', next::text);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION published.next_edition() FROM PUBLIC;
--> statement-breakpoint
CREATE FUNCTION published.release_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.published_at IS NOT NULL THEN PERFORM published.next_edition(); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER release_changed AFTER UPDATE ON published.release FOR EACH ROW EXECUTE FUNCTION published.release_changed();
--> statement-breakpoint

-- shared ---------------------------------------------------------------------------------------------------
GRANT USAGE ON SCHEMA shared TO muster_member, muster_intake, muster_build;
--> statement-breakpoint
GRANT SELECT ON shared.choice, shared.figure TO muster_member, muster_build;
--> statement-breakpoint
GRANT SELECT ON shared.choice TO muster_intake;
--> statement-breakpoint
GRANT INSERT, DELETE ON shared.figure TO muster_build;
--> statement-breakpoint
ALTER TABLE shared.choice ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE shared.choice FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE shared.figure ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE shared.figure FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own ON shared.choice FOR SELECT TO muster_member, muster_intake, muster_owner
  USING (organisation = ANY (string_to_array(coalesce(current_setting('muster.organisations', true), ''), ',')));
--> statement-breakpoint
CREATE POLICY build_reads ON shared.choice FOR SELECT TO muster_build USING (true);
--> statement-breakpoint
-- Runs as its owner, who sees every choice only inside this question.
CREATE FUNCTION shared.is_reciprocal(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM shared.choice c WHERE c.organisation = wanted AND c.choice = 'reciprocal')
$$;
--> statement-breakpoint
CREATE POLICY owner_asks ON shared.choice FOR SELECT TO muster_owner USING (true);
--> statement-breakpoint
CREATE POLICY both_reciprocal ON shared.figure FOR SELECT TO muster_member USING (
  shared.is_reciprocal(organisation)
  AND EXISTS (SELECT FROM unnest(string_to_array(coalesce(current_setting('muster.organisations', true), ''), ',')) mine WHERE shared.is_reciprocal(mine)));
--> statement-breakpoint
CREATE POLICY build ON shared.figure TO muster_build USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION shared.is_reciprocal(text) TO muster_member;
--> statement-breakpoint

-- account --------------------------------------------------------------------------------------------------
GRANT USAGE ON SCHEMA account TO muster_account, muster_operator;
--> statement-breakpoint
GRANT SELECT ON account.person, account.membership, account.login TO muster_account, muster_operator;
--> statement-breakpoint
GRANT INSERT, UPDATE ON account.person TO muster_operator;
--> statement-breakpoint
GRANT INSERT, DELETE ON account.membership, account.login TO muster_operator;
--> statement-breakpoint

-- audit ----------------------------------------------------------------------------------------------------
GRANT USAGE ON SCHEMA audit TO muster_intake, muster_build, muster_operator, muster_account;
--> statement-breakpoint
GRANT INSERT (actor_kind, person, verb, organisation, subject, detail) ON audit.event TO muster_intake, muster_build, muster_operator, muster_account;
--> statement-breakpoint
GRANT SELECT ON audit.event TO muster_intake, muster_operator;
--> statement-breakpoint
ALTER TABLE audit.event ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY everyone_adds ON audit.event FOR INSERT TO muster_intake, muster_build, muster_operator, muster_account WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY own_history ON audit.event FOR SELECT TO muster_intake USING (organisation = ANY ((SELECT intake.own_organisations())::text[]));
--> statement-breakpoint
CREATE POLICY operator_reads ON audit.event FOR SELECT TO muster_operator USING (true);
--> statement-breakpoint
CREATE FUNCTION audit.hash_of(e audit.event) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog SET timezone = 'UTC' AS $$
  SELECT encode(sha256(convert_to(
    jsonb_build_array(e.previous_hash, e.id, e.at, e.actor_kind, e.person, e.verb, e.organisation, e.subject, e.detail)::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- One writer at a time from here to its commit, so that the chain has no fork.
CREATE FUNCTION audit.chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit.event'));
  NEW.at := clock_timestamp();
  NEW.previous_hash := (SELECT e.hash FROM audit.event e ORDER BY e.id DESC LIMIT 1);
  NEW.id := coalesce((SELECT max(e.id) FROM audit.event e), 0) + 1;
  NEW.hash := audit.hash_of(NEW);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER chain BEFORE INSERT ON audit.event FOR EACH ROW EXECUTE FUNCTION audit.chain();
--> statement-breakpoint
CREATE FUNCTION audit.append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit is append-only' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit.event FOR EACH ROW EXECUTE FUNCTION audit.append_only();
--> statement-breakpoint
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON audit.event FOR EACH STATEMENT EXECUTE FUNCTION audit.append_only();
--> statement-breakpoint
-- The first event at which the chain does not hold; null when it is whole.
CREATE FUNCTION audit.first_broken() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT min(id) FROM (
    SELECT e.id, e.hash IS DISTINCT FROM audit.hash_of(e)
      OR e.previous_hash IS DISTINCT FROM lag(e.hash) OVER (ORDER BY e.id)
      OR e.id <> row_number() OVER (ORDER BY e.id) AS broken
    FROM audit.event e) chain WHERE broken
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION audit.first_broken() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION audit.first_broken() TO muster_operator;
