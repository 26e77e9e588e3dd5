-- Lists that officers carry along where there is no connection: which tasks, who, until when. It keeps
-- nobody from a task; it tells others that a result may come in later.

-- CreateTable
CREATE TABLE "carried_task" (
    "task_id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "carried_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "carried_task_pkey" PRIMARY KEY ("task_id","officer_id")
);

-- CreateIndex
CREATE INDEX "carried_task_officer_id_idx" ON "carried_task"("officer_id");

ALTER TABLE "carried_task" ADD FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE;

-- Seen with the task, wherever it moves. Everybody who sees the task sees who carries it; one's own
-- rows alone are written.
ALTER TABLE "carried_task" ENABLE ROW LEVEL SECURITY;
CREATE POLICY with_task ON "carried_task" FOR SELECT
  USING (EXISTS (SELECT 1 FROM task t WHERE t.id = carried_task.task_id));
CREATE POLICY own_taken ON "carried_task" FOR INSERT
  WITH CHECK (officer_id::text = current_setting('app.officer', true)
    AND EXISTS (SELECT 1 FROM task t WHERE t.id = carried_task.task_id));
CREATE POLICY own_put_down ON "carried_task" FOR DELETE
  USING (officer_id::text = current_setting('app.officer', true));
GRANT SELECT, INSERT, DELETE ON "carried_task" TO portal_app;
