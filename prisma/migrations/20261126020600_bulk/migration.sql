-- AlterTable
ALTER TABLE "record" ADD COLUMN     "main_level" TEXT;

-- CreateTable
CREATE TABLE "bulk_run" (
    "id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "cluster_key" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "main_class" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "model_version" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "phase" TEXT NOT NULL DEFAULT 'apply',
    "total" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ,
    "finished_at" TIMESTAMPTZ,
    "undone_at" TIMESTAMPTZ,
    "touched_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bulk_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_sample" (
    "bulk_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "right" BOOLEAN NOT NULL,

    CONSTRAINT "bulk_sample_pkey" PRIMARY KEY ("bulk_id","task_id")
);

-- CreateTable
CREATE TABLE "bulk_line" (
    "bulk_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "assignee_id" UUID,
    "outcome" TEXT,
    "reason" TEXT,
    "at" TIMESTAMPTZ,
    "after_version" INTEGER,
    "undo_outcome" TEXT,
    "undone_at" TIMESTAMPTZ,

    CONSTRAINT "bulk_line_pkey" PRIMARY KEY ("bulk_id","task_id")
);

-- CreateIndex
CREATE INDEX "bulk_run_unit_path_created_at_idx" ON "bulk_run"("unit_path", "created_at");

-- CreateIndex
CREATE INDEX "bulk_run_cluster_key_rule_idx" ON "bulk_run"("cluster_key", "rule");

-- CreateIndex
CREATE INDEX "bulk_line_bulk_id_outcome_undo_outcome_task_id_idx" ON "bulk_line"("bulk_id", "outcome", "undo_outcome", "task_id");

ALTER TABLE "bulk_sample" ADD FOREIGN KEY ("bulk_id") REFERENCES "bulk_run"("id");
ALTER TABLE "bulk_line" ADD FOREIGN KEY ("bulk_id") REFERENCES "bulk_run"("id");

-- What exactly differs was kept with the candidates only: for the open tasks, beside whoever carries the
-- number, else the best.
UPDATE "record" r SET "main_level" = (
  SELECT f->>'level' FROM match_candidate c CROSS JOIN LATERAL jsonb_array_elements(c.fields) f
  WHERE c.result_id = r.match_result_id AND f->>'field' = r.main_field
  ORDER BY c.fields @> '[{"field": "idNumber", "harmless": true}]' DESC, c.rank LIMIT 1)
WHERE EXISTS (SELECT 1 FROM task t WHERE t.record_id = r.id AND t.state <> 'closed');

-- A bulk is read where it was started: its lines carry its own path, not their records'.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['bulk_run', 'bulk_sample', 'bulk_line'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN unit_path TYPE text COLLATE "C"', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY record_scope ON %I
      USING (unit_path >= current_setting('app.record_from', true)
         AND unit_path <  current_setting('app.record_to', true)
         AND coalesce(current_setting('app.hamlet', true), '') = '')$p$, t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON "bulk_run" TO portal_app;
GRANT SELECT, INSERT ON "bulk_sample", "bulk_line" TO portal_app;
GRANT UPDATE ("outcome", "reason", "at", "after_version", "undo_outcome", "undone_at") ON "bulk_line" TO portal_app;

-- Bulks that nobody has touched for a while: ids and on whose behalf only.
CREATE FUNCTION unfinished_bulks(p_seconds int) RETURNS TABLE (kind text, id uuid, officer_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'bulk', b.id, b.by_id FROM bulk_run b
  WHERE b.state IN ('queued', 'running') AND b.touched_at <= now() - make_interval(secs => p_seconds)
$$;
REVOKE EXECUTE ON FUNCTION unfinished_bulks(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION unfinished_bulks(int) TO portal_app;
