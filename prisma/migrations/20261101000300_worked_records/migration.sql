-- What the engine cleared by itself is one figure, what people corrected is another. A record that
-- ever had a task counts as worked on, whatever the engine says of it since.

CREATE OR REPLACE FUNCTION progress_of_records() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, people)
      SELECT unit_path, 'record', '', coalesce(outcome, ''), coalesce(main_class, ''), count(*)
      FROM added GROUP BY 1, 4, 5;
  ELSE
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, people)
      SELECT d.unit_path, 'record', d.state, d.outcome, d.main_class, sum(d.n) FROM (
        SELECT x.unit_path, x.outcome, x.main_class, x.n,
               CASE WHEN EXISTS (SELECT 1 FROM task t WHERE t.record_id = x.id) THEN 'worked' ELSE '' END AS state
        FROM (
          SELECT id, unit_path, coalesce(outcome, '') AS outcome, coalesce(main_class, '') AS main_class, -1 AS n FROM removed
          UNION ALL
          SELECT id, unit_path, coalesce(outcome, ''), coalesce(main_class, ''), 1 FROM added) x) d
      GROUP BY 1, 3, 4, 5 HAVING sum(d.n) <> 0;
  END IF;
  RETURN NULL;
END $$;

-- A record's first task moves it from what needs no person to what is worked on.
CREATE OR REPLACE FUNCTION progress_of_tasks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, people)
      SELECT unit_path, 'task', state, coalesce(resolution, ''), main_class, count(*)
      FROM added GROUP BY 1, 3, 4, 5;
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, people)
      SELECT r.unit_path, 'record', moved.state, coalesce(r.outcome, ''), coalesce(r.main_class, ''), sum(moved.n)
      FROM (SELECT DISTINCT a.record_id FROM added a WHERE NOT EXISTS (
              SELECT 1 FROM task t WHERE t.record_id = a.record_id AND t.id NOT IN (SELECT id FROM added))) first
      JOIN record r ON r.id = first.record_id
      CROSS JOIN (VALUES ('', -1), ('worked', 1)) AS moved(state, n)
      GROUP BY 1, 3, 4, 5;
  ELSE
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, people)
      SELECT d.unit_path, 'task', d.state, d.resolution, d.main_class, sum(d.n) FROM (
        SELECT unit_path, state, coalesce(resolution, '') AS resolution, main_class, -1 AS n FROM removed
        UNION ALL
        SELECT unit_path, state, coalesce(resolution, ''), main_class, 1 FROM added) d
      GROUP BY 1, 3, 4, 5 HAVING sum(d.n) <> 0;
  END IF;
  RETURN NULL;
END $$;

-- Figures counted before this migration are counted anew by the new definition.
DELETE FROM progress_delta WHERE kind = 'record';
DELETE FROM progress_count WHERE kind = 'record';
INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, people)
  SELECT r.unit_path, 'record',
         CASE WHEN EXISTS (SELECT 1 FROM task t WHERE t.record_id = r.id) THEN 'worked' ELSE '' END,
         coalesce(r.outcome, ''), coalesce(r.main_class, ''), count(*)
  FROM record r GROUP BY 1, 3, 4, 5;

CREATE OR REPLACE VIEW "progress_record" WITH (security_barrier) AS
  SELECT r.id AS record_id, r.code AS record_code, r.unit_id, r.unit_path, r.outcome, r.main_class,
         r.main_field, r.rule, r.created_at, r.updated_at,
         EXISTS (SELECT 1 FROM task t WHERE t.record_id = r.id) AS worked
  FROM record r
  WHERE r.unit_path >= current_setting('app.scope_from', true)
    AND r.unit_path <  current_setting('app.scope_to', true);
