-- Matching at volume: keys by which whole tables are compared in one statement, runs over an area
-- that can be paused, and the duplicates among records that a run finds.

-- Comparison keys ---------------------------------------------------------------------------
-- Two rows with one key say the same in the four fields of the official comparison, whatever the
-- case of the name. Generated, so that no way of changing a value can forget them. A hash: it finds
-- rows, and whoever uses it compares the values themselves.
ALTER TABLE "record" ADD COLUMN "match_key" bigint GENERATED ALWAYS AS (
  hashtextextended(lower(normalize(coalesce(full_name, ''), NFC) COLLATE "und-x-icu") || chr(31)
    || coalesce(birth_date - date '1800-01-01', -1)::text || chr(31) || coalesce(birth_precision, '') || chr(31)
    || coalesce(sex, '') || chr(31) || coalesce(id_number, ''), 0)) STORED;
ALTER TABLE "person" ADD COLUMN "match_key" bigint GENERATED ALWAYS AS (
  hashtextextended(lower(normalize(full_name, NFC) COLLATE "und-x-icu") || chr(31)
    || coalesce(birth_date - date '1800-01-01', -1)::text || chr(31) || coalesce(birth_precision, '') || chr(31)
    || coalesce(sex, '') || chr(31) || coalesce(id_number, ''), 0)) STORED;

-- Who else carries a number, as their own from before.
CREATE INDEX "person_old_ids_idx" ON "person" USING gin ("old_ids");
-- What a record has in common with its duplicates: the number, or without one all else and the phone.
-- Numbers that were typed to fill a field have nothing in common.
ALTER TABLE "record" ADD COLUMN "duplicate_key" bigint GENERATED ALWAYS AS (CASE
  WHEN id_number ~ '^[0-9]{9,12}$' THEN CASE
    WHEN id_number !~ '^([0-9])\1*$' AND position(id_number IN '01234567890123456789') = 0
    THEN hashtextextended('n' || id_number, 0) END
  WHEN id_number IS NULL THEN
    hashtextextended('c' || phone || chr(31) || lower(normalize(full_name, NFC) COLLATE "und-x-icu") || chr(31)
      || (birth_date - date '1800-01-01')::text || chr(31) || birth_precision || chr(31) || sex, 0)
  END) STORED;
CREATE INDEX "record_duplicate_key_idx" ON "record"("duplicate_key");
-- A run writes its outcome into every record: room on the page keeps that out of the indexes.
ALTER TABLE "record" SET (fillfactor = 60);

-- Blocking keys are eight bytes instead of a text: they were made by an older rule, and start makes
-- them anew from the people that are there.
DROP TABLE "person_key";
CREATE TABLE "person_key" (
    "key" BIGINT NOT NULL,
    "person_id" UUID NOT NULL,
    CONSTRAINT "person_key_pkey" PRIMARY KEY ("key", "person_id")
);
CREATE INDEX "person_key_person_id_idx" ON "person_key"("person_id");

-- Runs --------------------------------------------------------------------------------------
ALTER TABLE "match_run"
  ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'batch',
  ADD COLUMN "area_id" TEXT,
  ADD COLUMN "area_path" TEXT COLLATE "C",
  ADD COLUMN "cursor_path" TEXT COLLATE "C",
  ADD COLUMN "counted_at" TIMESTAMPTZ,
  ADD COLUMN "skipped" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "exact" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "busy_ms" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "groups" INTEGER,
  ADD COLUMN "summary" JSONB;

-- Whose the record was found to be, where the engine accepted somebody.
ALTER TABLE "match_result" ADD COLUMN "person_id" UUID;

-- A "not the same person" holds while both are what they were when it was said.
ALTER TABLE "not_a_match" ADD COLUMN "record_key" bigint, ADD COLUMN "person_key" bigint;
UPDATE "not_a_match" n SET record_key = r.match_key, person_key = p.match_key
  FROM "record" r, "person" p WHERE r.id = n.record_id AND p.id = n.person_id;
GRANT UPDATE ON "not_a_match" TO portal_app;

