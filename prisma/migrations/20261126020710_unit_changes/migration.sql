-- Changes of units: communes merge, divide, are renamed or pass to another province from a day on. An
-- administrator at the nation asks for one; functions with the owner's rights do it, because no role of
-- the portal may write units or move what it can't see. See docs/decisions/0030-changes-of-units.md.

-- CreateTable
CREATE TABLE "unit_change" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "unit_path" TEXT COLLATE "C" NOT NULL,
    "request" JSONB NOT NULL,
    "effective_on" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "reason" TEXT,
    "plan" JSONB,
    "before" JSONB,
    "after" JSONB,
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ,
    "finished_at" TIMESTAMPTZ,
    "touched_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unit_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "unit_change_unit_path_created_at_idx" ON "unit_change"("unit_path", "created_at");

-- One is applied at a time, however many are started at once.
CREATE UNIQUE INDEX "unit_change_one_applying" ON "unit_change" ((true)) WHERE "state" = 'applying';

ALTER TABLE "unit_change" ENABLE ROW LEVEL SECURITY;
CREATE POLICY unit_scope ON "unit_change"
  USING (unit_path >= current_setting('app.scope_from', true)
     AND unit_path <  current_setting('app.scope_to', true));
GRANT SELECT, INSERT ON "unit_change" TO portal_app;
-- The application calls one off, or says why it can't be applied; the rest is the functions'.
GRANT UPDATE ("state", "reason", "finished_at", "touched_at") ON "unit_change" TO portal_app;

-- Whether the caller is an administrator at the nation.
CREATE FUNCTION is_unit_admin() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM officer o JOIN unit u ON u.id = o.unit_id
    WHERE o.id::text = current_setting('app.officer', true)
      AND o.role = 'admin' AND u.level = 'nation' AND o.disabled_at IS NULL)
$$;

-- A change that was begun goes on in the name of whoever asked for it.
CREATE FUNCTION require_unit_change(p_change uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM unit_change c WHERE c.id = p_change
      AND c.by_id::text = current_setting('app.officer', true)
      AND (c.started_at IS NOT NULL OR is_unit_admin())) THEN
    RAISE EXCEPTION 'not an administrator of units' USING ERRCODE = '42501';
  END IF;
END $$;

