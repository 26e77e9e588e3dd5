-- Who sees which row. The application's role owns nothing and can't bypass this:
-- a session without settings sees nothing, a forgotten WHERE shows nothing instead of everything.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'portal_app') THEN
    CREATE ROLE portal_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
END $$;

-- Paths compare byte by byte, so that a range of them is an index condition.
ALTER TABLE "unit" ALTER COLUMN "path" TYPE text COLLATE "C";
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT table_name FROM information_schema.columns
           WHERE table_schema = current_schema() AND column_name = 'unit_path' LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN unit_path TYPE text COLLATE "C"', t);
  END LOOP;
END $$;

-- What belongs to a record goes with it.
ALTER TABLE "dose" ADD FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE;
ALTER TABLE "task" ADD FOREIGN KEY ("record_id") REFERENCES "record"("id");
ALTER TABLE "task_event" ADD FOREIGN KEY ("task_id") REFERENCES "task"("id");
ALTER TABLE "correction" ADD FOREIGN KEY ("record_id") REFERENCES "record"("id");
ALTER TABLE "match_result" ADD FOREIGN KEY ("record_id") REFERENCES "record"("id");
ALTER TABLE "match_candidate" ADD FOREIGN KEY ("result_id") REFERENCES "match_result"("id") ON DELETE CASCADE;
ALTER TABLE "import_chunk" ADD FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id");
ALTER TABLE "import_row" ADD FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id");
ALTER TABLE "import_issue" ADD FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id");
ALTER TABLE "record" ADD FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id");
ALTER TABLE "record" ADD FOREIGN KEY ("unit_id") REFERENCES "unit"("id");
ALTER TABLE "officer" ADD FOREIGN KEY ("unit_id") REFERENCES "unit"("id");
ALTER TABLE "session" ADD FOREIGN KEY ("officer_id") REFERENCES "officer"("id");
ALTER TABLE "handover_line" ADD FOREIGN KEY ("handover_id") REFERENCES "handover"("id");
ALTER TABLE "publication_line" ADD FOREIGN KEY ("publication_id") REFERENCES "publication"("id");

-- A record is worked on in one open task at a time; a dose is kept once.
CREATE UNIQUE INDEX "task_one_open" ON "task" ("record_id") WHERE "state" <> 'closed';
-- Doses without a day are told apart by their number.
CREATE UNIQUE INDEX "dose_once" ON "dose" ("record_id", "injected_on", "vaccine",
  (CASE WHEN "injected_on" IS NULL THEN "dose_no" END)) NULLS NOT DISTINCT;
CREATE INDEX "correction_unpublished" ON "correction" ("record_id") WHERE "published_at" IS NULL;
-- "Claim next": open work of a unit and force, oldest due first, by one index.
CREATE INDEX "task_next" ON "task" ("unit_id", "force", "due_on", "id") WHERE "state" <> 'closed';

GRANT USAGE ON SCHEMA public TO portal_app;

-- Rows of an office: officers, figures, audit.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['officer', 'hamlet', 'progress_count', 'progress_delta', 'audit_entry'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY unit_scope ON %I
      USING (unit_path >= current_setting('app.scope_from', true)
         AND unit_path <  current_setting('app.scope_to', true))$p$, t);
  END LOOP;
END $$;

