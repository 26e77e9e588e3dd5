-- What the figures of quality count in an area since a moment, one row for each thing counted. The figure and the
-- list behind it both read this, so they can't differ. Neither SECURITY DEFINER nor SET: so it is a part of the
-- statement that reads it, which takes only the branch and the columns that it needs. It knows no scope, and the
-- application can't call it.
CREATE FUNCTION quality_items(p_from text, p_to text, p_since timestamptz) RETURNS TABLE (
  kind text, what text, id uuid, unit_path text, at timestamptz, task_id uuid,
  -- of an attempt in which way; of a sampled correction how the check ended, null before that
  detail text)
LANGUAGE sql STABLE AS $$
  SELECT 'report', 'report.' || s.state, s.id, s.unit_path, s.at, s.task_id, NULL::text
  FROM system_report s
  WHERE s.unit_path >= p_from AND s.unit_path < p_to AND s.at >= p_since
  UNION ALL
  SELECT 'contact', 'contact.' || c.outcome, c.id, c.unit_path, c.at, c.task_id, c.kind
  FROM contact_attempt c
  WHERE c.unit_path >= p_from AND c.unit_path < p_to AND c.at >= p_since AND c.counted
  UNION ALL
  SELECT 'sample', w.what, s.task_id, s.unit_path, s.at, s.task_id, v.event
  FROM approval_sample s LEFT JOIN LATERAL (
    SELECT e.event FROM task_event e
    WHERE s.sampled AND e.task_id = s.task_id AND e.version > s.version
      AND e.event IN ('approve', 'return') AND e.from_state = 'approving'
      AND NOT EXISTS (SELECT 1 FROM task_event u WHERE u.task_id = e.task_id AND u.version = e.version + 1
                      AND u.event = 'undo' AND u.to_state = 'approving')
    ORDER BY e.version LIMIT 1) v ON true
  CROSS JOIN LATERAL (VALUES
    -- A task that passed several times is one that passed: it is counted where it passed last in this area.
    ('sample.passed', NOT EXISTS (SELECT 1 FROM approval_sample o WHERE o.task_id = s.task_id
      AND o.version > s.version AND o.unit_path >= p_from AND o.unit_path < p_to AND o.at >= p_since)),
    ('sample.checked', v.event IS NOT NULL),
    ('sample.wrong', v.event IS NOT DISTINCT FROM 'return')) AS w(what, holds)
  WHERE s.unit_path >= p_from AND s.unit_path < p_to AND s.at >= p_since AND w.holds
$$;
REVOKE EXECUTE ON FUNCTION quality_items(text, text, timestamptz) FROM PUBLIC;

CREATE OR REPLACE FUNCTION progress_quality(p_from text, p_to text, p_since timestamptz)
  RETURNS TABLE (what text, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.what, count(*) FROM quality_items(p_from, p_to, p_since) i WHERE in_scope(p_from, p_to) GROUP BY 1
$$;

-- A page of the list behind one of those figures: codes, units, words and days, of an area in the scope of whoever
-- asks. What a task has become since it went to another area is no business of this one.
CREATE FUNCTION quality_lines(p_what text, p_from text, p_to text, p_since timestamptz,
    p_after_path text, p_after_at timestamptz, p_after_id uuid, p_most int)
  RETURNS TABLE (id uuid, unit_path text, at timestamptz, unit_name text, record_code text, main_class text,
    main_field text, detail text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.id, l.unit_path, l.at, u.name, r.code,
    CASE WHEN in_scope(t.unit_path, t.unit_path) THEN t.main_class END,
    CASE WHEN in_scope(t.unit_path, t.unit_path) THEN t.main_field END, l.detail
  FROM (
    SELECT i.id, i.unit_path, i.at, i.task_id, i.detail FROM quality_items(p_from, p_to, p_since) i
    WHERE in_scope(p_from, p_to) AND i.kind = split_part(p_what, '.', 1) AND i.what = p_what
      AND (p_after_path IS NULL OR (i.unit_path COLLATE "C", i.at, i.id) > (p_after_path, p_after_at, p_after_id))
    ORDER BY i.unit_path COLLATE "C", i.at, i.id LIMIT p_most) l
  JOIN task t ON t.id = l.task_id JOIN record r ON r.id = t.record_id
  LEFT JOIN unit u ON u.path = l.unit_path
  ORDER BY l.unit_path COLLATE "C", l.at, l.id
$$;
REVOKE EXECUTE ON FUNCTION quality_lines(text, text, text, timestamptz, text, timestamptz, uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION quality_lines(text, text, text, timestamptz, text, timestamptz, uuid, int) TO portal_app;

-- So that a page of samples goes along an index too.
DROP INDEX "approval_sample_unit_path_idx";
CREATE INDEX "approval_sample_unit_path_at_idx" ON "approval_sample" ("unit_path", "at");
