-- Which tasks and records each figure of a day is made of, so that it opens its list; lighter triggers.
-- See docs/decisions/0042-lists-of-a-day.md.

ALTER TABLE "progress_delta" ADD COLUMN "ids" UUID[];

-- Its record's, which never changes: a step needn't look it up to be counted.
ALTER TABLE "task" ADD COLUMN "source_system" TEXT COLLATE "C" NOT NULL DEFAULT '';
UPDATE "task" t SET "source_system" = r."source_system" FROM "record" r WHERE r."id" = t."record_id";
CREATE OR REPLACE FUNCTION task_list_keys() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT r.name_order, r.birth_year, r.source_system INTO NEW.name_order, NEW.birth_year, NEW.source_system
    FROM record r WHERE r.id = NEW.record_id;
  NEW.name_order := coalesce(NEW.name_order, '');
  NEW.birth_year := coalesce(NEW.birth_year, 0);
  NEW.source_system := coalesce(NEW.source_system, '');
  RETURN NEW;
END $$;

-- Tasks (of "cleared" records) that an event happened to at a unit on a day; "sign" is -1 where it was taken
-- back or went away. Kept for some months: see check_progress().
CREATE TABLE "progress_log" (
    "day" DATE NOT NULL,
    "unit_path" TEXT COLLATE "C" NOT NULL,
    "event" TEXT COLLATE "C" NOT NULL,
    "sign" SMALLINT NOT NULL,
    "ids" UUID[] NOT NULL
);
CREATE INDEX "progress_log_day" ON "progress_log" ("day", "unit_path");
ALTER TABLE "progress_log" ENABLE ROW LEVEL SECURITY;
CREATE POLICY unit_scope ON "progress_log"
  USING (unit_path >= current_setting('app.scope_from', true) AND unit_path < current_setting('app.scope_to', true));
GRANT SELECT ON "progress_log" TO portal_app;

CREATE OR REPLACE FUNCTION progress_of_records() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE today date := day_there(now());
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day, event, ids)
      SELECT a.unit_path, 'record', a.state, a.outcome, a.main_class, a.source_system, a.n, 0, 0, today,
             CASE WHEN a.state = '' THEN coalesce(a.cleared, 'added') END, CASE WHEN a.cleared IS NOT NULL THEN a.ids END
      FROM (SELECT unit_path, state, outcome, main_class, source_system, cleared_event(state, outcome, main_class) AS cleared,
                   count(*) AS n, CASE WHEN cleared_event(state, outcome, main_class) IS NOT NULL THEN array_agg(id) END AS ids
            FROM (SELECT id, unit_path, CASE WHEN duplicate_of_id IS NULL THEN '' ELSE 'duplicate' END AS state,
                         coalesce(outcome, '') AS outcome, coalesce(main_class, '') AS main_class, source_system FROM added) r
            GROUP BY 1, 2, 3, 4, 5) a;
  ELSE
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day, event, ids)
      WITH changed AS MATERIALIZED (
        SELECT o.id, o.source_system, o.unit_path AS path_was, n.unit_path AS path_is,
               o.duplicate_of_id IS NOT NULL AS duplicate_was, n.duplicate_of_id IS NOT NULL AS duplicate_is,
               coalesce(o.outcome, '') AS outcome_was, coalesce(n.outcome, '') AS outcome_is,
               coalesce(o.main_class, '') AS class_was, coalesce(n.main_class, '') AS class_is
        FROM removed o JOIN added n ON n.id = o.id
        WHERE o.unit_path <> n.unit_path OR o.outcome IS DISTINCT FROM n.outcome
           OR o.main_class IS DISTINCT FROM n.main_class
           OR (o.duplicate_of_id IS NULL) <> (n.duplicate_of_id IS NULL)),
      counted AS MATERIALIZED (
        -- Row by row along the index: with EXISTS the planner may read every task there is instead.
        SELECT c.*, coalesce(t.worked, '') AS worked, (SELECT count(*) FROM dose d WHERE d.record_id = c.id) AS doses
        FROM changed c LEFT JOIN LATERAL (
          SELECT 'worked' AS worked FROM task t WHERE t.record_id = c.id LIMIT 1) t ON true),
      sides AS (
        SELECT s.*, c.id, c.source_system, c.doses, cleared_event(s.state, s.outcome, s.main_class) AS event
        FROM counted c CROSS JOIN LATERAL (VALUES
          (c.path_was, CASE WHEN c.duplicate_was THEN 'duplicate' ELSE c.worked END, c.outcome_was, c.class_was, -1),
          (c.path_is, CASE WHEN c.duplicate_is THEN 'duplicate' ELSE c.worked END, c.outcome_is, c.class_is, 1))
          AS s(unit_path, state, outcome, main_class, n))
      SELECT unit_path, 'record', state, outcome, main_class, source_system, sum(n), sum(n * doses), 0, today,
             event, CASE WHEN event IS NOT NULL THEN array_agg(id) END
      FROM sides GROUP BY 1, 3, 4, 5, 6, event, CASE WHEN event IS NOT NULL THEN n END
      HAVING sum(n) <> 0 OR sum(n * doses) <> 0;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION progress_of_tasks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE today date := day_there(now());
