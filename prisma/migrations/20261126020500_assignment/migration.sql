-- AlterTable
ALTER TABLE "task" ADD COLUMN     "opened_at" TIMESTAMPTZ,
ADD COLUMN     "opened_by_id" UUID;

-- AlterTable
ALTER TABLE "task_event" ADD COLUMN     "opened_at" TIMESTAMPTZ;

-- CreateTable
CREATE TABLE "officer_plan" (
    "officer_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "minutes" INTEGER,
    "seen_at" TIMESTAMPTZ,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "officer_plan_pkey" PRIMARY KEY ("officer_id")
);

-- CreateTable
CREATE TABLE "officer_absence" (
    "id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "share_out" BOOLEAN NOT NULL DEFAULT true,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelled_at" TIMESTAMPTZ,
    "cancelled_by_id" UUID,

    CONSTRAINT "officer_absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign" (
    "id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "unit_path" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "share" INTEGER NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelled_at" TIMESTAMPTZ,
    "cancelled_by_id" UUID,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "redistribution" (
    "id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "loads" JSONB NOT NULL,
    "applied_at" TIMESTAMPTZ,
    "undone_at" TIMESTAMPTZ,

    CONSTRAINT "redistribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "redistribution_line" (
    "redistribution_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "from_id" UUID,
    "to_id" UUID,
    "outcome" TEXT,
    "holder_id" UUID,
    "undo" TEXT,

    CONSTRAINT "redistribution_line_pkey" PRIMARY KEY ("redistribution_id","task_id")
);

-- CreateTable
CREATE TABLE "task_assignment" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "from_id" UUID,
    "to_id" UUID,
    "by_id" UUID,
    "reason" TEXT NOT NULL,
    "redistribution_id" UUID,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "effort_measured" (
    "force" TEXT NOT NULL,
    "main_class" TEXT NOT NULL,
    "tasks" INTEGER NOT NULL,
    "minutes" DOUBLE PRECISION NOT NULL,
    "measured_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "effort_measured_pkey" PRIMARY KEY ("force","main_class")
);

-- CreateIndex
CREATE INDEX "officer_absence_officer_id_to_day_idx" ON "officer_absence"("officer_id", "to_day");

-- CreateIndex
CREATE INDEX "campaign_unit_path_to_day_idx" ON "campaign"("unit_path", "to_day");

-- CreateIndex
CREATE INDEX "redistribution_unit_path_at_idx" ON "redistribution"("unit_path", "at");

-- CreateIndex
CREATE INDEX "task_assignment_task_id_id_idx" ON "task_assignment"("task_id", "id");

-- CreateIndex
CREATE INDEX "task_assignment_from_id_at_idx" ON "task_assignment"("from_id", "at");

-- AddForeignKey
ALTER TABLE "officer_plan" ADD FOREIGN KEY ("officer_id") REFERENCES "officer"("id");
ALTER TABLE "officer_absence" ADD FOREIGN KEY ("officer_id") REFERENCES "officer"("id");
ALTER TABLE "campaign" ADD FOREIGN KEY ("unit_id") REFERENCES "unit"("id");
ALTER TABLE "redistribution_line" ADD FOREIGN KEY ("redistribution_id") REFERENCES "redistribution"("id");
ALTER TABLE "redistribution_line" ADD FOREIGN KEY ("task_id") REFERENCES "task"("id");
ALTER TABLE "task_assignment" ADD FOREIGN KEY ("task_id") REFERENCES "task"("id");

ALTER TABLE "officer_absence" ADD CHECK ("from_day" <= "to_day");
ALTER TABLE "campaign" ADD CHECK ("from_day" <= "to_day" AND "share" BETWEEN 0 AND 100);
ALTER TABLE "officer_plan" ADD CHECK ("minutes" BETWEEN 0 AND 720);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['officer_plan', 'officer_absence', 'campaign', 'redistribution',
      'redistribution_line', 'task_assignment'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN unit_path TYPE text COLLATE "C"', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
  -- What is known about an officer is seen where the officer is.
  FOREACH t IN ARRAY ARRAY['officer_plan', 'officer_absence'] LOOP
    EXECUTE format($p$CREATE POLICY unit_scope ON %I
      USING (unit_path >= current_setting('app.scope_from', true)
         AND unit_path <  current_setting('app.scope_to', true))$p$, t);
  END LOOP;
  -- A redistribution is seen where it was made: its lines carry its own path.
  FOREACH t IN ARRAY ARRAY['redistribution', 'redistribution_line'] LOOP
    EXECUTE format($p$CREATE POLICY record_scope ON %I
      USING (unit_path >= current_setting('app.record_from', true)
         AND unit_path <  current_setting('app.record_to', true)
         AND coalesce(current_setting('app.hamlet', true), '') = '')$p$, t);
  END LOOP;
END $$;

-- A campaign holds below the unit that has it, so those below read it; only the unit's own area writes it.
CREATE POLICY unit_scope ON "campaign"
  USING (unit_path >= current_setting('app.scope_from', true)
     AND unit_path <  current_setting('app.scope_to', true));
CREATE POLICY from_above ON "campaign" FOR SELECT
  USING (starts_with(current_setting('app.scope_from', true), unit_path));

-- On whose list a task was is seen with the task; a hamlet team writes its own too.
CREATE POLICY record_scope ON "task_assignment"
  USING (unit_path >= current_setting('app.record_from', true)
     AND unit_path <  current_setting('app.record_to', true)
     AND (coalesce(current_setting('app.hamlet', true), '') = ''
          OR EXISTS (SELECT 1 FROM task t WHERE t.id = task_assignment.task_id)));

GRANT SELECT, INSERT ON "officer_plan", "officer_absence", "campaign", "redistribution",
  "redistribution_line", "task_assignment" TO portal_app;
GRANT UPDATE ("minutes", "seen_at", "updated_by_id", "updated_at") ON "officer_plan" TO portal_app;
GRANT UPDATE ("cancelled_at", "cancelled_by_id") ON "officer_absence", "campaign" TO portal_app;
GRANT UPDATE ("state", "applied_at", "undone_at") ON "redistribution" TO portal_app;
GRANT UPDATE ("outcome", "holder_id", "undo") ON "redistribution_line" TO portal_app;
GRANT SELECT ON "effort_measured" TO portal_app;

-- The work on each officer's list, and each unit's, by one index without touching the rows.
CREATE INDEX "task_load" ON "task" ("unit_path", "assignee_id")
  INCLUDE ("force", "state", "main_class", "effort", "due_on", "hamlet_id", "created_at", "unit_id")
  WHERE "state" <> 'closed';
CREATE INDEX "task_held" ON "task" ("assignee_id")
  INCLUDE ("force", "state", "main_class", "effort") WHERE "state" <> 'closed';
-- What officers have done lately.
CREATE INDEX "task_event_done" ON "task_event" ("unit_path", "at") INCLUDE ("event", "by_id", "task_id")
  WHERE "by_id" IS NOT NULL;
CREATE INDEX "task_event_opened" ON "task_event" ("at") WHERE "opened_at" IS NOT NULL;

-- A step remembers since when its officer had the task open: how long the work took.
CREATE FUNCTION event_opened() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.opened_at := (SELECT t.opened_at FROM task t WHERE t.id = NEW.task_id AND t.opened_by_id = NEW.by_id);
  RETURN NEW;
END $$;
CREATE TRIGGER event_opened BEFORE INSERT ON "task_event" FOR EACH ROW
  WHEN (NEW.by_id IS NOT NULL AND NEW.opened_at IS NULL) EXECUTE FUNCTION event_opened();

-- The open work of officers in the caller's area, in minutes. A hamlet team's step hands a task on to
-- police, whose lists it does not see: sums of minutes are all that it learns.
CREATE FUNCTION open_work(p_officers uuid[])
RETURNS TABLE (officer_id uuid, force text, main_class text, tasks int, minutes int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.assignee_id, t.force, t.main_class, count(*)::int, sum(t.effort)::int
  FROM task t JOIN officer o ON o.id = t.assignee_id
  WHERE t.assignee_id = ANY (p_officers) AND t.state <> 'closed'
    AND t.state IN ('surveying', 'verifying', 'correcting', 'waiting')
    AND o.unit_path >= current_setting('app.scope_from', true)
    AND o.unit_path <  current_setting('app.scope_to', true)
  GROUP BY 1, 2, 3
$$;
REVOKE EXECUTE ON FUNCTION open_work(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_work(uuid[]) TO portal_app;

-- Absences under way whose officers still have work on their lists that nobody has open: ids only.
CREATE FUNCTION absences_with_work(p_day date) RETURNS TABLE (id uuid, by_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.by_id FROM officer_absence a
  WHERE a.cancelled_at IS NULL AND p_day BETWEEN a.from_day AND a.to_day
    AND EXISTS (SELECT 1 FROM task t WHERE t.assignee_id = a.officer_id AND t.state <> 'closed'
      AND t.state IN ('surveying', 'verifying', 'correcting', 'waiting')
      AND (t.lease_until IS NULL OR t.lease_until < now()))
$$;
REVOKE EXECUTE ON FUNCTION absences_with_work(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION absences_with_work(date) TO portal_app;

-- What tasks of each class took each force, over the whole installation: medians, no people. A step
-- within two seconds was not looked at, and beyond the longest that one works on without a pause the
-- officer was somewhere else.
CREATE FUNCTION measure_effort(p_days int, p_longest int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  DELETE FROM effort_measured;
  INSERT INTO effort_measured (force, main_class, tasks, minutes)
  SELECT e.by_owner, t.main_class, count(*),
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM e.at - e.opened_at) / 60)
  FROM task_event e JOIN task t ON t.id = e.task_id
  WHERE e.opened_at IS NOT NULL AND e.at >= now() - make_interval(days => p_days)
    AND e.by_owner IN ('hamlet', 'police', 'health')
    AND e.event IN ('survey', 'cannotFind', 'confirm', 'rejectCandidate', 'registryError', 'giveUp', 'submit')
    AND e.at - e.opened_at BETWEEN interval '2 seconds' AND make_interval(mins => p_longest)
  GROUP BY 1, 2;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
REVOKE EXECUTE ON FUNCTION measure_effort(int, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION measure_effort(int, int) TO portal_app;
