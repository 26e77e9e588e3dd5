-- Records of one person: one stays, the others close and point to it. No dose is moved, copied or
-- deleted: whose a dose is follows from the pointers, so that an undo is exact.

ALTER TABLE "record" ADD COLUMN "duplicate_of_id" UUID;
ALTER TABLE "record" ADD FOREIGN KEY ("duplicate_of_id") REFERENCES "record"("id");
ALTER TABLE "record" ADD CONSTRAINT "record_not_its_own_duplicate" CHECK ("duplicate_of_id" <> "id");
CREATE INDEX "record_duplicate_of_id_idx" ON "record"("duplicate_of_id") WHERE "duplicate_of_id" IS NOT NULL;
CREATE INDEX "task_confirmed_person_id_idx" ON "task"("confirmed_person_id") WHERE "confirmed_person_id" IS NOT NULL;

-- CreateTable
CREATE TABLE "record_merge" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "set_aside" UUID[] DEFAULT ARRAY[]::UUID[],
    "warnings" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "closes" INTEGER NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ,
    "undone_by_id" UUID,
    "undo_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "record_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_merge_line" (
    "merge_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "task_id" UUID,

    CONSTRAINT "record_merge_line_pkey" PRIMARY KEY ("merge_id","record_id")
);

-- CreateIndex
CREATE INDEX "record_merge_record_id_idx" ON "record_merge"("record_id");

-- CreateIndex
CREATE INDEX "record_merge_line_record_id_idx" ON "record_merge_line"("record_id");

ALTER TABLE "record_merge" ADD FOREIGN KEY ("record_id") REFERENCES "record"("id");
ALTER TABLE "record_merge_line" ADD FOREIGN KEY ("merge_id") REFERENCES "record_merge"("id");
ALTER TABLE "record_merge_line" ADD FOREIGN KEY ("record_id") REFERENCES "record"("id");