BEGIN
  -- What this transaction has written itself is locked already.
  PERFORM 1 FROM record WHERE id IN (SELECT record_id FROM added) AND xmin <> pg_current_xact_id()::xid
    ORDER BY id FOR NO KEY UPDATE;
  UPDATE task t SET superseded = true FROM added a
    WHERE t.record_id = a.record_id AND t.id <> a.id AND NOT t.superseded
      AND (t.id < a.id OR NOT EXISTS (SELECT 1 FROM added also WHERE also.id = t.id));
  INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day, event,
      due_day, since_day, untouched, ids)
    WITH made AS MATERIALIZED (
      SELECT a.id, a.record_id, a.unit_path, a.state, coalesce(a.resolution, '') AS resolution, a.main_class, a.effort,
             CASE WHEN a.state <> 'closed' THEN a.due_on END AS due_day,
             CASE WHEN a.state <> 'closed' THEN day_there(a.state_since) END AS since_day,
             a.state <> 'closed' AND a.assignee_id IS NULL AND a.opened_at IS NULL AS untouched,
             r.source_system, d.doses, r.unit_path AS record_path, coalesce(r.outcome, '') AS outcome,
             coalesce(r.main_class, '') AS record_class,
             r.duplicate_of_id IS NULL AND a.nth = 1 AND before.id IS NULL AS first
      FROM (SELECT *, row_number() OVER (PARTITION BY record_id ORDER BY id) AS nth FROM added) a JOIN record r ON r.id = a.record_id
      CROSS JOIN LATERAL (SELECT count(*) AS doses FROM dose WHERE record_id = r.id) d
      LEFT JOIN LATERAL (SELECT t.id FROM task t
        WHERE t.record_id = a.record_id AND t.id NOT IN (SELECT id FROM added) LIMIT 1) before ON true)
    SELECT unit_path, 'task', state, resolution, main_class, source_system, count(*), sum(doses), sum(effort), today,
           CASE WHEN state <> 'closed' THEN 'opened' END, due_day, since_day, untouched,
           CASE WHEN state <> 'closed' THEN array_agg(id) END
    FROM made GROUP BY unit_path, state, resolution, main_class, source_system, due_day, since_day, untouched
    UNION ALL
    SELECT m.record_path, 'record', moved.state, m.outcome, m.record_class, m.source_system, sum(moved.n),
           sum(moved.n * m.doses), 0, today, moved.event, NULL::date, NULL::date, false,
           CASE WHEN moved.event IS NOT NULL THEN array_agg(m.record_id) END
    FROM made m CROSS JOIN LATERAL (
      VALUES ('', -1, cleared_event('', m.outcome, m.record_class)), ('worked', 1, NULL)) AS moved(state, n, event)
    WHERE m.first GROUP BY m.record_path, moved.state, m.outcome, m.record_class, m.source_system, moved.event;
  RETURN NULL;
END $$;

-- Every name in it is written with its schema: to set the path for each row costs as much as the rest.
CREATE OR REPLACE FUNCTION progress_of_moved_task() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  today date;
  n int;
  was_open boolean := OLD.state <> 'closed';
  is_open boolean := NEW.state <> 'closed';
  due_was date := CASE WHEN was_open THEN OLD.due_on END;
  due_is date := CASE WHEN is_open THEN NEW.due_on END;
  since_was date := CASE WHEN was_open THEN public.day_there(OLD.state_since) END;
  since_is date := CASE WHEN is_open THEN public.day_there(NEW.state_since) END;
  untouched_was boolean := was_open AND OLD.assignee_id IS NULL AND OLD.opened_at IS NULL;
  untouched_is boolean := is_open AND NEW.assignee_id IS NULL AND NEW.opened_at IS NULL;
  moved boolean := OLD.unit_path <> NEW.unit_path AND NOT OLD.superseded;
  changed boolean := OLD.state <> NEW.state OR OLD.main_class <> NEW.main_class OR OLD.effort <> NEW.effort
    OR OLD.resolution IS DISTINCT FROM NEW.resolution OR due_was IS DISTINCT FROM due_is
    OR since_was IS DISTINCT FROM since_is OR OLD.superseded <> NEW.superseded;
