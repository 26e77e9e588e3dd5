-- Taking a record over can be taken back for ten seconds, as any other single step: what the record and
-- its task had before is kept with the offer, and goes back across the border by a function, as it came.
ALTER TABLE "transfer" ADD COLUMN "before" JSONB;

CREATE OR REPLACE FUNCTION take_over_offer(p_transfer uuid, p_name text) RETURNS uuid
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
  UPDATE transfer o SET state = 'accepted', answered_by_id = current_setting('app.officer')::uuid,
    answered_by_name = p_name, answered_at = now(),
    before = jsonb_build_object('unit_id', r.unit_id, 'unit_path', r.unit_path, 'hamlet_id', r.hamlet_id,
      'hamlet_rule_id', r.hamlet_rule_id, 'residence_status', r.residence_status, 'task_unit_id', t.unit_id,
      'task_unit_path', t.unit_path, 'task_hamlet_id', t.hamlet_id)
    FROM record r, task t WHERE o.id = p_transfer AND r.id = o.record_id AND t.id = o.task_id;
  UPDATE record SET unit_id = x.offered_unit_id, unit_path = place, hamlet_id = NULL,
    residence_status = 'resolved', version = version + 1, updated_at = now() WHERE id = x.record_id;
  UPDATE task SET unit_id = x.offered_unit_id, unit_path = place, hamlet_id = NULL WHERE id = x.task_id;
  RETURN x.task_id;
END $$;

-- The other way: only for whoever has accepted just now, and only once their command has brought the task
-- back to waiting for an answer. Both rows are the asking unit's again, and the offer stands as before.
CREATE FUNCTION give_back_offer(p_task uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  x transfer;
BEGIN
  SELECT o.* INTO x FROM transfer o JOIN task t ON t.id = o.task_id
    WHERE o.task_id = p_task AND o.state = 'accepted' AND o.before IS NOT NULL
      AND o.answered_by_id::text = current_setting('app.officer', true)
      AND o.answered_at >= now() - interval '15 seconds'
      AND t.state = 'transferring' AND t.unit_id = o.offered_unit_id
      AND t.unit_path >= current_setting('app.record_from', true)
      AND t.unit_path <  current_setting('app.record_to', true)
    ORDER BY o.answered_at DESC LIMIT 1 FOR UPDATE OF o;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE record SET unit_id = x.before->>'unit_id', unit_path = x.before->>'unit_path',
    hamlet_id = (x.before->>'hamlet_id')::uuid, hamlet_rule_id = (x.before->>'hamlet_rule_id')::uuid,
    residence_status = x.before->>'residence_status', version = version + 1, updated_at = now()
    WHERE id = x.record_id;
  UPDATE task SET unit_id = x.before->>'task_unit_id', unit_path = x.before->>'task_unit_path',
    hamlet_id = (x.before->>'task_hamlet_id')::uuid WHERE id = x.task_id;
  UPDATE transfer SET state = 'asked', answered_by_id = NULL, answered_by_name = NULL, answered_at = NULL,
    before = NULL WHERE id = x.id;
  RETURN true;
END $$;

REVOKE EXECUTE ON FUNCTION give_back_offer(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION give_back_offer(uuid) TO portal_app;
