-- Whose speed is shown, and the steps that it counts, one row for each. The figure and the list behind it both read
-- these two, so they can't differ. Neither SECURITY DEFINER nor SET: so each becomes a part of the statement that
-- reads it. They know no scope, and the application can't call them.
CREATE FUNCTION officers_counted(p_from text, p_to text)
  RETURNS TABLE (id uuid, full_name text, role text)
LANGUAGE sql STABLE AS $$
  SELECT o.id, o.full_name, o.role FROM officer o
  WHERE o.unit_path >= p_from AND o.unit_path < p_to AND o.disabled_at IS NULL
    AND o.role IN ('health', 'police', 'hamlet')
$$;

-- A step that was taken back is one that was taken.
CREATE FUNCTION officer_steps(p_from text, p_to text, p_since timestamptz)
  RETURNS TABLE (id uuid, unit_path text, at timestamptz, task_id uuid, officer_id uuid, event text)
LANGUAGE sql STABLE AS $$
  SELECT e.id, e.unit_path, e.at, e.task_id, e.by_id, e.event FROM task_event e
  WHERE e.unit_path >= p_from AND e.unit_path < p_to AND e.at >= p_since AND e.by_id IS NOT NULL
    AND e.event IN ('survey', 'cannotFind', 'confirm', 'rejectCandidate', 'registryError', 'giveUp', 'submit', 'return')
$$;
REVOKE EXECUTE ON FUNCTION officers_counted(text, text), officer_steps(text, text, timestamptz) FROM PUBLIC;

CREATE OR REPLACE FUNCTION progress_officers(p_from text, p_to text, p_since timestamptz)
  RETURNS TABLE (officer_id uuid, full_name text, role text, steps bigint, days bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o.full_name, o.role, count(s.task_id), count(DISTINCT (s.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
  FROM officers_counted(p_from, p_to) o LEFT JOIN officer_steps(p_from, p_to, p_since) s ON s.officer_id = o.id
  WHERE in_scope(p_from, p_to)
  GROUP BY 1, 2, 3 ORDER BY 4 DESC, 2 LIMIT 200
$$;

-- A page of an officer's steps, after a line or from the top: codes, units, words and days, of an area in the scope of
-- whoever asks. What a task has become since it went elsewhere is no business of this area.
CREATE FUNCTION officer_lines(p_officer uuid, p_from text, p_to text, p_since timestamptz,
    p_after_path text, p_after_at timestamptz, p_after_id uuid, p_most int)
  RETURNS TABLE (id uuid, unit_path text, at timestamptz, unit_name text, record_code text, main_class text,
    main_field text, event text, state text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.id, l.unit_path, l.at, u.name, r.code,
    CASE WHEN in_scope(t.unit_path, t.unit_path) THEN t.main_class END,
    CASE WHEN in_scope(t.unit_path, t.unit_path) THEN t.main_field END, l.event,
    CASE WHEN in_scope(t.unit_path, t.unit_path) THEN t.state END
  FROM (
    SELECT s.id, s.unit_path, s.at, s.task_id, s.event
    FROM officers_counted(p_from, p_to) o JOIN officer_steps(p_from, p_to, p_since) s ON s.officer_id = o.id
    WHERE in_scope(p_from, p_to) AND o.id = p_officer
      AND (s.unit_path COLLATE "C", s.at, s.id) > (p_after_path, p_after_at, p_after_id)
    ORDER BY s.unit_path COLLATE "C", s.at, s.id LIMIT p_most) l
  JOIN task t ON t.id = l.task_id JOIN record r ON r.id = t.record_id
  LEFT JOIN unit u ON u.path = l.unit_path
  ORDER BY l.unit_path COLLATE "C", l.at, l.id
$$;
REVOKE EXECUTE ON FUNCTION officer_lines(uuid, text, text, timestamptz, text, timestamptz, uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION officer_lines(uuid, text, text, timestamptz, text, timestamptz, uuid, int) TO portal_app;
