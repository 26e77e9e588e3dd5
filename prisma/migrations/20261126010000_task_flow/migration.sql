-- AlterTable
ALTER TABLE "task" ADD COLUMN     "acted_by" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "before" JSONB,
ADD COLUMN     "clock_stopped_at" TIMESTAMPTZ,
ADD COLUMN     "escalated_at" TIMESTAMPTZ,
ADD COLUMN     "moved_by_id" UUID,
ADD COLUMN     "proposed" TEXT,
ADD COLUMN     "returns" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sampled" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "unread_return" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "wait_reason" TEXT,
ADD COLUMN     "wait_until" DATE;

-- AlterTable
ALTER TABLE "task_event" ADD COLUMN     "by_owner" TEXT,
ADD COLUMN     "decided" JSONB;

-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- Every task is due some day: what was made without one is due when a task of its day would be.
UPDATE "task" SET "due_on" = ("created_at" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + 14 WHERE "due_on" IS NULL;

-- Who had a part in a task before it was kept on the task itself.
UPDATE "task" t SET "acted_by" = e.officers FROM (
  SELECT task_id, array_agg(DISTINCT by_id) AS officers FROM "task_event"
  WHERE by_id IS NOT NULL AND event IN ('survey', 'confirm', 'rejectCandidate', 'submit') GROUP BY task_id) e
WHERE e.task_id = t.id;

-- Settings are everybody's to read; a command of an administrator writes them.
GRANT SELECT, INSERT, UPDATE ON "setting" TO portal_app;