-- Duplicates --------------------------------------------------------------------------------
-- Records that may be one person's, as found within the area of one coordinator.
CREATE TABLE "record_group" (
    "id" UUID NOT NULL,
    "unit_path" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT NOT NULL,
    "evidence" BIGINT NOT NULL,
    "size" INTEGER NOT NULL,
    "run_id" UUID NOT NULL,
    "found_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "record_group_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "record_group_unit_path_evidence_key" ON "record_group"("unit_path", "evidence");
CREATE TABLE "record_group_member" (
    "group_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    CONSTRAINT "record_group_member_pkey" PRIMARY KEY ("group_id", "record_id")
);
CREATE INDEX "record_group_member_record_id_idx" ON "record_group_member"("record_id");
ALTER TABLE "record_group_member" ADD FOREIGN KEY ("group_id") REFERENCES "record_group"("id") ON DELETE CASCADE;
ALTER TABLE "record_group_member" ADD FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE;

ALTER TABLE "record_group" ENABLE ROW LEVEL SECURITY;
CREATE POLICY record_scope ON "record_group"
  USING (unit_path >= current_setting('app.record_from', true)
     AND unit_path <  current_setting('app.record_to', true)
     AND coalesce(current_setting('app.hamlet', true), '') = '');
ALTER TABLE "record_group_member" ENABLE ROW LEVEL SECURITY;
CREATE POLICY with_record ON "record_group_member"
  USING (coalesce(current_setting('app.hamlet', true), '') = ''
     AND EXISTS (SELECT 1 FROM record r WHERE r.id = record_group_member.record_id));
GRANT SELECT ON "record_group", "record_group_member" TO portal_app;

-- Finds the duplicates of a run's records among all records of its starter's area, and forgets
-- those of its records that have nothing in common any more. The same whenever it is run again. It
-- has the owner's rights because row scope would make the planner expect few rows; it looks at
-- the caller's rows only. Gives how many groups hold a record of the run.
CREATE FUNCTION group_duplicates(p_run uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE area text COLLATE "C"; above text COLLATE "C"; n int;
BEGIN
  SELECT unit_path, left(unit_path, -1) || '/' INTO area, above FROM match_run WHERE id = p_run
    AND unit_path >= current_setting('app.record_from', true)
    AND unit_path <  current_setting('app.record_to', true);
  IF area IS NULL THEN RETURN 0; END IF;

  DELETE FROM record_group_member b USING record_group g, record r
    WHERE g.id = b.group_id AND g.unit_path = area AND r.id = b.record_id
      AND r.duplicate_key IS DISTINCT FROM g.evidence;
  DELETE FROM record_group g WHERE g.unit_path = area
    AND (SELECT count(*) FROM record_group_member b WHERE b.group_id = g.id) < 2;

  WITH touched AS (
    SELECT DISTINCT r.duplicate_key FROM match_result m JOIN record r ON r.id = m.record_id
    WHERE m.run_id = p_run AND r.duplicate_key IS NOT NULL
  ), several AS MATERIALIZED (
    SELECT r.duplicate_key AS evidence, array_agg(r.id) AS ids, array_agg(r.match_result_id) AS results,
           min(r.id_number) AS number
    FROM touched JOIN record r USING (duplicate_key)
    WHERE r.unit_path >= area AND r.unit_path < above GROUP BY 1 HAVING count(*) > 1
  ), judged AS (
    SELECT s.evidence, s.ids, CASE WHEN s.number IS NULL THEN 'contact' WHEN (
        SELECT count(m.person_id) = cardinality(s.ids) AND count(DISTINCT m.person_id) = 1
        FROM match_result m WHERE m.id = ANY (s.results)) THEN 'person' ELSE 'number' END AS kind
    FROM several s
  ), kept AS (
    INSERT INTO record_group AS g (id, unit_path, kind, evidence, size, run_id)
      SELECT gen_random_uuid(), area, kind, evidence, cardinality(ids), p_run FROM judged
    ON CONFLICT (unit_path, evidence) DO UPDATE
      SET kind = excluded.kind, size = excluded.size, run_id = excluded.run_id
    RETURNING g.id, g.evidence
  ), members AS (
    INSERT INTO record_group_member (group_id, record_id)
      SELECT k.id, unnest(j.ids) FROM kept k JOIN judged j USING (evidence)
    ON CONFLICT DO NOTHING
  )
  SELECT count(*) INTO n FROM kept;
  RETURN n;
END $$;
REVOKE EXECUTE ON FUNCTION group_duplicates(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION group_duplicates(uuid) TO portal_app;

-- Registry ----------------------------------------------------------------------------------
-- The engine's ways to all people. They answer for records of the caller's scope only, and each
-- call is logged.

-- Who may be meant by each record: people who share a key with it, but for those of whom it was
-- said that they are not the one. A key that more than p_most people share says nothing of any.
DROP FUNCTION find_candidates(uuid, uuid[], text[], int);
CREATE FUNCTION find_candidates(p_run uuid, p_records uuid[], p_keys bigint[], p_most int DEFAULT 40)
RETURNS TABLE (record_id uuid, person_id uuid, id_number text, old_ids text[], full_name text,
               birth_date date, birth_precision text, sex text, address text, commune_code text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  RETURN QUERY
    WITH asked AS (
      SELECT k.rid, k.key, r.match_key FROM unnest(p_records, p_keys) AS k(rid, key)
      JOIN record r ON r.id = k.rid
       AND r.unit_path >= current_setting('app.record_from', true)
       AND r.unit_path <  current_setting('app.record_to', true)
    ), hit AS (
      SELECT DISTINCT a.rid, a.match_key, c.pid FROM asked a
      CROSS JOIN LATERAL (SELECT pk.person_id AS pid FROM person_key pk
                          WHERE pk.key = a.key LIMIT p_most) c
    )
    SELECT h.rid, p.id, p.id_number, p.old_ids, p.full_name, p.birth_date, p.birth_precision, p.sex,
           p.address, p.commune_code
    FROM hit h JOIN person p ON p.id = h.pid
    WHERE NOT EXISTS (SELECT 1 FROM not_a_match x WHERE x.record_id = h.rid AND x.person_id = h.pid
                        AND x.record_key = h.match_key AND x.person_key = p.match_key);
  GET DIAGNOSTICS n = ROW_COUNT;
  INSERT INTO registry_read (run_id, records, people)
    VALUES (p_run, (SELECT count(DISTINCT x) FROM unnest(p_records) x), n);
END $$;

-- Records that say in all four fields what the only person who carries their number says. The name
-- of the person comes only where it is written otherwise. Nobody else is looked at.
CREATE FUNCTION find_exact(p_run uuid, p_records uuid[])
RETURNS TABLE (record_id uuid, version int, person_id uuid, full_name text, person_name text, commune_code text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  RETURN QUERY
    SELECT r.id, r.version, p.id, r.full_name, nullif(p.full_name, r.full_name), p.commune_code
    FROM record r JOIN person p ON p.id_number = r.id_number
    WHERE r.id = ANY (p_records)
      AND r.unit_path >= current_setting('app.record_from', true)
      AND r.unit_path <  current_setting('app.record_to', true)
      AND NOT r."foreign" AND r.match_key = p.match_key
      AND r.birth_precision = 'day' AND p.birth_precision = 'day' AND r.birth_date = p.birth_date
      AND r.sex = p.sex AND r.id_number ~ '^[0-9]{9}([0-9]{3})?$'
      -- typed to fill the field: no number at all
      AND r.duplicate_key IS NOT NULL AND r.id_number !~ '^000[0-9]{9}$'
      AND lower(r.full_name COLLATE "und-x-icu") = lower(p.full_name COLLATE "und-x-icu")
      AND NOT EXISTS (SELECT 1 FROM person o WHERE o.id_number = r.id_number AND o.id <> p.id)
      AND NOT EXISTS (SELECT 1 FROM person o WHERE o.old_ids @> ARRAY[r.id_number] AND o.id <> p.id)
      AND NOT EXISTS (SELECT 1 FROM not_a_match x WHERE x.record_id = r.id AND x.person_id = p.id
                        AND x.record_key = r.match_key AND x.person_key = p.match_key);
  GET DIAGNOSTICS n = ROW_COUNT;
  INSERT INTO registry_read (run_id, records, people) VALUES (p_run, cardinality(p_records), n);
END $$;

REVOKE EXECUTE ON FUNCTION find_candidates(uuid, uuid[], bigint[], int), find_exact(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_candidates(uuid, uuid[], bigint[], int), find_exact(uuid, uuid[]) TO portal_app;

-- Figures -----------------------------------------------------------------------------------
-- In a first run the tables are empty when the triggers' statements are planned, and full soon after:
-- they always look up by index. A record's first task is told by counting.
CREATE OR REPLACE FUNCTION progress_of_tasks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, people)
      SELECT unit_path, 'task', state, coalesce(resolution, ''), main_class, count(*)
      FROM added GROUP BY 1, 3, 4, 5;
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, people)
      SELECT r.unit_path, 'record', moved.state, coalesce(r.outcome, ''), coalesce(r.main_class, ''), sum(moved.n)
      FROM (SELECT a.record_id FROM (SELECT record_id, count(*) AS n FROM added GROUP BY 1) a
            WHERE (SELECT count(*) FROM task t WHERE t.record_id = a.record_id) = a.n) first
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
ALTER FUNCTION progress_of_records() SET enable_seqscan = off;
