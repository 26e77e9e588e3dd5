-- Figures by source system, in people, doses and minutes, kept for every unit with all that lies below it;
-- and what happened on each day. See docs/decisions/0039-figures-at-every-level.md.

-- The last task of a record says how it stands: an earlier one, closed, is counted no longer.
ALTER TABLE "task" ADD COLUMN "superseded" BOOLEAN NOT NULL DEFAULT false;
UPDATE "task" t SET "superseded" = true WHERE EXISTS (
  SELECT 1 FROM "task" later WHERE later."record_id" = t."record_id" AND later."id" > t."id");
CREATE INDEX "task_superseded" ON "task" ("record_id") WHERE "superseded";

DROP TABLE "progress_count", "progress_delta";

CREATE TABLE "progress_count" (
    -- own: at the unit itself. sum: at the unit and below, without classes. Where there are units below, also
    -- class and source: by class, by source system; and late: open tasks by day
    "grain" TEXT COLLATE "C" NOT NULL,
    "parent_path" TEXT COLLATE "C" NOT NULL,
    "unit_path" TEXT COLLATE "C" NOT NULL,
    -- record, task; of open tasks by day (state) also due, since and untouched
    "kind" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "outcome" TEXT COLLATE "C" NOT NULL,
    "main_class" TEXT COLLATE "C" NOT NULL,
    "source_system" TEXT COLLATE "C" NOT NULL,
    "people" BIGINT NOT NULL,
    "doses" BIGINT NOT NULL,
    "minutes" BIGINT NOT NULL,
    CONSTRAINT "progress_count_pkey" PRIMARY KEY
      ("grain", "parent_path", "unit_path", "kind", "state", "outcome", "main_class", "source_system")
) WITH (fillfactor = 70);
-- Only ever added to by whoever writes, and emptied by whoever folds: it has no key, which would cost each write.
CREATE TABLE "progress_delta" (
    "unit_path" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "outcome" TEXT COLLATE "C" NOT NULL,
    "main_class" TEXT COLLATE "C" NOT NULL,
    "source_system" TEXT COLLATE "C" NOT NULL,
    "people" BIGINT NOT NULL,
    "doses" BIGINT NOT NULL,
    "minutes" BIGINT NOT NULL,
    -- what happened, and on which day in Viet Nam
    "day" DATE NOT NULL,
    "event" TEXT COLLATE "C",
    -- of an open task: when it is due, since when it stands where it is, whether nobody has touched it
    "due_day" DATE,
    "since_day" DATE,
    "untouched" BOOLEAN NOT NULL DEFAULT false
) WITH (autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0,
        autovacuum_vacuum_insert_threshold = -1, autovacuum_analyze_threshold = 2000000000);
CREATE TABLE "progress_day" (
    "parent_path" TEXT COLLATE "C" NOT NULL,
    "unit_path" TEXT COLLATE "C" NOT NULL,
    "day" DATE NOT NULL,
    "event" TEXT COLLATE "C" NOT NULL,
    "people" BIGINT NOT NULL,
    "doses" BIGINT NOT NULL,
    "minutes" BIGINT NOT NULL,
    CONSTRAINT "progress_day_pkey" PRIMARY KEY ("parent_path", "unit_path", "day", "event")
) WITH (fillfactor = 80);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['progress_count', 'progress_delta', 'progress_day'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY unit_scope ON %I
      USING (unit_path >= current_setting('app.scope_from', true)
         AND unit_path <  current_setting('app.scope_to', true))$p$, t);
    EXECUTE format('GRANT SELECT ON %I TO portal_app', t);
  END LOOP;
END $$;

