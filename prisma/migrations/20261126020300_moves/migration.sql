-- CreateTable
CREATE TABLE "transfer" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "record_code" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "unit_path" TEXT NOT NULL,
    "offered_unit_id" TEXT NOT NULL,
    "offered_path" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_by_name" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_by_name" TEXT,
    "answered_at" TIMESTAMPTZ,

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "transfer_task_id_asked_at_idx" ON "transfer"("task_id", "asked_at");

-- CreateIndex
CREATE INDEX "transfer_unit_path_asked_at_idx" ON "transfer"("unit_path", "asked_at");

-- CreateIndex
CREATE INDEX "transfer_offered_path_asked_at_idx" ON "transfer"("offered_path", "asked_at");

ALTER TABLE "transfer" ADD FOREIGN KEY ("task_id") REFERENCES "task"("id");
ALTER TABLE "transfer" ADD FOREIGN KEY ("record_id") REFERENCES "record"("id");
-- A task is offered to one unit at a time.
CREATE UNIQUE INDEX "transfer_one_asked" ON "transfer" ("task_id") WHERE "state" = 'asked';

-- Both sides see what is between them; a hamlet team, what it has asked for its own tasks. Nothing in
-- it names the person: what the asked side needs to decide comes from the function below.
ALTER TABLE "transfer" ALTER COLUMN "unit_path" TYPE text COLLATE "C";
ALTER TABLE "transfer" ALTER COLUMN "offered_path" TYPE text COLLATE "C";
ALTER TABLE "transfer" ENABLE ROW LEVEL SECURITY;
CREATE POLICY both_sides ON "transfer"
  USING (
    (unit_path >= current_setting('app.record_from', true)
      AND unit_path < current_setting('app.record_to', true)
      AND (coalesce(current_setting('app.hamlet', true), '') = ''
           OR EXISTS (SELECT 1 FROM task t WHERE t.id = transfer.task_id)))
    OR (offered_path >= current_setting('app.record_from', true)
      AND offered_path < current_setting('app.record_to', true)
      AND coalesce(current_setting('app.hamlet', true), '') = ''))
  WITH CHECK (
    unit_path >= current_setting('app.record_from', true)
      AND unit_path < current_setting('app.record_to', true)
      AND (coalesce(current_setting('app.hamlet', true), '') = ''
           OR EXISTS (SELECT 1 FROM task t WHERE t.id = transfer.task_id)));
GRANT SELECT, INSERT ON "transfer" TO portal_app;
GRANT UPDATE ("state", "answer", "answered_by_id", "answered_by_name", "answered_at") ON "transfer" TO portal_app;

-- Few tasks wait for a day or for the level above; both are looked for often.
CREATE INDEX "task_wait_until" ON "task" ("wait_until") WHERE "state" = 'waiting';
CREATE INDEX "task_escalated" ON "task" ("unit_path", "escalated_at") WHERE "escalated_at" IS NOT NULL;

