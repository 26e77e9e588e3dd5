-- What would come next for an officer, without taking it: the same order as "next_task", so that what is
-- read ahead is what opens. Nothing is locked; whoever opens it first has it.
CREATE FUNCTION upcoming_tasks(p_officer uuid, p_force text, p_unit text, p_except uuid[], p_most int)
  RETURNS TABLE (id uuid)
  LANGUAGE plpgsql STABLE ROWS 2 SET search_path = public, pg_temp
  SET enable_sort = off SET enable_bitmapscan = off SET enable_incremental_sort = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  own int;
BEGIN
  RETURN QUERY SELECT t.id FROM task t
    WHERE t.assignee_id = p_officer AND t.force = p_force AND t.state IN ('surveying', 'verifying', 'correcting')
      AND (t.lease_until IS NULL OR t.lease_until < now() OR t.lease_by_id = p_officer) AND t.id <> ALL (p_except)
    ORDER BY t.due_on, t.id LIMIT p_most;
  GET DIAGNOSTICS own = ROW_COUNT;
  IF own >= p_most THEN RETURN; END IF;
  RETURN QUERY SELECT t.id FROM task t
    WHERE t.unit_id = p_unit AND t.force = p_force AND t.state IN ('surveying', 'verifying', 'correcting')
      AND t.assignee_id IS DISTINCT FROM p_officer
      AND (t.lease_until IS NULL OR t.lease_until < now() OR t.lease_by_id = p_officer) AND t.id <> ALL (p_except)
    ORDER BY t.due_on, t.id LIMIT p_most - own;
END $$;
REVOKE EXECUTE ON FUNCTION upcoming_tasks(uuid, text, text, uuid[], int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION upcoming_tasks(uuid, text, text, uuid[], int) TO portal_app;

-- What an officer has begun to write on a task and not sent. Theirs alone: nobody else reads it, wherever the
-- task goes meanwhile.
-- CreateTable
CREATE TABLE "task_draft" (
    "task_id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_draft_pkey" PRIMARY KEY ("officer_id","task_id")
);
ALTER TABLE "task_draft" ADD FOREIGN KEY ("task_id") REFERENCES "task"("id");
ALTER TABLE "task_draft" ADD FOREIGN KEY ("officer_id") REFERENCES "officer"("id");

-- CreateIndex
CREATE INDEX "task_draft_task_id_idx" ON "task_draft"("task_id");

ALTER TABLE "task_draft" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "task_draft"
  USING (officer_id = nullif(current_setting('app.officer', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "task_draft" TO portal_app;

-- What officers write to one another about a task. It is no step of the flow.
-- CreateTable
CREATE TABLE "task_note" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "words" TEXT NOT NULL,

    CONSTRAINT "task_note_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "task_note" ADD FOREIGN KEY ("task_id") REFERENCES "task"("id");

-- CreateIndex
CREATE INDEX "task_note_task_id_at_idx" ON "task_note"("task_id", "at");

ALTER TABLE "task_note" ENABLE ROW LEVEL SECURITY;
CREATE POLICY with_task ON "task_note"
  USING (EXISTS (SELECT 1 FROM task t WHERE t.id = task_note.task_id));
GRANT SELECT, INSERT ON "task_note" TO portal_app;

-- Who else of the commune has this number: asked for on every task.
CREATE INDEX "record_same_phone" ON "record" ("phone", "unit_path") WHERE "phone" <> '';
