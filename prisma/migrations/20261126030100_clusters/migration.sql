-- Where the people of the caller's open tasks were injected, for counting by facility. Under row scope each
-- dose looks its record up anew, which for a province is most of the time; here the task's own place decides.
CREATE FUNCTION facilities_in_scope(p_state text)
  RETURNS TABLE (record_id uuid, facility text, dose_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.record_id, d.facility, min(d.id::text) FROM task t JOIN dose d ON d.record_id = t.record_id
  WHERE t.state = p_state AND d.facility <> ''
    AND t.unit_path >= current_setting('app.record_from', true)
    AND t.unit_path < current_setting('app.record_to', true)
    AND coalesce(current_setting('app.hamlet', true), '') = ''
  GROUP BY 1, 2
$$;
REVOKE EXECUTE ON FUNCTION facilities_in_scope(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION facilities_in_scope(text) TO portal_app;