-- "1.179." of "1.179.126740."; '' of the country.
CREATE FUNCTION parent_path(p text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
  left(p, length(p) - strpos(reverse(rtrim(p, '.')) || '.', '.')) COLLATE "C";

-- A unit's path and all above it.
CREATE FUNCTION paths_upward(p text) RETURNS TABLE (path text, parent text)
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 3 AS $$
  WITH RECURSIVE up(at) AS (SELECT p UNION ALL SELECT parent_path(at) FROM up WHERE parent_path(at) <> '')
  SELECT at, parent_path(at) FROM up
$$;

-- The class where only "the same" and "anything else" are told apart.
CREATE FUNCTION plain_class(p_kind text, p_class text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN CASE WHEN p_kind = 'record' AND p_class = 'same' THEN 'same' ELSE '' END;

-- The day in Viet Nam.
CREATE FUNCTION day_there(p timestamptz) RETURNS date
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN (p AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;

-- Which figure a record counts in that the engine alone has changed: see lib/domain/progress/figure.ts.
CREATE FUNCTION cleared_event(p_state text, p_outcome text, p_class text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN p_state = '' AND (p_outcome = 'repaired' OR p_outcome = 'matched' AND p_class <> 'same') THEN 'cleared' END;

-- What a record counts in is a function of its row, of whether it ever had a task, and of its doses. Whoever
-- adds a task or doses locks the row first, so that this holds for any number of writers at once.
CREATE OR REPLACE FUNCTION progress_of_records() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE today date := day_there(now());
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day, event)
      SELECT a.unit_path, 'record', a.state, a.outcome, a.main_class, a.source_system, a.n, 0, 0, today,
             CASE WHEN a.state = '' THEN coalesce(cleared_event(a.state, a.outcome, a.main_class), 'added') END
      FROM (SELECT unit_path, CASE WHEN duplicate_of_id IS NULL THEN '' ELSE 'duplicate' END AS state,
                   coalesce(outcome, '') AS outcome, coalesce(main_class, '') AS main_class, source_system, count(*) AS n
            FROM added GROUP BY 1, 2, 3, 4, 5) a;
  ELSE
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day, event)
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
        SELECT s.*, c.source_system, c.doses FROM counted c CROSS JOIN LATERAL (VALUES
          (c.path_was, CASE WHEN c.duplicate_was THEN 'duplicate' ELSE c.worked END, c.outcome_was, c.class_was, -1),
          (c.path_is, CASE WHEN c.duplicate_is THEN 'duplicate' ELSE c.worked END, c.outcome_is, c.class_is, 1))
          AS s(unit_path, state, outcome, main_class, n))
      SELECT unit_path, 'record', state, outcome, main_class, source_system, sum(n), sum(n * doses), 0, today,
             cleared_event(state, outcome, main_class)
      FROM sides GROUP BY 1, 3, 4, 5, 6 HAVING sum(n) <> 0 OR sum(n * doses) <> 0;
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
      due_day, since_day, untouched)
    WITH made AS MATERIALIZED (
      SELECT a.unit_path, a.state, coalesce(a.resolution, '') AS resolution, a.main_class, a.effort,
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
           CASE WHEN state <> 'closed' THEN 'opened' END, due_day, since_day, untouched
    FROM made GROUP BY 1, 3, 4, 5, 6, 12, 13, 14
    UNION ALL
    SELECT m.record_path, 'record', moved.state, m.outcome, m.record_class, m.source_system, sum(moved.n),
           sum(moved.n * m.doses), 0, today, cleared_event(moved.state, m.outcome, m.record_class), NULL::date, NULL::date, false
    FROM made m CROSS JOIN (VALUES ('', -1), ('worked', 1)) AS moved(state, n)
    WHERE m.first GROUP BY 1, 3, 4, 5, 6;
  RETURN NULL;
END $$;

-- A task moves between units first, then between states: each is an event of its own.
CREATE OR REPLACE FUNCTION progress_of_moved_task() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  today date := day_there(now());
  source text;
  n int;
  was_open boolean := OLD.state <> 'closed';
  is_open boolean := NEW.state <> 'closed';
  due_was date := CASE WHEN was_open THEN OLD.due_on END;
  due_is date := CASE WHEN is_open THEN NEW.due_on END;
  since_was date := CASE WHEN was_open THEN day_there(OLD.state_since) END;
  since_is date := CASE WHEN is_open THEN day_there(NEW.state_since) END;
  untouched_was boolean := was_open AND OLD.assignee_id IS NULL AND OLD.opened_at IS NULL;
  untouched_is boolean := is_open AND NEW.assignee_id IS NULL AND NEW.opened_at IS NULL;
BEGIN
  SELECT r.source_system, (SELECT count(*) FROM dose d WHERE d.record_id = r.id) INTO source, n
    FROM record r WHERE r.id = NEW.record_id;
  IF OLD.unit_path <> NEW.unit_path AND NOT OLD.superseded THEN
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day, event, due_day, since_day, untouched) VALUES
      (OLD.unit_path, 'task', OLD.state, coalesce(OLD.resolution, ''), OLD.main_class, source, -1, -n, -OLD.effort, today,
       CASE WHEN was_open THEN 'movedOut' END, due_was, since_was, untouched_was),
      (NEW.unit_path, 'task', OLD.state, coalesce(OLD.resolution, ''), OLD.main_class, source, 1, n, OLD.effort, today,
       CASE WHEN was_open THEN 'movedIn' END, due_was, since_was, untouched_was);
  END IF;
  IF OLD.superseded AND NEW.superseded THEN RETURN NULL; END IF;
  IF NEW.superseded THEN
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day, due_day, since_day, untouched) VALUES
      (NEW.unit_path, 'task', OLD.state, coalesce(OLD.resolution, ''), OLD.main_class, source, -1, -n, -OLD.effort, today, due_was, since_was, untouched_was);
  ELSIF OLD.superseded THEN
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day, event, due_day, since_day, untouched) VALUES
      (NEW.unit_path, 'task', NEW.state, coalesce(NEW.resolution, ''), NEW.main_class, source, 1, n, NEW.effort, today,
       CASE WHEN is_open THEN 'reopened' END, due_is, since_is, untouched_is);
  ELSIF OLD.state <> NEW.state OR OLD.main_class <> NEW.main_class OR OLD.effort <> NEW.effort
    OR coalesce(OLD.resolution, '') <> coalesce(NEW.resolution, '') OR due_was IS DISTINCT FROM due_is
    OR since_was IS DISTINCT FROM since_is OR untouched_was <> untouched_is THEN
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day, event, due_day, since_day, untouched) VALUES
      (NEW.unit_path, 'task', OLD.state, coalesce(OLD.resolution, ''), OLD.main_class, source, -1, -n, -OLD.effort, today, NULL,
       due_was, since_was, untouched_was),
      (NEW.unit_path, 'task', NEW.state, coalesce(NEW.resolution, ''), NEW.main_class, source, 1, n, NEW.effort, today,
       CASE WHEN is_open AND NOT was_open THEN 'reopened'
            -- agreed by itself once a rule was approved: nobody had worked on it
            WHEN was_open AND NOT is_open AND NEW.resolution = 'falseMismatch' AND cardinality(NEW.acted_by) = 0 THEN 'released'
            WHEN was_open AND NOT is_open THEN NEW.resolution
            WHEN was_open AND OLD.state <> NEW.state THEN OLD.state || '>' || NEW.state END,
       due_is, since_is, untouched_is);
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER progress_update ON task;
CREATE TRIGGER progress_update AFTER UPDATE ON task FOR EACH ROW
  WHEN (OLD.state <> NEW.state OR OLD.unit_path <> NEW.unit_path OR OLD.main_class <> NEW.main_class
    OR OLD.superseded <> NEW.superseded OR OLD.effort <> NEW.effort OR OLD.due_on <> NEW.due_on
    OR OLD.state_since <> NEW.state_since
    OR (OLD.assignee_id IS NULL AND OLD.opened_at IS NULL) <> (NEW.assignee_id IS NULL AND NEW.opened_at IS NULL)
    OR coalesce(OLD.resolution, '') <> coalesce(NEW.resolution, ''))
  EXECUTE FUNCTION progress_of_moved_task();

