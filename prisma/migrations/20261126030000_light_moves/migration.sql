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