BEGIN
  IF OLD.superseded AND NEW.superseded THEN
    -- A task that is opened again is the one that counts: this comes here once more, for it and for the other.
    IF OLD.state = 'closed' AND NEW.state <> 'closed' THEN
      UPDATE public.task t SET superseded = t.id <> NEW.id
        WHERE t.record_id = NEW.record_id AND t.superseded = (t.id = NEW.id);
    END IF;
    RETURN NULL;
  END IF;
  IF NOT moved AND NOT changed AND untouched_was = untouched_is THEN RETURN NULL; END IF;
  today := public.day_there(pg_catalog.now());
  -- Somebody takes a task or gives it back: one figure, and not its doses.
  IF NOT moved AND NOT changed THEN
    INSERT INTO public.progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day)
      VALUES (NEW.unit_path, 'untouched', since_is::text, '', '', '', CASE WHEN untouched_is THEN 1 ELSE -1 END, 0, 0, today);
    RETURN NULL;
  END IF;
  n := (SELECT pg_catalog.count(*) FROM public.dose d WHERE d.record_id = NEW.record_id);
  -- A task moves between units first, then between states: each is an event of its own.
  IF moved THEN
    INSERT INTO public.progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day, event, due_day, since_day, untouched, ids) VALUES
      (OLD.unit_path, 'task', OLD.state, coalesce(OLD.resolution, ''), OLD.main_class, NEW.source_system, -1, -n, -OLD.effort, today,
       CASE WHEN was_open THEN 'movedOut' END, due_was, since_was, untouched_was, ARRAY[NEW.id]),
      (NEW.unit_path, 'task', OLD.state, coalesce(OLD.resolution, ''), OLD.main_class, NEW.source_system, 1, n, OLD.effort, today,
       CASE WHEN was_open THEN 'movedIn' END, due_was, since_was, untouched_was, ARRAY[NEW.id]);
  END IF;
  IF NOT changed AND untouched_was = untouched_is THEN RETURN NULL; END IF;
  IF NEW.superseded THEN
    INSERT INTO public.progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day, due_day, since_day, untouched) VALUES
      (NEW.unit_path, 'task', OLD.state, coalesce(OLD.resolution, ''), OLD.main_class, NEW.source_system, -1, -n, -OLD.effort, today, due_was, since_was, untouched_was);
  ELSIF OLD.superseded THEN
    INSERT INTO public.progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day, event, due_day, since_day, untouched, ids) VALUES
      (NEW.unit_path, 'task', NEW.state, coalesce(NEW.resolution, ''), NEW.main_class, NEW.source_system, 1, n, NEW.effort, today,
       CASE WHEN is_open THEN 'reopened' END, due_is, since_is, untouched_is, ARRAY[NEW.id]);
  ELSE
    INSERT INTO public.progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day, event, due_day, since_day, untouched, ids) VALUES
      (NEW.unit_path, 'task', OLD.state, coalesce(OLD.resolution, ''), OLD.main_class, NEW.source_system, -1, -n, -OLD.effort, today, NULL,
       due_was, since_was, untouched_was, NULL),
      (NEW.unit_path, 'task', NEW.state, coalesce(NEW.resolution, ''), NEW.main_class, NEW.source_system, 1, n, NEW.effort, today,
       CASE WHEN is_open AND NOT was_open THEN 'reopened'
            -- agreed by itself once a rule was approved: nobody had worked on it
            WHEN was_open AND NOT is_open AND NEW.resolution = 'falseMismatch' AND pg_catalog.cardinality(NEW.acted_by) = 0 THEN 'released'
            WHEN was_open AND NOT is_open THEN NEW.resolution
            WHEN was_open AND OLD.state <> NEW.state THEN OLD.state || '>' || NEW.state END,
       due_is, since_is, untouched_is, ARRAY[NEW.id]);
  END IF;
  RETURN NULL;
END $$;

-- By columns and without a condition of theirs: the database reads the text of a condition anew for each
-- statement, which took longer than the condition saved.
DROP TRIGGER progress_update ON task;
CREATE TRIGGER progress_update AFTER UPDATE OF state, unit_path, main_class, superseded, effort, due_on, state_since,
    assignee_id, opened_at, resolution ON task
  FOR EACH ROW EXECUTE FUNCTION progress_of_moved_task();
DROP TRIGGER counts_again ON task;
DROP FUNCTION task_counts_again();