-- A task that is opened again is the one that counts.
CREATE FUNCTION task_counts_again() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.superseded := false;
  UPDATE task SET superseded = true WHERE record_id = NEW.record_id AND id <> NEW.id AND NOT superseded;
  RETURN NEW;
END $$;
CREATE TRIGGER counts_again BEFORE UPDATE ON task FOR EACH ROW
  WHEN (OLD.superseded AND OLD.state = 'closed' AND NEW.state <> 'closed')
  EXECUTE FUNCTION task_counts_again();

-- What doses of these records add to the figures: p_doses says how many each, or how many less.
CREATE FUNCTION add_progress_doses(p_records uuid[], p_doses int[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
  PERFORM 1 FROM record WHERE id = ANY (p_records) AND xmin <> pg_current_xact_id()::xid ORDER BY id FOR NO KEY UPDATE;
  PERFORM 1 FROM task WHERE record_id = ANY (p_records) AND NOT superseded ORDER BY id FOR NO KEY UPDATE;
  INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day)
    WITH changed AS MATERIALIZED (
      SELECT r.*, c.n, t.id AS task_id, t.unit_path AS task_path, t.state AS task_state, t.resolution, t.main_class AS task_class
      FROM unnest(p_records, p_doses) AS c(record_id, n) JOIN record r ON r.id = c.record_id
      LEFT JOIN task t ON t.record_id = r.id AND NOT t.superseded)
    SELECT unit_path, 'record', CASE WHEN duplicate_of_id IS NOT NULL THEN 'duplicate' WHEN task_id IS NOT NULL THEN 'worked' ELSE '' END,
           coalesce(outcome, ''), coalesce(main_class, ''), source_system, 0, sum(n), 0,
           day_there(now())
    FROM changed GROUP BY 1, 3, 4, 5, 6
    UNION ALL
    SELECT task_path, 'task', task_state, coalesce(resolution, ''), task_class, source_system, 0, sum(n), 0,
           day_there(now())
    FROM changed WHERE task_id IS NOT NULL GROUP BY 1, 3, 4, 5, 6;
END $$;

CREATE FUNCTION progress_of_doses() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE records uuid[]; counts int[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(record_id), array_agg(n) INTO records, counts
      FROM (SELECT record_id, count(*)::int AS n FROM added GROUP BY 1) x;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(record_id), array_agg(n) INTO records, counts
      FROM (SELECT record_id, -count(*)::int AS n FROM removed GROUP BY 1) x;
  ELSE
    SELECT array_agg(record_id), array_agg(n) INTO records, counts
      FROM (SELECT record_id, sum(n)::int AS n FROM (
              SELECT record_id, 1 AS n FROM added UNION ALL SELECT record_id, -1 FROM removed) b
            GROUP BY 1 HAVING sum(n) <> 0) x;
  END IF;
  IF records IS NOT NULL THEN PERFORM add_progress_doses(records, counts); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER progress_insert AFTER INSERT ON dose REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION progress_of_doses();
CREATE TRIGGER progress_update AFTER UPDATE ON dose REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION progress_of_doses();
CREATE TRIGGER progress_delete AFTER DELETE ON dose REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION progress_of_doses();

-- The cells in which a difference counts: its own, and where its task is open those by day.
CREATE FUNCTION cells_of(d progress_delta) RETURNS TABLE (kind text, state text, outcome text, main_class text,
  source_system text, people bigint, doses bigint, minutes bigint)
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 2 AS $$
  SELECT d.kind, d.state, d.outcome, d.main_class, d.source_system, d.people, d.doses, d.minutes
  UNION ALL
  SELECT v.kind, v.day::text, '', '', '', d.people, 0, 0
  FROM (VALUES ('due', d.due_day), ('since', d.since_day), ('untouched', CASE WHEN d.untouched THEN d.since_day END)) v(kind, day)
  WHERE v.day IS NOT NULL AND d.people <> 0
$$;

-- In which grains a kind of cells is summed up, at a unit and all above it. Of a commune, below which nothing
-- lies, what it has itself says the same.
CREATE VIEW grain_of_kind AS
  SELECT * FROM (VALUES ('record', 'class'), ('record', 'sum'), ('record', 'source'), ('task', 'class'), ('task', 'sum'),
    ('task', 'source'), ('due', 'late'), ('since', 'late'), ('untouched', 'late')) AS g(kind, grain);

CREATE FUNCTION is_divided(p_path text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN split_part(p_path, '.', 3) = '';

-- Where a unit's figures of a grain are kept.
CREATE FUNCTION grain_at(p_path text, p_grain text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN CASE WHEN is_divided(p_path) THEN p_grain ELSE 'own' END;

-- Folds what has changed since: each cell at its own unit and, summed up, at that unit and all above it.
CREATE OR REPLACE FUNCTION fold_progress() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  -- Whoever writes waits for nobody; only two who fold would meet in the same rows.
  PERFORM pg_advisory_xact_lock(hashtext('fold_progress'));
  WITH taken AS MATERIALIZED (
    DELETE FROM progress_delta d RETURNING d.unit_path, d.day, d.event, d.people, d.doses, d.minutes, d AS delta),
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
                  minutes = d.minutes + EXCLUDED.minutes)
  SELECT count(*) INTO n FROM taken;
  RETURN n;
END $$;

-- What has changed at or below each of these units gives another mark. It says nothing of what it was.
CREATE FUNCTION progress_marks(p_paths text[]) RETURNS TABLE (path text, mark bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.path, coalesce(sum(hashtextextended(c.key, 7) % 1000000007 * (c.people + 3 * c.doses)), 0)::bigint
  FROM unnest(p_paths) AS w(path)
  CROSS JOIN LATERAL (
    SELECT kind || state || outcome || main_class AS key, people, doses FROM progress_count
    WHERE grain = grain_at(w.path, 'class') AND parent_path = parent_path(w.path) AND unit_path = w.path
    UNION ALL
    SELECT kind || state || outcome || main_class, people, doses FROM progress_delta
    WHERE unit_path >= w.path AND unit_path < left(w.path, -1) || '/') c
  GROUP BY 1
$$;

-- How often the figures were held against the rows, and what was found.
CREATE TABLE "progress_check" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT now(),
    "seconds" DOUBLE PRECISION NOT NULL,
    "people" BIGINT NOT NULL,
    "cells" INTEGER NOT NULL,
    "wrong_cells" INTEGER NOT NULL,
    "people_off" BIGINT NOT NULL,
    "mended" BOOLEAN NOT NULL,
    "by_id" UUID,
    CONSTRAINT "progress_check_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "progress_check_at" ON "progress_check" ("at");
GRANT SELECT ON "progress_check" TO portal_app;

-- Holds every kept figure against the rows, all as they are at one instant; with p_mend the difference is
-- put right by what is to be folded, so that whoever writes meanwhile is not disturbed.
CREATE FUNCTION check_progress(p_id uuid, p_mend boolean, p_by uuid) RETURNS SETOF progress_check
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET work_mem = '256MB' AS $$
DECLARE begun timestamptz := clock_timestamp(); total bigint; cells int; wrong int; off bigint; above int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('check_progress'));
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
  SELECT count(*) INTO above FROM differing;
  -- From which step to which is of interest for some weeks only, and is most of what is kept by day.
  DELETE FROM progress_count WHERE people = 0 AND doses = 0 AND minutes = 0;
  DELETE FROM progress_day WHERE day < current_date - 92 AND strpos(event, '>') > 0;
  RETURN QUERY INSERT INTO progress_check (id, seconds, people, cells, wrong_cells, people_off, mended, by_id)
    VALUES (p_id, extract(epoch FROM clock_timestamp() - begun), coalesce(total, 0), cells, wrong + above, off,
            p_mend AND wrong + above > 0, p_by)
    RETURNING *;
END $$;

-- Once a night, by whichever worker comes first: true when it is due and now this one's.
CREATE FUNCTION progress_check_due(p_hour int) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT 1 FROM progress_check WHERE by_id IS NULL AND at >=
    (date_trunc('day', (now() AT TIME ZONE 'Asia/Ho_Chi_Minh') - make_interval(hours => p_hour))
      + make_interval(hours => p_hour)) AT TIME ZONE 'Asia/Ho_Chi_Minh')
$$;

CREATE OR REPLACE VIEW "progress_line" WITH (security_barrier) AS
  SELECT t.id AS task_id, r.code AS record_code, t.unit_id, t.unit_path, t.state, t.force, t.rule,
         t.main_class, t.main_field, t.resolution, t.created_at, t.state_since, t.due_on, t.closed_at,
         t.superseded, r.source_system, t.assignee_id IS NULL AND t.opened_at IS NULL AS untouched
  FROM task t JOIN record r ON r.id = t.record_id
  WHERE t.unit_path >= current_setting('app.scope_from', true)
    AND t.unit_path <  current_setting('app.scope_to', true);
CREATE OR REPLACE VIEW "progress_record" WITH (security_barrier) AS
  SELECT r.id AS record_id, r.code AS record_code, r.unit_id, r.unit_path, r.outcome, r.main_class,
         r.main_field, r.rule, r.created_at, r.updated_at,
         EXISTS (SELECT 1 FROM task t WHERE t.record_id = r.id) AS worked,
         r.duplicate_of_id IS NOT NULL AS duplicate, r.source_system
  FROM record r
  WHERE r.unit_path >= current_setting('app.scope_from', true)
    AND r.unit_path <  current_setting('app.scope_to', true);

REVOKE EXECUTE ON FUNCTION progress_of_records(), progress_of_tasks(), progress_of_moved_task(), task_counts_again(),
  add_progress_doses(uuid[], int[]), progress_of_doses(), fold_progress(), progress_marks(text[]),
  check_progress(uuid, boolean, uuid), progress_check_due(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fold_progress(), progress_marks(text[]), check_progress(uuid, boolean, uuid),
  progress_check_due(int) TO portal_app;

-- What is there already.
SELECT check_progress(gen_random_uuid(), true, gen_random_uuid());
SELECT fold_progress();
DELETE FROM progress_check;
