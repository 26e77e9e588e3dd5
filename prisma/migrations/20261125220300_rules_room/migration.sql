-- AlterTable
ALTER TABLE "match_model" ADD COLUMN     "approved_at" TIMESTAMPTZ,
ADD COLUMN     "approved_by_id" UUID,
ADD COLUMN     "evidence" JSONB,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "parent_version" TEXT,
ADD COLUMN     "proposed_at" TIMESTAMPTZ,
ADD COLUMN     "proposed_by_id" UUID,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'proposed';

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "resume_to" TEXT;

-- CreateTable
CREATE TABLE "match_model_event" (
    "id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "note" TEXT,
    "replay_id" UUID,

    CONSTRAINT "match_model_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "replay" (
    "id" UUID NOT NULL,
    "model_version" TEXT NOT NULL,
    "base_version" TEXT NOT NULL,
    "unit_path" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "cursor" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ,
    "touched_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "replay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "replay_line" (
    "replay_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "task_id" UUID NOT NULL,
    "open" BOOLEAN NOT NULL,
    "verdict" TEXT NOT NULL,
    "main_class" TEXT NOT NULL,
    "main_field" TEXT,
    "before_outcome" TEXT NOT NULL,
    "before_person_id" UUID,
    "after_outcome" TEXT NOT NULL,
    "after_person_id" UUID,
    "decided_person_id" UUID,

    CONSTRAINT "replay_line_pkey" PRIMARY KEY ("replay_id","record_id")
);

-- CreateTable
CREATE TABLE "model_release" (
    "id" UUID NOT NULL,
    "model_version" TEXT NOT NULL,
    "replay_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "total" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ,
    "touched_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_release_line" (
    "release_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "outcome" TEXT,
    "at" TIMESTAMPTZ,

    CONSTRAINT "model_release_line_pkey" PRIMARY KEY ("release_id","task_id")
);

-- CreateTable
CREATE TABLE "system_report" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT NOT NULL,
    "expected" TEXT NOT NULL,
    "words" TEXT,
    "main_class" TEXT NOT NULL,
    "field" TEXT,
    "level" TEXT,
    "model_version" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ,
    "decision_note" TEXT,

    CONSTRAINT "system_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "match_model_event_version_at_idx" ON "match_model_event"("version", "at");

-- CreateIndex
CREATE INDEX "replay_model_version_created_at_idx" ON "replay"("model_version", "created_at");

-- CreateIndex
CREATE INDEX "replay_line_replay_id_verdict_record_id_idx" ON "replay_line"("replay_id", "verdict", "record_id");

-- CreateIndex
CREATE INDEX "model_release_model_version_created_at_idx" ON "model_release"("model_version", "created_at");

-- CreateIndex
CREATE INDEX "model_release_line_release_id_outcome_idx" ON "model_release_line"("release_id", "outcome");

-- CreateIndex
CREATE INDEX "system_report_state_field_level_idx" ON "system_report"("state", "field", "level");

-- CreateIndex
CREATE INDEX "system_report_task_id_idx" ON "system_report"("task_id");

-- CreateIndex
CREATE INDEX "system_report_by_id_decided_at_idx" ON "system_report"("by_id", "decided_at");

-- Nobody ever approved what runs have used so far: the first use of the matching engine approves the
-- model that comes with the program, and from then on people do.
UPDATE "match_model" SET "state" = 'retired';
-- One version is in use at a time, however many approve at once.
CREATE UNIQUE INDEX "match_model_one_approved" ON "match_model" ((true)) WHERE "state" = 'approved';
-- A version's data is never changed; only what became of it.
GRANT UPDATE ("state", "approved_by_id", "approved_at", "evidence") ON "match_model" TO portal_app;
GRANT SELECT, INSERT ON "match_model_event" TO portal_app;

-- A task is reported once at a time; the other tasks of the same cause are found by their field.
CREATE UNIQUE INDEX "system_report_one_open" ON "system_report" ("task_id") WHERE "state" = 'open';
CREATE INDEX "task_open_cause" ON "task" ("main_field", "main_class") WHERE "state" <> 'closed';

ALTER TABLE "system_report" ADD FOREIGN KEY ("task_id") REFERENCES "task"("id");
ALTER TABLE "replay_line" ADD FOREIGN KEY ("replay_id") REFERENCES "replay"("id");
ALTER TABLE "model_release" ADD FOREIGN KEY ("replay_id") REFERENCES "replay"("id");
ALTER TABLE "model_release_line" ADD FOREIGN KEY ("release_id") REFERENCES "model_release"("id");
ALTER TABLE "match_model_event" ADD FOREIGN KEY ("version") REFERENCES "match_model"("version");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['replay', 'replay_line', 'model_release', 'model_release_line', 'system_report'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN unit_path TYPE text COLLATE "C"', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
  -- A replay is read where it was started: its lines carry its own path, not their records'.
  FOREACH t IN ARRAY ARRAY['replay', 'replay_line', 'model_release', 'model_release_line'] LOOP
    EXECUTE format($p$CREATE POLICY record_scope ON %I
      USING (unit_path >= current_setting('app.record_from', true)
         AND unit_path <  current_setting('app.record_to', true)
         AND coalesce(current_setting('app.hamlet', true), '') = '')$p$, t);
  END LOOP;
END $$;

-- A report is seen with its task; a hamlet team writes its own too.
CREATE POLICY record_scope ON "system_report"
  USING (unit_path >= current_setting('app.record_from', true)
     AND unit_path <  current_setting('app.record_to', true)
     AND (coalesce(current_setting('app.hamlet', true), '') = ''
          OR EXISTS (SELECT 1 FROM task t WHERE t.id = system_report.task_id)));

GRANT SELECT, INSERT, UPDATE ON "replay", "model_release" TO portal_app;
GRANT SELECT, INSERT ON "replay_line" TO portal_app;
GRANT SELECT, INSERT ON "model_release_line", "system_report" TO portal_app;
GRANT UPDATE ("outcome", "at") ON "model_release_line" TO portal_app;
GRANT UPDATE ("state", "decided_by_id", "decided_at", "decision_note") ON "system_report" TO portal_app;

-- Shadow runs and releases that nobody has touched for a while: ids and starters only.
CREATE FUNCTION unfinished_model_work(p_seconds int) RETURNS TABLE (kind text, id uuid, officer_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'replay', r.id, r.created_by_id FROM replay r
  WHERE r.state IN ('queued', 'running') AND r.touched_at <= now() - make_interval(secs => p_seconds)
  UNION ALL
  SELECT 'release', m.id, m.created_by_id FROM model_release m
  WHERE m.state IN ('queued', 'running') AND m.touched_at <= now() - make_interval(secs => p_seconds)
$$;
REVOKE EXECUTE ON FUNCTION unfinished_model_work(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION unfinished_model_work(int) TO portal_app;
