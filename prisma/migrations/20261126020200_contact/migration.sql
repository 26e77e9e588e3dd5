-- AlterTable
ALTER TABLE "task" ADD COLUMN     "evidence" JSONB,
ADD COLUMN     "found" JSONB,
ADD COLUMN     "renewed" JSONB;

-- CreateTable
CREATE TABLE "contact_attempt" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT,
    "appointment_on" DATE,
    "counted" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worksheet" (
    "id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "unit_path" TEXT NOT NULL,
    "hamlet_id" UUID,
    "kind" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worksheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worksheet_line" (
    "code" TEXT NOT NULL,
    "worksheet_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "task_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "applied_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "applied_at" TIMESTAMPTZ,
    "applied_by_id" UUID,

    CONSTRAINT "worksheet_line_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "result_sheet" (
    "id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "hamlet_id" UUID,
    "file_name" TEXT NOT NULL,
    "failure" JSONB,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "result_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_row" (
    "sheet_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "unit_path" TEXT NOT NULL,
    "hamlet_id" UUID,
    "code" TEXT NOT NULL,
    "name" TEXT,
    "cells" JSONB NOT NULL,
    "result" JSONB,
    "issues" JSONB NOT NULL,
    "outcome" TEXT,
    "reason" TEXT,
    "params" JSONB,
    "task_id" UUID,
    "applied_at" TIMESTAMPTZ,

    CONSTRAINT "result_row_pkey" PRIMARY KEY ("sheet_id","row_no")
);

-- CreateIndex
CREATE INDEX "contact_attempt_task_id_at_idx" ON "contact_attempt"("task_id", "at");

-- CreateIndex
CREATE INDEX "contact_attempt_record_id_idx" ON "contact_attempt"("record_id");

-- CreateIndex
CREATE INDEX "worksheet_created_by_id_created_at_idx" ON "worksheet"("created_by_id", "created_at");

-- CreateIndex
CREATE INDEX "worksheet_line_worksheet_id_line_no_idx" ON "worksheet_line"("worksheet_id", "line_no");

-- CreateIndex
CREATE INDEX "worksheet_line_task_id_idx" ON "worksheet_line"("task_id");

-- CreateIndex
CREATE INDEX "result_sheet_created_by_id_created_at_idx" ON "result_sheet"("created_by_id", "created_at");

ALTER TABLE "contact_attempt" ADD FOREIGN KEY ("task_id") REFERENCES "task"("id");
ALTER TABLE "worksheet_line" ADD FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id");
ALTER TABLE "worksheet_line" ADD FOREIGN KEY ("task_id") REFERENCES "task"("id");
ALTER TABLE "result_row" ADD FOREIGN KEY ("sheet_id") REFERENCES "result_sheet"("id");

-- Paths compare byte by byte, so that a range of them is an index condition.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['contact_attempt', 'worksheet', 'worksheet_line', 'result_sheet', 'result_row'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN unit_path TYPE text COLLATE "C"', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
  -- A sheet belongs to an office; a hamlet team has its own ones.
  FOREACH t IN ARRAY ARRAY['worksheet', 'result_sheet', 'result_row'] LOOP
    EXECUTE format($p$CREATE POLICY record_scope ON %I
      USING (unit_path >= current_setting('app.record_from', true)
         AND unit_path <  current_setting('app.record_to', true)
         AND (coalesce(current_setting('app.hamlet', true), '') = ''
              OR hamlet_id::text = current_setting('app.hamlet', true)))$p$, t);
  END LOOP;
  -- What hangs on a task is seen with it, wherever it moves: a code of a task that went to another
  -- commune means nothing here any more.
  FOREACH t IN ARRAY ARRAY['contact_attempt', 'worksheet_line'] LOOP
    EXECUTE format($p$CREATE POLICY with_task ON %I
      USING (EXISTS (SELECT 1 FROM task t WHERE t.id = %I.task_id))$p$, t, t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON "contact_attempt", "worksheet", "worksheet_line", "result_sheet", "result_row" TO portal_app;
GRANT UPDATE ("applied_keys", "applied_at", "applied_by_id") ON "worksheet_line" TO portal_app;
GRANT UPDATE ("outcome", "reason", "params", "task_id", "applied_at") ON "result_row" TO portal_app;

-- What a record says of a person, each value as a hash: kept when "not enough information" is
-- proposed, and held against what a later file says. Case and spaces are no difference.
CREATE FUNCTION record_evidence(r public.record) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(jsonb_object_agg(v.field, md5(lower(regexp_replace(normalize(btrim(v.value), NFC), '\s+', ' ', 'g')))), '{}')
  FROM (VALUES
    ('fullName', r.full_name),
    ('birthDate', CASE WHEN r.birth_date IS NOT NULL THEN (r.birth_date - date '1800-01-01')::text || ' ' || r.birth_precision END),
    ('sex', r.sex),
    ('idNumber', r.id_number),
    ('phone', r.phone),
    ('address', r.address)) AS v(field, value)
  WHERE btrim(v.value) <> ''
$$;

-- Fields with a value that was not there: a value that is gone tells nothing new, and where nothing was
-- kept nothing can be told.
CREATE FUNCTION new_evidence(p_before jsonb, p_now jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(n.key ORDER BY n.key), '{}') FROM jsonb_each_text(p_now) n
  WHERE p_before IS NOT NULL AND n.value IS DISTINCT FROM p_before ->> n.key
$$;
