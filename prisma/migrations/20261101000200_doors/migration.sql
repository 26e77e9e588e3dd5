-- Functions that run with the owner's rights: the few things that come before any scope
-- (sign-in), that no role may read as a table (registry keys), or that count (figures).

-- Sign-in -----------------------------------------------------------------------------------
CREATE FUNCTION sign_in_lookup(p_username text)
RETURNS TABLE (officer_id uuid, password_hash text, disabled boolean, locked_until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o.password_hash, o.disabled_at IS NOT NULL,
         CASE WHEN a.locked_until > now() THEN a.locked_until END
  FROM (SELECT lower(p_username) AS username) q
  LEFT JOIN officer o ON o.username = q.username
  LEFT JOIN sign_in_attempt a ON a.username = q.username
$$;

-- Five failures within fifteen minutes lock the name for fifteen minutes; it holds across instances.
-- An unknown name is counted as well, so that the answer doesn't tell which names exist.
CREATE FUNCTION sign_in_failed(p_username text) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE until timestamptz;
BEGIN
  INSERT INTO sign_in_attempt AS a (username, failures) VALUES (left(lower(p_username), 100), 1)
  ON CONFLICT (username) DO UPDATE SET
    failures = CASE WHEN a.first_at < now() - interval '15 minutes' THEN 1 ELSE a.failures + 1 END,
    first_at = CASE WHEN a.first_at < now() - interval '15 minutes' THEN now() ELSE a.first_at END,
    locked_until = CASE WHEN a.first_at >= now() - interval '15 minutes' AND a.failures + 1 >= 5
                        THEN now() + interval '15 minutes' END
  RETURNING CASE WHEN locked_until > now() THEN locked_until END INTO until;
  -- Only for names that exist: an unknown one belongs to no unit whose auditor could read it.
  INSERT INTO audit_entry (id, officer_id, unit_path, command, entity, entity_id, result)
    SELECT gen_random_uuid(), id, unit_path, 'access.signIn', 'officer', id::text,
           CASE WHEN until IS NULL THEN 'FORBIDDEN' ELSE 'LIMITED' END
    FROM officer WHERE username = lower(p_username);
  RETURN until;
END $$;

CREATE FUNCTION session_create(p_officer uuid, p_hash text, p_minutes int) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO session (token_hash, officer_id, expires_at)
    SELECT p_hash, id, now() + make_interval(mins => p_minutes)
    FROM officer WHERE id = p_officer AND disabled_at IS NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM sign_in_attempt a USING officer o WHERE o.id = p_officer AND a.username = o.username;
  DELETE FROM session WHERE officer_id = p_officer AND expires_at < now();
  INSERT INTO audit_entry (id, officer_id, unit_path, command, entity, entity_id, result)
    SELECT gen_random_uuid(), id, unit_path, 'access.signIn', 'officer', id::text, 'done'
    FROM officer WHERE id = p_officer;
  RETURN true;
END $$;

-- Ends after an hour without use as well as at its fixed end.
CREATE FUNCTION session_actor(p_hash text)
RETURNS TABLE (officer_id uuid, username text, full_name text, role text, unit_id text, unit_path text,
               unit_level text, hamlet_id uuid, approver boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE session s SET last_seen_at = now()
    WHERE s.token_hash = p_hash AND s.last_seen_at < now() - interval '1 minute'
      AND s.last_seen_at > now() - interval '1 hour' AND s.expires_at > now();
  RETURN QUERY
    SELECT o.id, o.username, o.full_name, o.role, o.unit_id, o.unit_path, u.level, o.hamlet_id, o.approver
    FROM session s JOIN officer o ON o.id = s.officer_id JOIN unit u ON u.id = o.unit_id
    WHERE s.token_hash = p_hash AND s.expires_at > now()
      AND s.last_seen_at > now() - interval '1 hour' AND o.disabled_at IS NULL;
END $$;

-- A job acts on behalf of its starter, who may have signed out since.
CREATE FUNCTION officer_actor(p_officer uuid)
RETURNS TABLE (officer_id uuid, username text, full_name text, role text, unit_id text, unit_path text,
               unit_level text, hamlet_id uuid, approver boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o.username, o.full_name, o.role, o.unit_id, o.unit_path, u.level, o.hamlet_id, o.approver
  FROM officer o JOIN unit u ON u.id = o.unit_id WHERE o.id = p_officer
$$;

-- Work that nobody has touched for a while, because its worker died: ids and starters only.
CREATE FUNCTION unfinished_work(p_seconds int) RETURNS TABLE (kind text, id uuid, officer_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'import', b.id, b.created_by_id FROM import_batch b
  WHERE b.state IN ('queued', 'reading') AND b.touched_at <= now() - make_interval(secs => p_seconds)
  UNION ALL
  SELECT 'match', r.id, r.created_by_id FROM match_run r
  WHERE r.state IN ('queued', 'running') AND r.touched_at <= now() - make_interval(secs => p_seconds)
$$;

CREATE FUNCTION session_end(p_hash text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH ended AS (DELETE FROM session WHERE token_hash = p_hash RETURNING officer_id)
  INSERT INTO audit_entry (id, officer_id, unit_path, command, entity, entity_id, result)
    SELECT gen_random_uuid(), o.id, o.unit_path, 'access.signOut', 'officer', o.id::text, 'done'
    FROM ended JOIN officer o ON o.id = ended.officer_id
$$;

-- The officer a command works on must lie in the caller's scope; self is always allowed.
CREATE FUNCTION officer_in_reach(p_officer uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM officer WHERE id = p_officer
    AND (id::text = current_setting('app.officer', true)
      OR (unit_path >= current_setting('app.scope_from', true)
      AND unit_path <  current_setting('app.scope_to', true))))
$$;

CREATE FUNCTION sessions_end_of(p_officer uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  IF NOT officer_in_reach(p_officer) THEN RETURN 0; END IF;
  DELETE FROM session WHERE officer_id = p_officer;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

-- Only one link is valid at a time.
CREATE FUNCTION invite_create(p_officer uuid, p_hash text, p_hours int) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT officer_in_reach(p_officer) THEN RETURN false; END IF;
  DELETE FROM invite WHERE officer_id = p_officer AND used_at IS NULL;
  INSERT INTO invite (token_hash, officer_id, expires_at)
    VALUES (p_hash, p_officer, now() + make_interval(hours => p_hours));
  RETURN true;
END $$;

CREATE FUNCTION invite_lookup(p_hash text) RETURNS TABLE (username text, full_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.username, o.full_name FROM invite i JOIN officer o ON o.id = i.officer_id
  WHERE i.token_hash = p_hash AND i.used_at IS NULL AND i.expires_at > now() AND o.disabled_at IS NULL
$$;

CREATE FUNCTION invite_use(p_hash text, p_password_hash text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE who uuid;
BEGIN
  UPDATE invite i SET used_at = now() FROM officer o
    WHERE i.token_hash = p_hash AND i.used_at IS NULL AND i.expires_at > now()
      AND o.id = i.officer_id AND o.disabled_at IS NULL
    RETURNING i.officer_id INTO who;
  IF who IS NULL THEN RETURN NULL; END IF;
  UPDATE officer SET password_hash = p_password_hash, version = version + 1 WHERE id = who;
  DELETE FROM sign_in_attempt a USING officer o WHERE o.id = who AND a.username = o.username;
  DELETE FROM session WHERE officer_id = who;
  INSERT INTO audit_entry (id, officer_id, unit_path, command, entity, entity_id, result)
    SELECT gen_random_uuid(), id, unit_path, 'access.setPassword', 'officer', id::text, 'done'
    FROM officer WHERE id = who;
  RETURN who;
END $$;

CREATE FUNCTION own_password_hash() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT password_hash FROM officer WHERE id::text = current_setting('app.officer', true)
$$;

CREATE FUNCTION own_password_change(p_password_hash text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE officer SET password_hash = p_password_hash, version = version + 1
    WHERE id::text = current_setting('app.officer', true);
  DELETE FROM session WHERE officer_id::text = current_setting('app.officer', true);
  RETURN FOUND;
END $$;

-- Registry ----------------------------------------------------------------------------------
-- The engine's only way to all people. It answers for records of the caller's scope only, and
-- each call is logged. A key shared by more than p_most people says nothing about any of them.
CREATE FUNCTION find_candidates(p_run uuid, p_records uuid[], p_keys text[], p_most int DEFAULT 40)
RETURNS TABLE (record_id uuid, person_id uuid, id_number text, old_ids text[], full_name text,
               birth_date date, birth_precision text, sex text, address text, commune_code text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  RETURN QUERY
    WITH asked AS (
      SELECT DISTINCT k.rid, k.key FROM unnest(p_records, p_keys) AS k(rid, key)
      JOIN record r ON r.id = k.rid
       AND r.unit_path >= current_setting('app.record_from', true)
       AND r.unit_path <  current_setting('app.record_to', true)
    ), hit AS (
      SELECT DISTINCT a.rid, c.pid FROM asked a
      CROSS JOIN LATERAL (SELECT pk.person_id AS pid FROM person_key pk
                          WHERE pk.key = a.key LIMIT p_most) c
    )
    SELECT h.rid, p.id, p.id_number, p.old_ids, p.full_name, p.birth_date, p.birth_precision, p.sex,
           p.address, p.commune_code
    FROM hit h JOIN person p ON p.id = h.pid;
  GET DIAGNOSTICS n = ROW_COUNT;
  INSERT INTO registry_read (run_id, records, people)
    VALUES (p_run, (SELECT count(DISTINCT x) FROM unnest(p_records) x), n);
END $$;

-- Figures -----------------------------------------------------------------------------------
-- Each statement that changes records or tasks leaves its difference behind; nobody waits for a counter.
CREATE FUNCTION progress_of_records() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, people)
      SELECT unit_path, 'record', '', coalesce(outcome, ''), coalesce(main_class, ''), count(*)
      FROM added GROUP BY 1, 4, 5;
  ELSE
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, people)
      SELECT d.unit_path, 'record', '', d.outcome, d.main_class, sum(d.n) FROM (
        SELECT unit_path, coalesce(outcome, '') AS outcome, coalesce(main_class, '') AS main_class, -1 AS n FROM removed
        UNION ALL
        SELECT unit_path, coalesce(outcome, ''), coalesce(main_class, ''), 1 FROM added) d
      GROUP BY 1, 4, 5 HAVING sum(d.n) <> 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER progress_insert AFTER INSERT ON record REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION progress_of_records();
CREATE TRIGGER progress_update AFTER UPDATE ON record REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION progress_of_records();

CREATE FUNCTION progress_of_tasks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, people)
      SELECT unit_path, 'task', state, coalesce(resolution, ''), main_class, count(*)
      FROM added GROUP BY 1, 3, 4, 5;
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
CREATE TRIGGER progress_insert AFTER INSERT ON task REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION progress_of_tasks();
CREATE TRIGGER progress_update AFTER UPDATE ON task REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION progress_of_tasks();

CREATE FUNCTION fold_progress() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  WITH taken AS (DELETE FROM progress_delta RETURNING unit_path, kind, state, outcome, main_class, people),
  summed AS (SELECT unit_path, kind, state, outcome, main_class, sum(people) AS people FROM taken GROUP BY 1, 2, 3, 4, 5)
  INSERT INTO progress_count AS c SELECT * FROM summed
  ON CONFLICT (unit_path, kind, state, outcome, main_class) DO UPDATE SET people = c.people + EXCLUDED.people;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sign_in_lookup(text), sign_in_failed(text), session_create(uuid, text, int),
  session_actor(text), officer_actor(uuid), unfinished_work(int), session_end(text), sessions_end_of(uuid), invite_create(uuid, text, int),
  invite_lookup(text), invite_use(text, text), own_password_hash(), own_password_change(text),
  find_candidates(uuid, uuid[], text[], int), fold_progress() TO portal_app;