-- Folds what has changed since: each cell at its own unit and, summed up, at that unit and all above it.
CREATE OR REPLACE FUNCTION fold_progress() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  -- Whoever writes waits for nobody; only two who fold would meet in the same rows.
  PERFORM pg_advisory_xact_lock(hashtext('fold_progress'));
  WITH taken AS MATERIALIZED (
    DELETE FROM progress_delta d
    RETURNING d.unit_path, d.day, d.event, d.people, d.doses, d.minutes, d.ids, d AS delta),
  cell AS MATERIALIZED (
    SELECT t.unit_path, l.kind, l.state, l.outcome, l.main_class, l.source_system,
           sum(l.people) AS people, sum(l.doses) AS doses, sum(l.minutes) AS minutes
    FROM taken t CROSS JOIN LATERAL cells_of(t.delta) l GROUP BY 1, 2, 3, 4, 5, 6
    HAVING sum(l.people) <> 0 OR sum(l.doses) <> 0 OR sum(l.minutes) <> 0),
  place AS MATERIALIZED (
    SELECT p.unit_path, up.path, up.parent FROM (SELECT DISTINCT unit_path FROM taken) p
    CROSS JOIN LATERAL paths_upward(p.unit_path) up),
  grown AS (
    SELECT 'own' AS grain, parent_path(unit_path) AS parent_path, unit_path, kind, state, outcome, main_class,
           source_system, people, doses, minutes FROM cell
    UNION ALL
    SELECT g.grain, p.parent, p.path, kind, state, outcome,
           CASE WHEN g.grain = 'class' THEN main_class ELSE plain_class(kind, main_class) END,
           CASE WHEN g.grain = 'source' THEN source_system ELSE '' END, sum(people), sum(doses), sum(minutes)
    FROM cell JOIN place p USING (unit_path) JOIN grain_of_kind g USING (kind)
    WHERE g.grain = 'sum' OR is_divided(p.path)
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8),
  counted AS (
    INSERT INTO progress_count AS c SELECT * FROM grown ORDER BY 1, 2, 3, 4, 5, 6, 7, 8
    ON CONFLICT (grain, parent_path, unit_path, kind, state, outcome, main_class, source_system)
    DO UPDATE SET people = c.people + EXCLUDED.people, doses = c.doses + EXCLUDED.doses,
                  minutes = c.minutes + EXCLUDED.minutes),
  happened AS (
    INSERT INTO progress_day AS d
    SELECT p.parent, p.path, day, event, sum(people), sum(doses), sum(minutes)
    FROM taken JOIN place p USING (unit_path) WHERE event IS NOT NULL GROUP BY 1, 2, 3, 4
    HAVING sum(people) <> 0 OR sum(minutes) <> 0
    ON CONFLICT (parent_path, unit_path, day, event)
    DO UPDATE SET people = d.people + EXCLUDED.people, doses = d.doses + EXCLUDED.doses,
                  minutes = d.minutes + EXCLUDED.minutes),
  logged AS (
    INSERT INTO progress_log (day, unit_path, event, sign, ids)
    SELECT t.day, t.unit_path, t.event, sign(t.people)::int2, array_agg(i.id ORDER BY i.id)
    FROM taken t CROSS JOIN LATERAL unnest(t.ids) AS i(id)
    WHERE t.event IS NOT NULL AND t.people <> 0 GROUP BY 1, 2, 3, 4)
  SELECT count(*) INTO n FROM taken;
  RETURN n;
END $$;

-- What a cell adds to the mark of all: another amount gives another mark, which says nothing of what it was.
CREATE FUNCTION mark_of(p_kind text, p_state text, p_outcome text, p_class text, p_amount bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  hashtextextended(p_kind || p_state || p_outcome || p_class, 7) % 1000000007 * p_amount;

DROP FUNCTION progress_marks(text[]);
CREATE FUNCTION progress_marks(p_paths text[]) RETURNS TABLE (path text, mark text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.path, coalesce(sum(mark_of(c.kind, c.state, c.outcome, c.main_class, c.people + 3 * c.doses)), 0)::text
  FROM unnest(p_paths) AS w(path)
  CROSS JOIN LATERAL (
    SELECT kind, state, outcome, main_class, people, doses FROM progress_count
    WHERE grain = grain_at(w.path, 'class') AND parent_path = parent_path(w.path) AND unit_path = w.path
    UNION ALL
    SELECT kind, state, outcome, main_class, people, doses FROM progress_delta
    WHERE unit_path >= w.path AND unit_path < left(w.path, -1) || '/' AND kind IN ('record', 'task')) c
  GROUP BY 1
$$;
REVOKE EXECUTE ON FUNCTION progress_marks(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION progress_marks(text[]) TO portal_app;

-- Which task or record each figure of a day was is kept as long as which step led to which.
CREATE FUNCTION forget_progress_log() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  DELETE FROM progress_log WHERE day < day_there(now()) - 92;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
REVOKE EXECUTE ON FUNCTION forget_progress_log() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_progress_log() TO portal_app;
