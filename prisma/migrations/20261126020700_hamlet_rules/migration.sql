-- Hamlets are named, renamed and closed by their commune; what an address means is decided once and
-- remembered as a rule.

-- AlterTable
ALTER TABLE "hamlet" ADD COLUMN     "closed_at" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "record" ADD COLUMN     "hamlet_rule_id" UUID,
ADD COLUMN     "residence_rule_id" UUID,
ADD COLUMN     "split_unit_id" TEXT;

-- CreateTable
CREATE TABLE "hamlet_rule" (
    "id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "unit_path" TEXT COLLATE "C" NOT NULL,
    "from_unit_id" TEXT NOT NULL DEFAULT '',
    "folded_name" TEXT NOT NULL,
    "written" TEXT NOT NULL,
    "hamlet_id" UUID,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "hamlet_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "residence_rule" (
    "id" UUID NOT NULL,
    "old_unit_id" TEXT NOT NULL,
    "folded_name" TEXT NOT NULL,
    "written" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "unit_path" TEXT COLLATE "C" NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "residence_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "hamlet_rule_unit_id_from_unit_id_folded_name_key" ON "hamlet_rule"("unit_id", "from_unit_id", "folded_name");

-- CreateIndex
CREATE UNIQUE INDEX "residence_rule_old_unit_id_folded_name_key" ON "residence_rule"("old_unit_id", "folded_name");

-- Two hamlets whose names differ by marks only are two (Thôn Đông, Thôn Đồng): the command that makes one
-- compares the names as people read them. A closed hamlet's name is free again.
DROP INDEX "hamlet_unit_id_folded_name_key";
CREATE INDEX "hamlet_unit_id_idx" ON "hamlet"("unit_id");
CREATE UNIQUE INDEX "hamlet_one_name" ON "hamlet" ("unit_id", "name") WHERE "closed_at" IS NULL;

CREATE INDEX "record_hamlet_rule" ON "record" ("hamlet_rule_id") WHERE "hamlet_rule_id" IS NOT NULL;
CREATE INDEX "record_residence_rule" ON "record" ("residence_rule_id") WHERE "residence_rule_id" IS NOT NULL;
CREATE INDEX "record_hamlet" ON "record" ("hamlet_id") WHERE "hamlet_id" IS NOT NULL;
CREATE INDEX "record_undecided" ON "record" ("residence_status", "unit_path") WHERE "residence_status" <> 'resolved';
ALTER TABLE "hamlet_rule" ADD FOREIGN KEY ("hamlet_id") REFERENCES "hamlet"("id");

-- Rules are made by those who work on records; a hamlet team sees none.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['hamlet_rule', 'residence_rule'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY record_scope ON %I
      USING (unit_path >= current_setting('app.record_from', true)
         AND unit_path <  current_setting('app.record_to', true)
         AND coalesce(current_setting('app.hamlet', true), '') = '')$p$, t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "hamlet_rule", "residence_rule" TO portal_app;

-- What hangs on a task is seen with it, wherever the task moves: an event keeps the unit of its day.
DROP POLICY record_scope ON "task_event";
CREATE POLICY record_scope ON "task_event"
  USING ((unit_path >= current_setting('app.record_from', true)
      AND unit_path <  current_setting('app.record_to', true)
      AND coalesce(current_setting('app.hamlet', true), '') = '')
     OR EXISTS (SELECT 1 FROM task t WHERE t.id = task_event.task_id));

-- The units in force that a unit of any time has become; itself where it is in force.
CREATE FUNCTION units_today(p_unit text) RETURNS SETOF text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH RECURSIVE reached(id) AS (
    SELECT p_unit
    UNION
    SELECT s.new_unit_id FROM reached r JOIN unit_successor s ON s.old_unit_id = r.id
  )
  SELECT r.id FROM reached r JOIN unit u ON u.id = r.id WHERE u.valid_to IS NULL
$$;
REVOKE EXECUTE ON FUNCTION units_today(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION units_today(text) TO portal_app;