-- Rows about people: only for roles that work on records.
-- A hamlet team sees the records and tasks on its own list, and nothing of the registry.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['record', 'task'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY record_scope ON %I
      USING (unit_path >= current_setting('app.record_from', true)
         AND unit_path <  current_setting('app.record_to', true)
         AND (coalesce(current_setting('app.hamlet', true), '') = ''
              OR hamlet_id::text = current_setting('app.hamlet', true)))$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['import_batch', 'import_chunk', 'import_row', 'import_issue', 'match_run',
      'handover', 'handover_line', 'publication', 'publication_line'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY record_scope ON %I
      USING (unit_path >= current_setting('app.record_from', true)
         AND unit_path <  current_setting('app.record_to', true)
         AND coalesce(current_setting('app.hamlet', true), '') = '')$p$, t);
  END LOOP;
END $$;

-- What hangs on a record is seen with the record, wherever it moves; a hamlet team sees none of the
-- registry's side.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['dose', 'match_result', 'match_candidate', 'not_a_match', 'correction',
      'registry_access'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY with_record ON %I
      USING (coalesce(current_setting('app.hamlet', true), '') = ''
         AND EXISTS (SELECT 1 FROM record r WHERE r.id = %I.record_id))$p$, t, t);
  END LOOP;
END $$;

-- An event is readable with its task; a hamlet team writes its own events too.
ALTER TABLE "task_event" ENABLE ROW LEVEL SECURITY;
CREATE POLICY record_scope ON "task_event"
  USING (unit_path >= current_setting('app.record_from', true)
     AND unit_path <  current_setting('app.record_to', true)
     AND (coalesce(current_setting('app.hamlet', true), '') = ''
          OR EXISTS (SELECT 1 FROM task t WHERE t.id = task_event.task_id)));

-- A registry person has no scope of its own: it is seen only as a stored candidate of a record in scope.
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY;
CREATE POLICY as_candidate ON "person" FOR SELECT
  USING (EXISTS (SELECT 1 FROM match_candidate c WHERE c.person_id = person.id));

GRANT SELECT ON "unit", "unit_successor", "match_model", "registry_snapshot", "person",
  "progress_count", "progress_delta" TO portal_app;
GRANT SELECT, INSERT ON "audit_entry", "task_event", "registry_access", "import_chunk",
  "match_result", "match_candidate", "handover_line", "publication_line", "not_a_match" TO portal_app;
GRANT INSERT ON "match_model" TO portal_app;
GRANT DELETE ON "import_chunk", "not_a_match" TO portal_app;
GRANT SELECT, INSERT, UPDATE ON "hamlet", "import_batch", "import_row", "import_issue", "record",
  "match_run", "task", "correction", "handover", "publication" TO portal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "dose" TO portal_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portal_app;
-- The password's hash is out of reach of every ordinary statement.
GRANT SELECT ("id", "username", "full_name", "role", "unit_id", "unit_path", "hamlet_id", "approver",
  "disabled_at", "created_by_id", "created_at", "version") ON "officer" TO portal_app;
GRANT INSERT ("id", "username", "full_name", "role", "unit_id", "unit_path", "hamlet_id", "approver",
  "created_by_id") ON "officer" TO portal_app;
GRANT UPDATE ("full_name", "hamlet_id", "approver", "disabled_at", "version") ON "officer" TO portal_app;

-- What a leader may see of a task: no name, no number, no date of birth. The view runs with its
-- owner's rights and carries the scope itself, so leaders need no right on the tables behind it.
CREATE VIEW "progress_line" WITH (security_barrier) AS
  SELECT t.id AS task_id, r.code AS record_code, t.unit_id, t.unit_path, t.state, t.force, t.rule,
         t.main_class, t.main_field, t.resolution, t.created_at, t.state_since, t.due_on, t.closed_at
  FROM task t JOIN record r ON r.id = t.record_id
  WHERE t.unit_path >= current_setting('app.scope_from', true)
    AND t.unit_path <  current_setting('app.scope_to', true);
-- The same of a record, for the figures that are not about tasks.
CREATE VIEW "progress_record" WITH (security_barrier) AS
  SELECT r.id AS record_id, r.code AS record_code, r.unit_id, r.unit_path, r.outcome, r.main_class,
         r.main_field, r.rule, r.created_at, r.updated_at
  FROM record r
  WHERE r.unit_path >= current_setting('app.scope_from', true)
    AND r.unit_path <  current_setting('app.scope_to', true);
GRANT SELECT ON "progress_line", "progress_record" TO portal_app;
