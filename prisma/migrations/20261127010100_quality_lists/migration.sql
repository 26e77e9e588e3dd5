-- What the figures of quality count in an area since a moment, one row for each thing counted. The figures and the
-- lists behind them both read these three, so they can't differ. Neither SECURITY DEFINER nor SET: so each becomes
-- a part of the statement that reads it, which takes the columns that it needs and goes along an index. They know
-- no scope, and the application can't call them.
CREATE FUNCTION quality_reports(p_from text, p_to text, p_since timestamptz)
  RETURNS TABLE (id uuid, unit_path text, at timestamptz, task_id uuid, word text)
LANGUAGE sql STABLE AS $$
  SELECT s.id, s.unit_path, s.at, s.task_id, s.state FROM system_report s
  WHERE s.unit_path >= p_from AND s.unit_path < p_to AND s.at >= p_since
$$;

CREATE FUNCTION quality_contacts(p_from text, p_to text, p_since timestamptz)
  RETURNS TABLE (id uuid, unit_path text, at timestamptz, task_id uuid, word text, way text)
LANGUAGE sql STABLE AS $$
  SELECT c.id, c.unit_path, c.at, c.task_id, c.outcome, c.kind FROM contact_attempt c
  WHERE c.unit_path >= p_from AND c.unit_path < p_to AND c.at >= p_since AND c.counted
$$;

-- With how the check ended: the first answer of an approver that was not taken back; null before that.
CREATE FUNCTION quality_samples(p_from text, p_to text, p_since timestamptz)
  RETURNS TABLE (task_id uuid, version int, unit_path text, at timestamptz, answer text, is_last boolean)
LANGUAGE sql STABLE AS $$
  SELECT s.task_id, s.version, s.unit_path, s.at, v.event,
    -- IS TRUE keeps the planner from an index of the whole area for each task: it knows no value of the parameters.
    NOT EXISTS (SELECT 1 FROM approval_sample o WHERE o.task_id = s.task_id AND o.version > s.version
      AND (o.unit_path >= p_from AND o.unit_path < p_to AND o.at >= p_since) IS TRUE)
  FROM approval_sample s LEFT JOIN LATERAL (
    SELECT e.event FROM task_event e
    WHERE s.sampled AND e.task_id = s.task_id AND e.version > s.version
      AND e.event IN ('approve', 'return') AND e.from_state = 'approving'
      AND NOT EXISTS (SELECT 1 FROM task_event u WHERE u.task_id = e.task_id AND u.version = e.version + 1
                      AND u.event = 'undo' AND u.to_state = 'approving')
    ORDER BY e.version LIMIT 1) v ON true
  WHERE s.unit_path >= p_from AND s.unit_path < p_to AND s.at >= p_since
$$;
REVOKE EXECUTE ON FUNCTION quality_reports(text, text, timestamptz), quality_contacts(text, text, timestamptz),
  quality_samples(text, text, timestamptz) FROM PUBLIC;

-- A task that passed several times is one that passed. Distinct tasks are as many as last samples of a task, and
-- counting them costs no look at each.
CREATE OR REPLACE FUNCTION progress_quality(p_from text, p_to text, p_since timestamptz)
  RETURNS TABLE (what text, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'report.' || i.word, count(*) FROM quality_reports(p_from, p_to, p_since) i
    WHERE in_scope(p_from, p_to) GROUP BY i.word
  UNION ALL
  SELECT 'contact.' || i.word, count(*) FROM quality_contacts(p_from, p_to, p_since) i
    WHERE in_scope(p_from, p_to) GROUP BY i.word
  UNION ALL
  SELECT w.what, w.n FROM (
    SELECT count(DISTINCT i.task_id) AS passed, count(i.answer) AS checked,
      count(*) FILTER (WHERE i.answer = 'return') AS wrong
    FROM quality_samples(p_from, p_to, p_since) i WHERE in_scope(p_from, p_to)) x
  CROSS JOIN LATERAL (VALUES ('sample.passed', passed), ('sample.checked', checked), ('sample.wrong', wrong)) AS w(what, n)
$$;

-- A page of the list behind one of those figures, after a line or from the top: codes, units, words and days, of an
-- area in the scope of whoever asks. What a task has become since it went elsewhere is no business of this area.
-- Of the three parts two are not read at all.
CREATE FUNCTION quality_lines(p_what text, p_from text, p_to text, p_since timestamptz,
    p_after_path text, p_after_at timestamptz, p_after_id uuid, p_most int)
  RETURNS TABLE (id uuid, unit_path text, at timestamptz, unit_name text, record_code text, main_class text,
    main_field text, detail text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.id, l.unit_path, l.at, u.name, r.code,
    CASE WHEN in_scope(t.unit_path, t.unit_path) THEN t.main_class END,
    CASE WHEN in_scope(t.unit_path, t.unit_path) THEN t.main_field END, l.detail
  FROM (
    (SELECT i.id, i.unit_path, i.at, i.task_id, NULL::text AS detail FROM quality_reports(p_from, p_to, p_since) i
     WHERE in_scope(p_from, p_to) AND split_part(p_what, '.', 1) = 'report'
       AND i.word = split_part(p_what, '.', 2)
       AND (i.unit_path COLLATE "C", i.at, i.id) > (p_after_path, p_after_at, p_after_id)
     ORDER BY i.unit_path COLLATE "C", i.at, i.id LIMIT p_most)
    UNION ALL
    (SELECT i.id, i.unit_path, i.at, i.task_id, i.way FROM quality_contacts(p_from, p_to, p_since) i
     WHERE in_scope(p_from, p_to) AND split_part(p_what, '.', 1) = 'contact' AND i.word = split_part(p_what, '.', 2)
       AND (i.unit_path COLLATE "C", i.at, i.id) > (p_after_path, p_after_at, p_after_id)
     ORDER BY i.unit_path COLLATE "C", i.at, i.id LIMIT p_most)
    UNION ALL
    (SELECT i.task_id, i.unit_path, i.at, i.task_id, i.answer FROM quality_samples(p_from, p_to, p_since) i
     WHERE in_scope(p_from, p_to) AND split_part(p_what, '.', 1) = 'sample'
       AND CASE p_what WHEN 'sample.passed' THEN i.is_last WHEN 'sample.checked' THEN i.answer IS NOT NULL
                       WHEN 'sample.wrong' THEN i.answer = 'return' END
       AND (i.unit_path COLLATE "C", i.at, i.task_id) > (p_after_path, p_after_at, p_after_id)
     ORDER BY i.unit_path COLLATE "C", i.at, i.task_id LIMIT p_most)) l
  JOIN task t ON t.id = l.task_id JOIN record r ON r.id = t.record_id
  LEFT JOIN unit u ON u.path = l.unit_path
  ORDER BY l.unit_path COLLATE "C", l.at, l.id
$$;
REVOKE EXECUTE ON FUNCTION quality_lines(text, text, text, timestamptz, text, timestamptz, uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION quality_lines(text, text, text, timestamptz, text, timestamptz, uuid, int) TO portal_app;

-- So that a page of samples goes along an index too.
DROP INDEX "approval_sample_unit_path_idx";
CREATE INDEX "approval_sample_unit_path_at_idx" ON "approval_sample" ("unit_path", "at");
