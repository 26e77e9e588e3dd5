-- Figures follow a task only where something that they count has changed: opening it, giving it back or
-- putting it on a list, which is half of all updates, costs them nothing. A trigger of a statement would
-- have to look at every row to find that out.
DROP TRIGGER progress_update ON task;

CREATE OR REPLACE FUNCTION progress_of_tasks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
  INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, people)
    SELECT unit_path, 'task', state, coalesce(resolution, ''), main_class, count(*)
    FROM added GROUP BY 1, 3, 4, 5;
  INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, people)
    SELECT r.unit_path, 'record', moved.state, coalesce(r.outcome, ''), coalesce(r.main_class, ''), sum(moved.n)
    FROM (SELECT a.record_id FROM (SELECT record_id, count(*) AS n FROM added GROUP BY 1) a
          WHERE (SELECT count(*) FROM task t WHERE t.record_id = a.record_id) = a.n) first
    JOIN record r ON r.id = first.record_id AND r.duplicate_of_id IS NULL
    CROSS JOIN (VALUES ('', -1), ('worked', 1)) AS moved(state, n)
    GROUP BY 1, 3, 4, 5;
  RETURN NULL;
END $$;

CREATE FUNCTION progress_of_moved_task() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, people) VALUES
    (OLD.unit_path, 'task', OLD.state, coalesce(OLD.resolution, ''), OLD.main_class, -1),
    (NEW.unit_path, 'task', NEW.state, coalesce(NEW.resolution, ''), NEW.main_class, 1);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION progress_of_moved_task() FROM PUBLIC;

CREATE TRIGGER progress_update AFTER UPDATE ON task FOR EACH ROW
  WHEN (OLD.state <> NEW.state OR OLD.unit_path <> NEW.unit_path OR OLD.main_class <> NEW.main_class
    OR coalesce(OLD.resolution, '') <> coalesce(NEW.resolution, ''))
  EXECUTE FUNCTION progress_of_moved_task();

-- What is open on somebody's list is found by "task_held".
DROP INDEX "task_assignee_id_state_idx";

-- The most useful task for an officer: their own that is due first, else their unit's, locked for the caller;
-- what is open at somebody's, or being taken this very moment, is passed over. The planner takes row scope
-- for a filter that leaves next to nothing, and would rather read and sort a whole list than follow the index
-- that is in the right order already: so sorting is not offered to it.
CREATE FUNCTION next_task(p_officer uuid, p_force text, p_unit text, p_except uuid)
  RETURNS TABLE (id uuid, assignee_id uuid)
  LANGUAGE plpgsql ROWS 1 SET search_path = public, pg_temp
  SET enable_sort = off SET enable_bitmapscan = off SET enable_incremental_sort = off SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN QUERY SELECT t.id, t.assignee_id FROM task t
    WHERE t.assignee_id = p_officer AND t.force = p_force AND t.state IN ('surveying', 'verifying', 'correcting')
      AND (t.lease_until IS NULL OR t.lease_until < now() OR t.lease_by_id = p_officer) AND t.id <> p_except
    ORDER BY t.due_on, t.id LIMIT 1 FOR UPDATE SKIP LOCKED;
  IF FOUND THEN RETURN; END IF;
  RETURN QUERY SELECT t.id, t.assignee_id FROM task t
    WHERE t.unit_id = p_unit AND t.force = p_force AND t.state IN ('surveying', 'verifying', 'correcting')
      AND (t.lease_until IS NULL OR t.lease_until < now() OR t.lease_by_id = p_officer) AND t.id <> p_except
    ORDER BY t.due_on, t.id LIMIT 1 FOR UPDATE SKIP LOCKED;
END $$;
REVOKE EXECUTE ON FUNCTION next_task(uuid, text, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION next_task(uuid, text, text, uuid) TO portal_app;