-- Tasks whose day has come: ids and places only, the earliest first.
CREATE FUNCTION due_waits(p_day date) RETURNS TABLE (task_id uuid, unit_id text, unit_path text, unit_level text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, t.unit_id, t.unit_path, u.level FROM task t JOIN unit u ON u.id = t.unit_id
  WHERE t.state = 'waiting' AND t.wait_until <= p_day
    AND (t.lease_until IS NULL OR t.lease_until < now())
  ORDER BY t.wait_until, t.id LIMIT 1000
$$;

-- The whole history of a task in the caller's scope. Events keep the path of their day, and officers of
-- another unit are not seen: the history of a task that has moved comes along by this function only.
CREATE FUNCTION task_history(p_task uuid)
RETURNS TABLE (event text, to_state text, at timestamptz, comment text, by_owner text, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.event, e.to_state, e.at, e.comment, e.by_owner, o.full_name
  FROM task t JOIN task_event e ON e.task_id = t.id LEFT JOIN officer o ON o.id = e.by_id
  WHERE t.id = p_task
    AND t.unit_path >= current_setting('app.record_from', true)
    AND t.unit_path <  current_setting('app.record_to', true)
    AND (coalesce(current_setting('app.hamlet', true), '') = ''
         OR t.hamlet_id::text = current_setting('app.hamlet', true))
  ORDER BY e.version
$$;

-- What the caller's unit is asked to take over, with what it takes to decide: no number, no doses, no
-- registry. An offer can be taken back for ten seconds, and is not shown before.
CREATE FUNCTION transfer_offers()
RETURNS TABLE (id uuid, task_id uuid, code text, full_name text, birth_year text, address text, reason text,
               asked_by_name text, asked_at timestamptz, from_name text, offered_name text, first_force text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT x.id, x.task_id, r.code, r.full_name, extract(year FROM r.birth_date)::text, r.address, x.reason,
         x.asked_by_name, x.asked_at, u.name, f.name, t.first_force
  FROM transfer x JOIN task t ON t.id = x.task_id JOIN record r ON r.id = x.record_id
  JOIN unit u ON u.id = x.unit_id JOIN unit f ON f.id = x.offered_unit_id
  WHERE x.state = 'asked' AND t.state = 'transferring' AND x.asked_at <= now() - interval '10 seconds'
    AND x.offered_path >= current_setting('app.record_from', true)
    AND x.offered_path <  current_setting('app.record_to', true)
    AND coalesce(current_setting('app.hamlet', true), '') = ''
  ORDER BY x.asked_at, x.id LIMIT 200
$$;

-- The place of a task that the caller's unit is asked to take over, or has just refused: the only way
-- to it from outside. Null for everybody else.
CREATE FUNCTION offered_place(p_transfer uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.unit_path FROM transfer x JOIN task t ON t.id = x.task_id
  WHERE x.id = p_transfer
    AND ((x.state = 'asked' AND t.state = 'transferring' AND x.asked_at <= now() - interval '10 seconds')
      OR (x.state = 'refused' AND x.answered_by_id::text = current_setting('app.officer', true)
          AND x.answered_at >= now() - interval '15 seconds'))
    AND x.offered_path >= current_setting('app.record_from', true)
    AND x.offered_path <  current_setting('app.record_to', true)
    AND coalesce(current_setting('app.hamlet', true), '') = ''
$$;

-- The asked unit takes the record and its open task over: both rows get its path, and are in its scope
-- from then on. Answers the task, or null where there is nothing (any more) to take.
CREATE FUNCTION take_over_offer(p_transfer uuid, p_name text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  x transfer;
  place text;
BEGIN
  IF offered_place(p_transfer) IS NULL THEN RETURN NULL; END IF;
  -- The task first, as every command does: of an answer and a recall one waits for the other.
  PERFORM 1 FROM task t JOIN transfer o ON o.task_id = t.id
    WHERE o.id = p_transfer AND t.state = 'transferring' FOR UPDATE OF t;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO x FROM transfer WHERE id = p_transfer AND state = 'asked' FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT u.path INTO place FROM unit u
    WHERE u.id = x.offered_unit_id AND u.level = 'commune' AND u.valid_to IS NULL;
  IF place IS NULL THEN RETURN NULL; END IF;
  UPDATE record SET unit_id = x.offered_unit_id, unit_path = place, hamlet_id = NULL,
    residence_status = 'resolved', version = version + 1, updated_at = now() WHERE id = x.record_id;
  UPDATE task SET unit_id = x.offered_unit_id, unit_path = place, hamlet_id = NULL WHERE id = x.task_id;
  UPDATE transfer SET state = 'accepted', answered_by_id = current_setting('app.officer')::uuid,
    answered_by_name = p_name, answered_at = now() WHERE id = p_transfer;
  RETURN x.task_id;
END $$;

-- Ids of a list whose records now belong to a unit outside the caller's area: a later list can't change
-- them, and says so of their lines.
CREATE FUNCTION moved_away(p_source_system text, p_source_ids text[]) RETURNS TABLE (source_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.source_id FROM record r
  WHERE r.source_system = p_source_system AND r.source_id = ANY (p_source_ids)
    AND NOT (r.unit_path >= current_setting('app.record_from', true)
         AND r.unit_path <  current_setting('app.record_to', true))
    AND EXISTS (SELECT 1 FROM import_batch b WHERE b.source_system = p_source_system
                  AND b.unit_path >= current_setting('app.record_from', true)
                  AND b.unit_path <  current_setting('app.record_to', true))
$$;

REVOKE EXECUTE ON FUNCTION moved_away(text, text[]), due_waits(date), task_history(uuid), transfer_offers(), offered_place(uuid),
  take_over_offer(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION moved_away(text, text[]), due_waits(date), task_history(uuid), transfer_offers(), offered_place(uuid),
  take_over_offer(uuid, text) TO portal_app;
