-- A task that moves on is one row of what isn't folded, with both its sides; its doses are kept at the task.
-- See docs/decisions/0043-one-row-a-step.md.

-- Of its record, added to by progress_of_doses().
ALTER TABLE "task" ADD COLUMN "doses" INTEGER NOT NULL DEFAULT 0;
UPDATE "task" t SET "doses" = d.n FROM (SELECT "record_id", count(*) AS n FROM "dose" GROUP BY 1) d
  WHERE d."record_id" = t."record_id";

-- The side that a task has left, where it had one; its people are those of the other side, taken away.
ALTER TABLE "progress_delta"
  ADD COLUMN "was_state" TEXT COLLATE "C",
  ADD COLUMN "was_outcome" TEXT COLLATE "C",
  ADD COLUMN "was_class" TEXT COLLATE "C",
  ADD COLUMN "was_doses" BIGINT,
  ADD COLUMN "was_minutes" BIGINT,
  ADD COLUMN "was_due" DATE,
  ADD COLUMN "was_since" DATE,
  ADD COLUMN "was_untouched" BOOLEAN;

-- Where rows are read that no key of theirs narrows to an area, settings are looked up once for all of them.
ALTER POLICY unit_scope ON "progress_delta"
  USING (unit_path >= (SELECT current_setting('app.scope_from', true)) AND unit_path < (SELECT current_setting('app.scope_to', true)));
ALTER POLICY unit_scope ON "progress_day"
  USING (unit_path >= (SELECT current_setting('app.scope_from', true)) AND unit_path < (SELECT current_setting('app.scope_to', true)));

-- By how much units grow is read without steps, which are most of what is kept by day.
CREATE INDEX "progress_day_events" ON "progress_day" ("parent_path", "day") WHERE strpos("event", '>') = 0;