-- What lies in some communes, by numbers only: the administrator sees nobody.
CREATE FUNCTION unit_change_counts(p_units text[])
RETURNS TABLE (unit_id text, records int, open_tasks int, closed_tasks int, leased int, officers int,
               hamlets int, hamlet_rules int, residence_rules int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT is_unit_admin() THEN RAISE EXCEPTION 'not an administrator of units' USING ERRCODE = '42501'; END IF;
  RETURN QUERY
    SELECT u.id,
      (SELECT count(*)::int FROM record r WHERE r.unit_path = u.path),
      (SELECT count(*)::int FROM task t WHERE t.unit_path = u.path AND t.state <> 'closed'),
      (SELECT count(*)::int FROM task t WHERE t.unit_path = u.path AND t.state = 'closed'),
      (SELECT count(*)::int FROM task t WHERE t.unit_path = u.path AND t.lease_until > now()),
      (SELECT count(*)::int FROM officer o WHERE o.unit_path = u.path),
      (SELECT count(*)::int FROM hamlet h WHERE h.unit_path = u.path AND h.closed_at IS NULL),
      (SELECT count(*)::int FROM hamlet_rule x WHERE x.unit_path = u.path),
      (SELECT count(*)::int FROM residence_rule x WHERE x.unit_path = u.path)
    FROM unnest(p_units) p(id) JOIN unit u ON u.id = p.id;
END $$;

-- Records on the list of each hamlet of a commune that is to be divided.
CREATE FUNCTION unit_change_hamlets(p_unit text) RETURNS TABLE (hamlet_id uuid, name text, records int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT is_unit_admin() THEN RAISE EXCEPTION 'not an administrator of units' USING ERRCODE = '42501'; END IF;
  RETURN QUERY
    SELECT h.id, h.name, (SELECT count(*)::int FROM record r WHERE r.hamlet_id = h.id)
    FROM hamlet h WHERE h.unit_id = p_unit AND h.closed_at IS NULL ORDER BY h.name COLLATE "vi-x-icu";
END $$;

-- Columns that hold where a row belongs, with the unit beside them. Figures are kept by triggers; the log
-- and the events of tasks keep the unit of their day, and so do papers and uploads (their path moves, so
-- that the new office reads them). What is unique by unit or path stays: figures and numbers of one unit.
CREATE FUNCTION unit_path_columns() RETURNS TABLE (table_name text, path_column text, id_column text)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT c.relname::text, a.attname::text, i.attname::text
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  LEFT JOIN pg_attribute i ON i.attrelid = c.oid AND NOT i.attisdropped AND i.atttypid = 'text'::regtype
    AND i.attname IN (replace(a.attname, '_path', '_id'), replace(a.attname, '_path', '_unit_id'))
    AND c.relname NOT IN ('handover', 'import_batch')
    AND NOT EXISTS (SELECT 1 FROM pg_index x WHERE x.indrelid = c.oid AND x.indisunique AND i.attnum = ANY (x.indkey))
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
    AND a.atttypid = 'text'::regtype AND right(a.attname, 5) = '_path'
    AND NOT EXISTS (SELECT 1 FROM pg_index x WHERE x.indrelid = c.oid AND x.indisunique AND a.attnum = ANY (x.indkey))
    AND c.relname NOT IN ('unit', 'unit_change', 'task_event', 'audit_entry', 'progress_count', 'progress_delta',
                          'progress_day', 'hamlet', 'hamlet_rule', 'residence_rule')
  ORDER BY 1, 2
$$;

-- Everything of a commune's path in every table but records and tasks, which go in slices.
CREATE FUNCTION unit_change_rest(p_from text, p_to text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE c record; f unit; t unit;
BEGIN
  SELECT * INTO f FROM unit WHERE id = p_from;
  SELECT * INTO t FROM unit WHERE id = p_to;
  FOR c IN SELECT * FROM unit_path_columns() LOOP
    IF c.table_name IN ('record', 'task') AND c.path_column = 'unit_path' THEN CONTINUE; END IF;
    IF c.id_column IS NULL THEN
      EXECUTE format('UPDATE %I SET %I = $2 WHERE %I = $1', c.table_name, c.path_column, c.path_column)
        USING f.path, t.path;
    ELSE
      EXECUTE format('UPDATE %I SET %I = $2, %I = CASE WHEN %I = $3 THEN $4 ELSE %I END WHERE %I = $1',
        c.table_name, c.path_column, c.id_column, c.id_column, c.id_column, c.path_column)
        USING f.path, t.path, f.id, t.id;
    END IF;
  END LOOP;
END $$;

-- What there is in all communes of a change together: the same before and after.
CREATE FUNCTION unit_change_sum(p_plan jsonb) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH paths AS (
    SELECT DISTINCT u.path FROM unit u WHERE u.id IN (
      SELECT x->>'from' FROM jsonb_array_elements(p_plan->'moves') x
      UNION SELECT x->>'to' FROM jsonb_array_elements(p_plan->'moves') x
      UNION SELECT p_plan->'split'->>'from' UNION SELECT p_plan->'split'->>'around'
      UNION SELECT x->>'new' FROM jsonb_array_elements(p_plan->'steps') x)
  )
  SELECT jsonb_build_object(
    'records', (SELECT count(*) FROM paths p JOIN record r ON r.unit_path = p.path),
    'openTasks', (SELECT count(*) FROM paths p JOIN task t ON t.unit_path = p.path AND t.state <> 'closed'),
    'closedTasks', (SELECT count(*) FROM paths p JOIN task t ON t.unit_path = p.path AND t.state = 'closed'))
$$;

-- A hamlet of a commune that goes into another: told apart by where it came from when the other, or a
-- third, has one of that name; and what its name meant in its own commune stays a rule.
CREATE FUNCTION unit_change_hamlets_move(p_change uuid, p_from text, p_to text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE f unit; t unit; h record; shared boolean; asked uuid; others text[];
BEGIN
  SELECT * INTO f FROM unit WHERE id = p_from;
  SELECT * INTO t FROM unit WHERE id = p_to;
  SELECT by_id, ARRAY(SELECT x->>'from' FROM jsonb_array_elements(plan->'moves') x) INTO asked, others
    FROM unit_change WHERE id = p_change;
  FOR h IN SELECT * FROM hamlet WHERE unit_id = f.id ORDER BY name LOOP
    shared := h.closed_at IS NULL AND EXISTS (SELECT 1 FROM hamlet o WHERE o.unit_id <> f.id AND o.closed_at IS NULL
      AND (o.unit_id = t.id OR o.unit_id = ANY (others)) AND o.folded_name = h.folded_name);
    IF shared THEN
      INSERT INTO hamlet_rule (id, unit_id, unit_path, from_unit_id, folded_name, written, hamlet_id, by_id)
        WITH RECURSIVE sources(id) AS (
          SELECT f.id UNION
          SELECT s.old_unit_id FROM sources x JOIN unit_successor s ON s.new_unit_id = x.id)
        SELECT gen_random_uuid(), t.id, t.path, s.id, h.folded_name, h.name, h.id, asked FROM sources s
      ON CONFLICT DO NOTHING;
    END IF;
    UPDATE hamlet SET unit_id = t.id, unit_path = t.path,
      name = CASE WHEN shared THEN h.name || ' (' || f.name || ')' ELSE h.name END WHERE id = h.id;
  END LOOP;
  -- A rule that both have keeps the target's; what it placed stays where it is.
  UPDATE record SET hamlet_rule_id = NULL WHERE hamlet_rule_id IN (SELECT r.id FROM hamlet_rule r
    JOIN hamlet_rule o ON o.unit_id = t.id AND o.from_unit_id = r.from_unit_id AND o.folded_name = r.folded_name
    WHERE r.unit_id = f.id);
  DELETE FROM hamlet_rule r USING hamlet_rule o WHERE r.unit_id = f.id AND o.unit_id = t.id
    AND o.from_unit_id = r.from_unit_id AND o.folded_name = r.folded_name;
  UPDATE hamlet_rule SET unit_id = t.id, unit_path = t.path WHERE unit_id = f.id;
  -- Under its new name the same commune is named by later files.
  IF (SELECT kind FROM unit_change WHERE id = p_change) IN ('rename', 'province') THEN
    INSERT INTO hamlet_rule (id, unit_id, unit_path, from_unit_id, folded_name, written, hamlet_id, by_id)
      SELECT gen_random_uuid(), t.id, t.path, t.id, folded_name, written, hamlet_id, by_id
      FROM hamlet_rule WHERE unit_id = t.id AND from_unit_id = f.id
    ON CONFLICT DO NOTHING;
  END IF;
END $$;

-- The hamlets of a commune that is divided: those that are dealt out go with their team and what placed
-- their people; the others end, and their people wait for a choice.
CREATE FUNCTION unit_change_divide(p_change uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE s jsonb; f unit; around unit; heir unit; asked uuid;
BEGIN
  SELECT plan->'split', by_id INTO s, asked FROM unit_change WHERE id = p_change;
  SELECT * INTO f FROM unit WHERE id = s->>'from';
  SELECT * INTO around FROM unit WHERE id = s->>'around';
  SELECT * INTO heir FROM unit WHERE id = s->>'heir';
  UPDATE hamlet h SET unit_id = t.id, unit_path = t.path
    FROM jsonb_to_recordset(s->'hamlets') x(hamlet uuid, "to" text) JOIN unit t ON t.id = x."to"
    WHERE h.id = x.hamlet AND h.unit_id = f.id;
  INSERT INTO residence_rule (id, old_unit_id, folded_name, written, unit_id, unit_path, by_id)
    SELECT gen_random_uuid(), f.id, h.folded_name, h.name, h.unit_id, h.unit_path, asked
    FROM jsonb_to_recordset(s->'hamlets') x(hamlet uuid) JOIN hamlet h ON h.id = x.hamlet
  ON CONFLICT DO NOTHING;
  UPDATE hamlet_rule r SET unit_id = h.unit_id, unit_path = h.unit_path
    FROM hamlet h WHERE h.id = r.hamlet_id AND r.unit_id = f.id AND h.unit_id <> f.id;
  UPDATE record SET hamlet_rule_id = NULL
    WHERE hamlet_rule_id IN (SELECT id FROM hamlet_rule WHERE unit_id = f.id);
  DELETE FROM hamlet_rule WHERE unit_id = f.id;
  UPDATE hamlet SET closed_at = coalesce(closed_at, now()), unit_path = around.path WHERE unit_id = f.id;
  UPDATE officer o SET unit_id = h.unit_id, unit_path = h.unit_path
    FROM hamlet h WHERE h.id = o.hamlet_id AND o.unit_id = f.id AND h.closed_at IS NULL;
  UPDATE officer SET unit_id = heir.id, unit_path = heir.path, hamlet_id = NULL WHERE unit_id = f.id;
  UPDATE residence_rule SET unit_path = around.path WHERE unit_id = f.id;
END $$;

-- Begins a change by its plan, which names units only; their paths are looked up here. Answers `begun`,
-- `busy` while another is applied, `waits` while somebody reads or compares a list of the same area.
CREATE FUNCTION unit_change_begin(p_change uuid, p_plan jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE c unit_change; area text COLLATE "C"; m record;
BEGIN
  PERFORM require_unit_change(p_change);
  PERFORM pg_advisory_xact_lock(hashtext('unit change'));
  SELECT * INTO c FROM unit_change WHERE id = p_change FOR UPDATE;
  IF c.state <> 'planned' THEN RETURN 'over'; END IF;
  IF EXISTS (SELECT 1 FROM unit_change WHERE state = 'applying') THEN RETURN 'busy'; END IF;
  area := c.unit_path;
  IF EXISTS (SELECT 1 FROM import_batch b WHERE b.state IN ('queued', 'reading')
        AND (starts_with(b.unit_path, area) OR starts_with(area, b.unit_path)))
     OR EXISTS (SELECT 1 FROM match_run r WHERE r.state IN ('queued', 'running')
        AND (starts_with(r.unit_path, area) OR starts_with(area, r.unit_path))) THEN
    UPDATE unit_change SET touched_at = now(), reason = 'waits' WHERE id = p_change;
    RETURN 'waits';
  END IF;
  IF EXISTS (SELECT 1 FROM jsonb_array_elements(p_plan->'closes') x LEFT JOIN unit u ON u.id = x->>'id'
      WHERE u.id IS NULL OR u.level <> 'commune' OR u.valid_to IS NOT NULL) THEN
    RAISE EXCEPTION 'a commune in force is closed only' USING ERRCODE = '22023';
  END IF;
  UPDATE unit_change SET state = 'applying', reason = NULL, plan = p_plan, started_at = now(), touched_at = now()
    WHERE id = p_change;
  INSERT INTO unit (id, code, name, folded_name, level, parent_id, valid_from, path)
    SELECT x.id, x.code, x.name, x.folded_name, 'commune', p.id, c.effective_on, p.path || x.id || '.'
    FROM jsonb_to_recordset(p_plan->'makes') x(id text, code text, name text, folded_name text, parent_id text)
    JOIN unit p ON p.id = x.parent_id AND p.level = 'province' AND p.valid_to IS NULL;
  UPDATE unit_change SET before = unit_change_sum(p_plan), total = (SELECT count(*) FROM record r JOIN unit u
      ON u.path = r.unit_path WHERE u.id IN (SELECT x->>'id' FROM jsonb_array_elements(p_plan->'closes') x))
    WHERE id = p_change;
  UPDATE unit u SET valid_to = c.effective_on - 1
    FROM jsonb_array_elements(p_plan->'closes') x WHERE u.id = x->>'id';
  INSERT INTO unit_successor (old_unit_id, new_unit_id, relation, confidence)
    SELECT x.old, x.new, x.relation, 'high'
    FROM jsonb_to_recordset(p_plan->'steps') x(old text, "new" text, relation text);
  IF p_plan->'split' <> 'null'::jsonb THEN PERFORM unit_change_divide(p_change); END IF;
  FOR m IN SELECT x->>'from' AS f, x->>'to' AS t FROM jsonb_array_elements(p_plan->'moves') x LOOP
    PERFORM unit_change_hamlets_move(p_change, m.f, m.t);
    UPDATE officer o SET unit_id = u.id, unit_path = u.path FROM unit u WHERE u.id = m.t AND o.unit_id = m.f;
    UPDATE residence_rule r SET unit_id = u.id, unit_path = u.path FROM unit u WHERE u.id = m.t AND r.unit_id = m.f;
  END LOOP;
  RETURN 'begun';
END $$;

-- Records and tasks of one commune that go to another: tasks first, as whoever works on one locks them.
CREATE FUNCTION unit_change_move(p_from text, p_to text, p_size int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE f unit; t unit; ids uuid[];
BEGIN
  SELECT * INTO f FROM unit WHERE id = p_from;
  SELECT * INTO t FROM unit WHERE id = p_to;
  SELECT array_agg(id) INTO ids FROM (
    SELECT id FROM record WHERE unit_path = f.path ORDER BY id LIMIT p_size) x;
  IF ids IS NULL THEN
    -- A task that lies here while its record lies elsewhere.
    UPDATE task SET unit_id = t.id, unit_path = t.path WHERE unit_path = f.path;
    RETURN 0;
  END IF;
  PERFORM 1 FROM task WHERE record_id = ANY (ids) ORDER BY id FOR UPDATE;
  UPDATE task SET unit_id = t.id, unit_path = t.path WHERE record_id = ANY (ids) AND unit_path = f.path;
  UPDATE record SET unit_id = t.id, unit_path = t.path WHERE id = ANY (ids) AND unit_path = f.path;
  RETURN cardinality(ids);
END $$;

-- Records and tasks of a commune that was divided: with their hamlet where it was dealt out, else to the
-- province, where they wait for a choice. The state of a task stays what it is.
CREATE FUNCTION unit_change_scatter(p_split jsonb, p_size int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE f unit; around unit; ids uuid[];
BEGIN
  SELECT * INTO f FROM unit WHERE id = p_split->>'from';
  SELECT * INTO around FROM unit WHERE id = p_split->>'around';
  SELECT array_agg(id) INTO ids FROM (
    SELECT id FROM record WHERE unit_path = f.path ORDER BY id LIMIT p_size) x;
  IF ids IS NULL THEN
    UPDATE task SET unit_id = around.id, unit_path = around.path, hamlet_id = NULL WHERE unit_path = f.path;
    RETURN 0;
  END IF;
  PERFORM 1 FROM task WHERE record_id = ANY (ids) ORDER BY id FOR UPDATE;
  UPDATE task k SET unit_id = coalesce(h.unit_id, around.id), unit_path = coalesce(h.unit_path, around.path),
      hamlet_id = h.id
    FROM record r LEFT JOIN hamlet h ON h.id = r.hamlet_id AND h.closed_at IS NULL
    WHERE r.id = ANY (ids) AND k.record_id = r.id AND k.unit_path = f.path;
  UPDATE record r SET unit_id = coalesce(h.unit_id, around.id), unit_path = coalesce(h.unit_path, around.path),
      hamlet_id = h.id, hamlet_rule_id = CASE WHEN h.id IS NOT NULL THEN r.hamlet_rule_id END,
      residence_status = CASE WHEN h.id IS NULL THEN 'split' ELSE r.residence_status END,
      residence_rule_id = x.id, split_unit_id = f.id
    FROM record o LEFT JOIN hamlet h ON h.id = o.hamlet_id AND h.closed_at IS NULL
      LEFT JOIN residence_rule x ON x.old_unit_id = f.id AND x.folded_name = h.folded_name
    WHERE o.id = r.id AND r.id = ANY (ids) AND r.unit_path = f.path;
  RETURN cardinality(ids);
END $$;

-- The next slice of a change that was begun; `more` or `done`. Whoever dies in between leaves whole
-- slices; rows that came late to a commune that is gone are taken too when it is called again.
CREATE FUNCTION unit_change_slice(p_change uuid, p_size int) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE c unit_change; m record; n int;
BEGIN
  PERFORM require_unit_change(p_change);
  SELECT * INTO c FROM unit_change WHERE id = p_change FOR UPDATE;
  IF c.state NOT IN ('applying', 'done') THEN RETURN 'over'; END IF;
  FOR m IN SELECT x->>'from' AS f, x->>'to' AS t FROM jsonb_array_elements(c.plan->'moves') x LOOP
    n := unit_change_move(m.f, m.t, p_size);
    IF n > 0 THEN
      UPDATE unit_change SET done = done + n, touched_at = now() WHERE id = p_change;
      RETURN 'more';
    END IF;
  END LOOP;
  IF c.plan->'split' <> 'null'::jsonb THEN
    n := unit_change_scatter(c.plan->'split', p_size);
    IF n > 0 THEN
      UPDATE unit_change SET done = done + n, touched_at = now() WHERE id = p_change;
      RETURN 'more';
    END IF;
    PERFORM unit_change_rest(c.plan->'split'->>'from', c.plan->'split'->>'heir');
  END IF;
  FOR m IN SELECT x->>'from' AS f, x->>'to' AS t FROM jsonb_array_elements(c.plan->'moves') x LOOP
    PERFORM unit_change_rest(m.f, m.t);
  END LOOP;
  UPDATE unit_change SET state = 'done', after = CASE WHEN c.state = 'applying' THEN unit_change_sum(c.plan) ELSE after END,
    finished_at = coalesce(finished_at, now()), touched_at = now() WHERE id = p_change;
  RETURN 'done';
END $$;

-- Changes whose day has come, those that a dead worker left, and those after which something came late.
CREATE FUNCTION unfinished_unit_changes(p_seconds int) RETURNS TABLE (kind text, id uuid, officer_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'unitChange', c.id, c.by_id FROM unit_change c
  WHERE c.touched_at <= now() - make_interval(secs => p_seconds) AND (
    c.state = 'applying'
    OR (c.state = 'planned' AND c.effective_on <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
    OR (c.state = 'done' AND c.finished_at > now() - interval '7 days' AND EXISTS (
      SELECT 1 FROM jsonb_array_elements(c.plan->'closes') x JOIN unit u ON u.id = x->>'id'
      WHERE EXISTS (SELECT 1 FROM record r WHERE r.unit_path = u.path)
         OR EXISTS (SELECT 1 FROM task t WHERE t.unit_path = u.path))))
$$;

REVOKE EXECUTE ON FUNCTION is_unit_admin(), require_unit_change(uuid), unit_change_counts(text[]),
  unit_change_hamlets(text), unit_path_columns(), unit_change_rest(text, text), unit_change_sum(jsonb),
  unit_change_hamlets_move(uuid, text, text), unit_change_divide(uuid), unit_change_begin(uuid, jsonb),
  unit_change_move(text, text, int), unit_change_scatter(jsonb, int), unit_change_slice(uuid, int),
  unfinished_unit_changes(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION unit_change_counts(text[]), unit_change_hamlets(text),
  unit_change_begin(uuid, jsonb), unit_change_slice(uuid, int), unfinished_unit_changes(int) TO portal_app;