-- Seen with the record, wherever it moves; nothing for hamlet teams, as with doses.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['record_merge', 'record_merge_line'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY with_record ON %I
      USING (coalesce(current_setting('app.hamlet', true), '') = ''
         AND EXISTS (SELECT 1 FROM record r WHERE r.id = %I.record_id))$p$, t, t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON "record_merge" TO portal_app;
GRANT SELECT, INSERT ON "record_merge_line" TO portal_app;

-- Whether a record at this place is the caller's to see.
CREATE FUNCTION in_record_scope(p_path text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT p_path COLLATE "C" >= current_setting('app.record_from', true) COLLATE "C"
     AND p_path COLLATE "C" < current_setting('app.record_to', true) COLLATE "C"
     AND coalesce(current_setting('app.hamlet', true), '') = ''
$$;

-- All doses of the persons whose records stay: their own and those of the records closed as their
-- duplicates, however far away. Only for records of the caller's scope.
CREATE FUNCTION person_doses(p_records uuid[])
RETURNS TABLE (root_id uuid, record_id uuid, dose_id uuid, dose_no int, injected_on date, date_text text,
               vaccine text, lot text, facility text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE family AS (
    SELECT r.id AS root, r.id FROM record r WHERE r.id = ANY (p_records) AND in_record_scope(r.unit_path)
    UNION ALL
    SELECT f.root, d.id FROM family f JOIN record d ON d.duplicate_of_id = f.id
  )
  SELECT f.root, d.record_id, d.id, d.dose_no, d.injected_on, d.date_text, d.vaccine, d.lot, d.facility
  FROM family f JOIN dose d ON d.record_id = f.id
  WHERE NOT EXISTS (SELECT 1 FROM record_merge m JOIN family g ON g.id = m.record_id
                    WHERE g.root = f.root AND m.undone_at IS NULL AND d.id = ANY (m.set_aside))
  ORDER BY f.root, d.injected_on NULLS LAST, d.dose_no, d.id
$$;

-- Records that may be of the same person as one of the caller's: the same number or contact, or the same
-- person accepted by the engine or confirmed by police. Of those elsewhere the unit's name is all that is told.
CREATE FUNCTION duplicates_of_record(p_record uuid)
RETURNS TABLE (record_id uuid, in_area boolean, unit_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH base AS (
    SELECT r.* FROM record r WHERE r.id = p_record AND in_record_scope(r.unit_path)
  ), people AS (
    SELECT m.person_id FROM base b JOIN match_result m ON m.id = b.match_result_id WHERE m.person_id IS NOT NULL
    UNION SELECT t.confirmed_person_id FROM base b JOIN task t ON t.record_id = b.id
      WHERE t.confirmed_person_id IS NOT NULL
  ), alike AS (
    SELECT r.id FROM base b JOIN record r ON r.duplicate_key = b.duplicate_key
    UNION SELECT m.record_id FROM people p JOIN match_candidate c ON c.person_id = p.person_id
      JOIN match_result m ON m.id = c.result_id AND m.person_id = p.person_id
      JOIN record r ON r.match_result_id = m.id
    UNION SELECT t.record_id FROM people p JOIN task t ON t.confirmed_person_id = p.person_id
    UNION SELECT b.id FROM base b
  )
  SELECT r.id, in_record_scope(r.unit_path), u.name
  FROM alike a JOIN record r ON r.id = a.id JOIN unit u ON u.id = r.unit_id
  WHERE r.duplicate_of_id IS NULL ORDER BY r.code LIMIT 30
$$;

-- The records of a group that holds one of the caller's.
CREATE FUNCTION records_of_group(p_group uuid)
RETURNS TABLE (record_id uuid, in_area boolean, unit_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH members AS (
    SELECT r.id, r.code, in_record_scope(r.unit_path) AS in_area, u.name
    FROM record_group_member b JOIN record r ON r.id = b.record_id JOIN unit u ON u.id = r.unit_id
    WHERE b.group_id = p_group AND r.duplicate_of_id IS NULL
  )
  SELECT m.id, m.in_area, m.name FROM members m
  WHERE EXISTS (SELECT 1 FROM members o WHERE o.in_area) ORDER BY m.code LIMIT 30
$$;

-- Groups that hold a record of the caller's and still have several that are not closed as duplicates. Of one
-- that several areas have found, the widest.
CREATE FUNCTION duplicate_groups(p_after uuid, p_most int)
RETURNS TABLE (group_id uuid, kind text, here int, elsewhere int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH mine AS (
    SELECT DISTINCT b.group_id AS id FROM record r JOIN record_group_member b ON b.record_id = r.id
    WHERE r.unit_path >= current_setting('app.record_from', true)
      AND r.unit_path < current_setting('app.record_to', true)
      AND coalesce(current_setting('app.hamlet', true), '') = '' AND r.duplicate_of_id IS NULL
  ), widest AS (
    SELECT DISTINCT ON (g.evidence) g.id, g.kind FROM mine JOIN record_group g USING (id)
    ORDER BY g.evidence, length(g.unit_path), g.id
  )
  SELECT w.id, w.kind, n.here, n.elsewhere FROM widest w
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE in_record_scope(r.unit_path))::int AS here,
           count(*) FILTER (WHERE NOT in_record_scope(r.unit_path))::int AS elsewhere
    FROM record_group_member b JOIN record r ON r.id = b.record_id
    WHERE b.group_id = w.id AND r.duplicate_of_id IS NULL) n
  WHERE n.here + n.elsewhere > 1 AND (p_after IS NULL OR w.id > p_after)
  ORDER BY w.id LIMIT p_most
$$;

-- Whose number it is that a record carries, by the registry: two records whose numbers are two people's
-- are seldom one person's. Each call is logged.
CREATE FUNCTION number_carriers(p_records uuid[]) RETURNS TABLE (record_id uuid, person_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  RETURN QUERY
    SELECT r.id, p.id FROM record r JOIN person p ON p.id_number = r.id_number OR p.old_ids @> ARRAY[r.id_number]
    WHERE r.id = ANY (p_records) AND in_record_scope(r.unit_path) AND r.duplicate_key IS NOT NULL
      AND r.id_number IS NOT NULL;
  GET DIAGNOSTICS n = ROW_COUNT;
  INSERT INTO registry_read (run_id, records, people) VALUES (NULL, cardinality(p_records), n);
END $$;

REVOKE EXECUTE ON FUNCTION in_record_scope(text), person_doses(uuid[]), duplicates_of_record(uuid),
  records_of_group(uuid), duplicate_groups(uuid, int), number_carriers(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION in_record_scope(text), person_doses(uuid[]), duplicates_of_record(uuid),
  records_of_group(uuid), duplicate_groups(uuid, int), number_carriers(uuid[]) TO portal_app;

-- Figures: people are records that are not closed as a duplicate, whatever else is true of them.
CREATE OR REPLACE FUNCTION progress_of_records() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, people)
      SELECT unit_path, 'record', CASE WHEN duplicate_of_id IS NULL THEN '' ELSE 'duplicate' END,
             coalesce(outcome, ''), coalesce(main_class, ''), count(*)
      FROM added GROUP BY 1, 3, 4, 5;
  ELSE
    INSERT INTO progress_delta (unit_path, kind, state, outcome, main_class, people)
      SELECT d.unit_path, 'record', d.state, d.outcome, d.main_class, sum(d.n) FROM (
        SELECT x.unit_path, x.outcome, x.main_class, x.n,
               CASE WHEN x.duplicate_of_id IS NOT NULL THEN 'duplicate'
                    WHEN EXISTS (SELECT 1 FROM task t WHERE t.record_id = x.id) THEN 'worked' ELSE '' END AS state
        FROM (
          SELECT id, unit_path, duplicate_of_id, coalesce(outcome, '') AS outcome,
                 coalesce(main_class, '') AS main_class, -1 AS n FROM removed
          UNION ALL
          SELECT id, unit_path, duplicate_of_id, coalesce(outcome, ''), coalesce(main_class, ''), 1 FROM added) x) d
      GROUP BY 1, 3, 4, 5 HAVING sum(d.n) <> 0;
  END IF;
  RETURN NULL;
END $$;

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
      JOIN record r ON r.id = first.record_id AND r.duplicate_of_id IS NULL
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

CREATE OR REPLACE VIEW "progress_record" WITH (security_barrier) AS
  SELECT r.id AS record_id, r.code AS record_code, r.unit_id, r.unit_path, r.outcome, r.main_class,
         r.main_field, r.rule, r.created_at, r.updated_at,
         EXISTS (SELECT 1 FROM task t WHERE t.record_id = r.id) AS worked,
         r.duplicate_of_id IS NOT NULL AS duplicate
  FROM record r
  WHERE r.unit_path >= current_setting('app.scope_from', true)
    AND r.unit_path <  current_setting('app.scope_to', true);