-- The few that the country and its provinces are read from change all the time; a fifth of all takes hours to change.
ALTER TABLE "progress_count" SET (autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE "progress_day" SET (autovacuum_vacuum_scale_factor = 0.02);

-- What isn't folded, a row for each cell that it changes; events are read from the table itself.
CREATE VIEW "progress_fresh" WITH (security_invoker) AS
  SELECT d.unit_path, d.kind, s.state, s.outcome, s.main_class, d.source_system, s.people, s.doses, s.minutes, d.day, s.event,
         s.due_day, s.since_day, s.untouched
  FROM progress_delta d CROSS JOIN LATERAL (VALUES
    (d.state, d.outcome, d.main_class, d.people, d.doses, d.minutes, d.event, d.due_day, d.since_day, d.untouched),
    (d.was_state, d.was_outcome, d.was_class, -d.people, -d.was_doses, -d.was_minutes, NULL, d.was_due, d.was_since, d.was_untouched))
    AS s(state, outcome, main_class, people, doses, minutes, event, due_day, since_day, untouched)
  WHERE s.state IS NOT NULL;
GRANT SELECT ON "progress_fresh" TO portal_app;

-- The cells in which a difference counts, on either side: its own, and where its task is open those by day.
CREATE OR REPLACE FUNCTION cells_of(d progress_delta) RETURNS TABLE (kind text, state text, outcome text, main_class text,
  source_system text, people bigint, doses bigint, minutes bigint)
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 4 AS $$
  SELECT v.kind, v.state, v.outcome, v.main_class, v.source_system, v.people, v.doses, v.minutes
  FROM (VALUES
    (d.kind, d.state, d.outcome, d.main_class, d.source_system, d.people, d.doses, d.minutes),
    ('due', d.due_day::text, '', '', '', d.people, 0, 0),
    ('since', d.since_day::text, '', '', '', d.people, 0, 0),
    ('untouched', CASE WHEN d.untouched THEN d.since_day::text END, '', '', '', d.people, 0, 0),
    (d.kind, d.was_state, d.was_outcome, d.was_class, d.source_system, -d.people, -d.was_doses, -d.was_minutes),
    ('due', d.was_due::text, '', '', '', -d.people, 0, 0),
    ('since', d.was_since::text, '', '', '', -d.people, 0, 0),
    ('untouched', CASE WHEN d.was_untouched THEN d.was_since::text END, '', '', '', -d.people, 0, 0))
    AS v(kind, state, outcome, main_class, source_system, people, doses, minutes)
  WHERE v.state IS NOT NULL AND (v.people <> 0 OR v.doses <> 0 OR v.minutes <> 0)
$$;

-- What a task tells of its record. Whoever adds a task or doses locks the record first, so that neither misses the other's;
-- what this transaction has written itself is locked already.
CREATE OR REPLACE FUNCTION task_list_keys() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE own boolean;
BEGIN
  SELECT r.name_order, r.birth_year, r.source_system, r.xmin = pg_current_xact_id()::xid
    INTO NEW.name_order, NEW.birth_year, NEW.source_system, own FROM record r WHERE r.id = NEW.record_id;
  IF NOT own THEN
    SELECT r.name_order, r.birth_year, r.source_system INTO NEW.name_order, NEW.birth_year, NEW.source_system
      FROM record r WHERE r.id = NEW.record_id FOR NO KEY UPDATE;
  END IF;
  NEW.name_order := coalesce(NEW.name_order, '');
  NEW.birth_year := coalesce(NEW.birth_year, 0);
  NEW.source_system := coalesce(NEW.source_system, '');
  NEW.doses := (SELECT count(*) FROM dose d WHERE d.record_id = NEW.record_id);
  RETURN NEW;
END $$;

-- Records that are new have their list as well.
CREATE OR REPLACE FUNCTION progress_of_records() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE today date := day_there(now());
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day, event, ids)
      SELECT a.unit_path, 'record', a.state, a.outcome, a.main_class, a.source_system, a.n, 0, 0, today,
             CASE WHEN a.state = '' THEN coalesce(a.cleared, 'added') END, a.ids
      FROM (SELECT unit_path, state, outcome, main_class, source_system, cleared_event(state, outcome, main_class) AS cleared,
                   count(*) AS n, CASE WHEN state = '' THEN array_agg(id) END AS ids
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
  -- Their records were locked before: see task_list_keys().
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
             a.source_system, a.doses, r.unit_path AS record_path, coalesce(r.outcome, '') AS outcome,
             coalesce(r.main_class, '') AS record_class,
             r.duplicate_of_id IS NULL AND a.nth = 1 AND before.id IS NULL AS first
      FROM (SELECT *, row_number() OVER (PARTITION BY record_id ORDER BY id) AS nth FROM added) a JOIN record r ON r.id = a.record_id
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

-- What doses of these records add to the figures: p_doses says how many each, or how many less. What they add to those of
-- a task is counted by the task's own trigger.
CREATE OR REPLACE FUNCTION add_progress_doses(p_records uuid[], p_doses int[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
  PERFORM 1 FROM record WHERE id = ANY (p_records) AND xmin <> pg_current_xact_id()::xid ORDER BY id FOR NO KEY UPDATE;
  UPDATE task t SET doses = t.doses + c.n FROM unnest(p_records, p_doses) AS c(record_id, n) WHERE t.record_id = c.record_id;
  INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day)
    SELECT r.unit_path, 'record', CASE WHEN r.duplicate_of_id IS NOT NULL THEN 'duplicate' ELSE coalesce(t.worked, '') END,
           coalesce(r.outcome, ''), coalesce(r.main_class, ''), r.source_system, 0, sum(c.n), 0, day_there(now())
    FROM unnest(p_records, p_doses) AS c(record_id, n) JOIN record r ON r.id = c.record_id
    LEFT JOIN LATERAL (SELECT 'worked' AS worked FROM task WHERE record_id = r.id LIMIT 1) t ON true
    GROUP BY 1, 3, 4, 5, 6;
END $$;

-- A task that has changed counts elsewhere: one row with both its sides. One trigger for the statement: for a single task it costs
-- what one for each row did, for many less than a third. The plan is kept from the first statement of a session,
-- which may have been of one row: with its nested loops the next five hundred took sixty times as long.
CREATE FUNCTION progress_of_moved_tasks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_nestloop = off AS $$
DECLARE again record;
BEGIN
  INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day, event,
      due_day, since_day, untouched, ids, was_state, was_outcome, was_class, was_doses, was_minutes, was_due, was_since, was_untouched)
    SELECT n.unit_path, 'task', n.state, coalesce(n.resolution, ''), n.main_class, n.source_system, 1, n.doses, n.effort, day_there(now()),
           CASE WHEN o.state = 'closed' THEN CASE WHEN n.state <> 'closed' THEN 'reopened' END
                -- agreed by itself once a rule was approved: nobody had worked on it
                WHEN n.state = 'closed' THEN CASE WHEN n.resolution = 'falseMismatch' AND cardinality(n.acted_by) = 0 THEN 'released' ELSE n.resolution END
                WHEN o.state <> n.state THEN o.state || '>' || n.state END,
           CASE WHEN n.state <> 'closed' THEN n.due_on END, CASE WHEN n.state <> 'closed' THEN day_there(n.state_since) END,
           n.state <> 'closed' AND n.assignee_id IS NULL AND n.opened_at IS NULL, ARRAY[n.id],
           o.state, coalesce(o.resolution, ''), o.main_class, o.doses, o.effort,
           CASE WHEN o.state <> 'closed' THEN o.due_on END, CASE WHEN o.state <> 'closed' THEN day_there(o.state_since) END,
           o.state <> 'closed' AND o.assignee_id IS NULL AND o.opened_at IS NULL
    FROM removed o JOIN added n USING (id)
    WHERE NOT o.superseded AND NOT n.superseded AND (
      o.state <> n.state OR o.state_since <> n.state_since OR (o.assignee_id IS NULL) <> (n.assignee_id IS NULL)
      OR (o.opened_at IS NULL) <> (n.opened_at IS NULL) OR o.doses <> n.doses OR o.due_on <> n.due_on OR o.effort <> n.effort
      OR o.main_class <> n.main_class OR o.resolution IS DISTINCT FROM n.resolution);
  PERFORM FROM removed o JOIN added n USING (id) WHERE o.unit_path <> n.unit_path OR o.superseded OR n.superseded LIMIT 1;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  -- It came from another unit, or counts again or no longer, each an event of its own. What it was at the other unit it is here
  -- first; what has changed besides is said above.
  INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day, event,
      due_day, since_day, untouched, ids)
    SELECT d.unit_path, 'task', d.state, d.outcome, d.main_class, d.source_system, d.people, d.people * d.doses, d.people * d.effort,
           day_there(now()), d.event, CASE WHEN d.open THEN d.due_on END, CASE WHEN d.open THEN day_there(d.state_since) END,
           d.open AND d.assignee_id IS NULL AND d.opened_at IS NULL, CASE WHEN d.event IS NOT NULL THEN ARRAY[d.id] END
    FROM (
      SELECT o.unit_path, -1 AS people, CASE WHEN o.state <> 'closed' THEN 'movedOut' END AS event, o.state <> 'closed' AS open,
             o.id, o.state, coalesce(o.resolution, '') AS outcome, o.main_class, o.source_system, o.doses, o.effort, o.due_on, o.state_since,
             o.assignee_id, o.opened_at
        FROM removed o JOIN added n USING (id) WHERE NOT o.superseded AND o.unit_path <> n.unit_path
      UNION ALL
      SELECT n.unit_path, 1, CASE WHEN o.state <> 'closed' THEN 'movedIn' END, o.state <> 'closed',
             o.id, o.state, coalesce(o.resolution, ''), o.main_class, o.source_system, o.doses, o.effort, o.due_on, o.state_since,
             o.assignee_id, o.opened_at
        FROM removed o JOIN added n USING (id) WHERE NOT o.superseded AND o.unit_path <> n.unit_path
      UNION ALL
      SELECT n.unit_path, -1, NULL, o.state <> 'closed',
             o.id, o.state, coalesce(o.resolution, ''), o.main_class, o.source_system, o.doses, o.effort, o.due_on, o.state_since,
             o.assignee_id, o.opened_at
        FROM removed o JOIN added n USING (id) WHERE NOT o.superseded AND n.superseded
      UNION ALL
      SELECT n.unit_path, 1, CASE WHEN n.state <> 'closed' THEN 'reopened' END, n.state <> 'closed',
             n.id, n.state, coalesce(n.resolution, ''), n.main_class, n.source_system, n.doses, n.effort, n.due_on, n.state_since,
             n.assignee_id, n.opened_at
        FROM removed o JOIN added n USING (id) WHERE o.superseded AND NOT n.superseded) d;
  -- A task that is opened again is the one that counts: this comes here once more, for it and for the other.
  FOR again IN SELECT n.id, n.record_id FROM removed o JOIN added n USING (id)
      WHERE n.superseded AND o.superseded AND n.state <> 'closed' AND o.state = 'closed' LOOP
    UPDATE task t SET superseded = t.id <> again.id WHERE t.record_id = again.record_id AND t.superseded = (t.id = again.id);
  END LOOP;
  RETURN NULL;
END $$;
DROP TRIGGER progress_update ON task;
CREATE TRIGGER progress_update AFTER UPDATE ON task REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION progress_of_moved_tasks();
DROP FUNCTION progress_of_moved_task();
REVOKE EXECUTE ON FUNCTION progress_of_moved_tasks() FROM PUBLIC;

-- Another amount in a cell gives another mark of all cells. Whoever has read the cells works it out without asking:
-- see lib/server/progress/mark.ts.
CREATE OR REPLACE FUNCTION mark_of(p_kind text, p_state text, p_outcome text, p_class text, p_amount bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  ('x' || left(md5(p_kind || ',' || p_state || ',' || p_outcome || ',' || p_class), 8))::bit(32)::bigint * p_amount;

-- Lateness belongs to it: before p_due a task was due, before p_since it came to its step.
DROP FUNCTION progress_marks(text[]);
CREATE FUNCTION progress_marks(p_paths text[], p_due date, p_since date) RETURNS TABLE (path text, mark text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.path, sum(c.mark)::text
  FROM unnest(p_paths) AS w(path)
  CROSS JOIN LATERAL (
    SELECT mark_of(kind, state, outcome, main_class, people + 3 * doses) FROM progress_count
    WHERE grain = grain_at(w.path, 'class') AND parent_path = parent_path(w.path) AND unit_path = w.path
      AND kind IN ('record', 'task')
    UNION ALL
    SELECT mark_of(CASE kind WHEN 'due' THEN 'overdue' WHEN 'since' THEN 'stuck' ELSE 'starving' END, '', '', '', people)
    FROM progress_count
    WHERE grain = grain_at(w.path, 'late') AND parent_path = parent_path(w.path) AND unit_path = w.path
      AND kind IN ('due', 'since', 'untouched') AND state < CASE kind WHEN 'due' THEN p_due ELSE p_since END::text
    UNION ALL
    SELECT mark_of(kind, state, outcome, main_class, people + 3 * doses) FROM progress_fresh
    WHERE unit_path >= w.path AND unit_path < left(w.path, -1) || '/' AND kind IN ('record', 'task')
    UNION ALL
    SELECT mark_of(v.late, '', '', '', f.people)
    FROM progress_fresh f CROSS JOIN LATERAL (VALUES
      ('overdue', CASE f.kind WHEN 'due' THEN f.state < p_due::text ELSE f.due_day < p_due END),
      ('stuck', CASE f.kind WHEN 'since' THEN f.state < p_since::text ELSE f.since_day < p_since END),
      ('starving', CASE f.kind WHEN 'untouched' THEN f.state < p_since::text ELSE f.untouched AND f.since_day < p_since END))
      AS v(late, holds)
    WHERE f.unit_path >= w.path AND f.unit_path < left(w.path, -1) || '/' AND v.holds) c(mark)
  GROUP BY 1
$$;
REVOKE EXECUTE ON FUNCTION progress_marks(text[], date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION progress_marks(text[], date, date) TO portal_app;

-- Holds every kept figure against the rows, all as they are at one instant; with p_mend the difference is
-- put right by what is to be folded, so that whoever writes meanwhile is not disturbed. The doses kept at tasks are held
-- against the doses there are and put right first: the task's own trigger counts that.
CREATE OR REPLACE FUNCTION check_progress(p_id uuid, p_mend boolean, p_by uuid) RETURNS SETOF progress_check
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET work_mem = '256MB' AS $$
DECLARE begun timestamptz := clock_timestamp(); total bigint; cells int; wrong int; off bigint; above int; astray int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('check_progress'));
  SELECT count(*) INTO astray
    FROM task t LEFT JOIN (SELECT record_id, count(*) AS n FROM dose GROUP BY 1) d USING (record_id) WHERE t.doses <> coalesce(d.n, 0);
  IF p_mend AND astray > 0 THEN
    -- By how much it is off, for whoever adds doses meanwhile.
    UPDATE task t SET doses = t.doses + off.n FROM (
      SELECT o.id, coalesce(d.n, 0) - o.doses AS n
      FROM task o LEFT JOIN (SELECT record_id, count(*) AS n FROM dose GROUP BY 1) d USING (record_id)) off
      WHERE off.id = t.id AND off.n <> 0;
  END IF;
  WITH doses AS MATERIALIZED (SELECT record_id, count(*) AS n FROM dose GROUP BY 1),
  worked AS MATERIALIZED (SELECT DISTINCT record_id FROM task),
  rows AS (
    SELECT r.unit_path, 'record' AS kind,
           CASE WHEN r.duplicate_of_id IS NOT NULL THEN 'duplicate' WHEN w.record_id IS NOT NULL THEN 'worked' ELSE '' END AS state,
           coalesce(r.outcome, '') AS outcome, coalesce(r.main_class, '') AS main_class, r.source_system,
           count(*) AS people, coalesce(sum(d.n), 0) AS doses, 0 AS minutes
    FROM record r LEFT JOIN worked w ON w.record_id = r.id LEFT JOIN doses d ON d.record_id = r.id
    GROUP BY 1, 3, 4, 5, 6
    UNION ALL
    SELECT t.unit_path, 'task', t.state, coalesce(t.resolution, ''), t.main_class, r.source_system,
           count(*), coalesce(sum(d.n), 0), sum(t.effort)
    FROM task t JOIN record r ON r.id = t.record_id LEFT JOIN doses d ON d.record_id = t.record_id
    WHERE NOT t.superseded GROUP BY 1, 3, 4, 5, 6
    UNION ALL
    SELECT t.unit_path, v.kind, v.day::text, '', '', '', count(*), 0, 0
    FROM task t CROSS JOIN LATERAL (VALUES ('due', t.due_on), ('since', day_there(t.state_since)),
      ('untouched', CASE WHEN t.assignee_id IS NULL AND t.opened_at IS NULL THEN day_there(t.state_since) END)) v(kind, day)
    WHERE t.state <> 'closed' AND NOT t.superseded AND v.day IS NOT NULL GROUP BY 1, 2, 3),
  kept AS (
    SELECT unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes
    FROM progress_count WHERE grain = 'own'
    UNION ALL
    SELECT d.unit_path, c.* FROM progress_delta d CROSS JOIN LATERAL cells_of(d) c),
  both_sides AS (
    SELECT unit_path, kind, state, outcome, main_class, source_system,
           sum(people) AS people, sum(doses) AS doses, sum(minutes) AS minutes, sum(there) AS there
    FROM (SELECT *, people AS there FROM rows
          UNION ALL
          SELECT unit_path, kind, state, outcome, main_class, source_system, -people, -doses, -minutes, 0 FROM kept) x
    GROUP BY 1, 2, 3, 4, 5, 6),
  differing AS MATERIALIZED (SELECT * FROM both_sides WHERE people <> 0 OR doses <> 0 OR minutes <> 0),
  mending AS (
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day)
    SELECT unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes,
           day_there(now())
    FROM differing WHERE p_mend)
  SELECT (SELECT sum(there) FILTER (WHERE kind = 'record') FROM both_sides), (SELECT count(*) FROM both_sides),
         (SELECT count(*) FROM differing), (SELECT coalesce(sum(abs(people)), 0) FROM differing)
    INTO total, cells, wrong, off;
  -- What is summed up above must be the sum of what lies below.
  WITH grown AS (
    SELECT g.grain, p.parent, p.path, c.kind, c.state, c.outcome,
           CASE WHEN g.grain = 'class' THEN c.main_class ELSE plain_class(c.kind, c.main_class) END AS main_class,
           CASE WHEN g.grain = 'source' THEN c.source_system ELSE '' END AS source_system,
           sum(people) AS people, sum(doses) AS doses, sum(minutes) AS minutes
    FROM (SELECT * FROM progress_count WHERE grain = 'own') c
    JOIN (SELECT s.unit_path, up.path, up.parent
          FROM (SELECT DISTINCT unit_path FROM progress_count WHERE grain = 'own') s
          CROSS JOIN LATERAL paths_upward(s.unit_path) up) p USING (unit_path)
    JOIN grain_of_kind g USING (kind) WHERE g.grain = 'sum' OR is_divided(p.path)
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8),
  differing AS MATERIALIZED (
    SELECT grain, parent_path, unit_path, kind, state, outcome, main_class, source_system,
           coalesce(g.people, 0) AS people, coalesce(g.doses, 0) AS doses, coalesce(g.minutes, 0) AS minutes
    FROM (SELECT * FROM progress_count WHERE grain <> 'own') k
    FULL JOIN (SELECT grain, parent AS parent_path, path AS unit_path, kind, state, outcome, main_class, source_system,
                      people, doses, minutes FROM grown) g
      USING (grain, parent_path, unit_path, kind, state, outcome, main_class, source_system)
    WHERE coalesce(g.people, 0) <> coalesce(k.people, 0) OR coalesce(g.doses, 0) <> coalesce(k.doses, 0)
       OR coalesce(g.minutes, 0) <> coalesce(k.minutes, 0)),
  mending AS (
    INSERT INTO progress_count AS c SELECT * FROM differing WHERE p_mend
    ON CONFLICT (grain, parent_path, unit_path, kind, state, outcome, main_class, source_system)
    DO UPDATE SET people = EXCLUDED.people, doses = EXCLUDED.doses, minutes = EXCLUDED.minutes)
  SELECT count(*) + astray INTO above FROM differing;
  -- From which step to which is of interest for some weeks only, and is most of what is kept by day.
  DELETE FROM progress_count WHERE people = 0 AND doses = 0 AND minutes = 0;
  DELETE FROM progress_day WHERE day < current_date - 92 AND strpos(event, '>') > 0;
  RETURN QUERY INSERT INTO progress_check (id, seconds, people, cells, wrong_cells, people_off, mended, by_id)
    VALUES (p_id, extract(epoch FROM clock_timestamp() - begun), coalesce(total, 0), cells, wrong + above, off,
            p_mend AND wrong + above > 0, p_by)
    RETURNING *;
END $$;
