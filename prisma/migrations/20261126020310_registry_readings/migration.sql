-- AlterTable
ALTER TABLE "registry_reading" ADD COLUMN     "by_id" UUID,
ADD COLUMN     "person" JSONB,
ADD COLUMN     "person_id" UUID;

-- CreateTable
CREATE TABLE "registry_error" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "fields" JSONB NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "registry_error_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "registry_error_task_id_at_idx" ON "registry_error"("task_id", "at");

-- CreateIndex
CREATE INDEX "registry_error_record_id_idx" ON "registry_error"("record_id");

ALTER TABLE "registry_error" ADD FOREIGN KEY ("task_id") REFERENCES "task"("id");
ALTER TABLE "registry_error" ADD FOREIGN KEY ("record_id") REFERENCES "record"("id");

-- Seen with the record, wherever it moves; a hamlet team sees none of the registry's side.
ALTER TABLE "registry_error" ENABLE ROW LEVEL SECURITY;
CREATE POLICY with_record ON "registry_error"
  USING (coalesce(current_setting('app.hamlet', true), '') = ''
     AND EXISTS (SELECT 1 FROM record r WHERE r.id = registry_error.record_id));
GRANT SELECT, INSERT, DELETE ON "registry_error" TO portal_app;

-- Few records have a reading that police typed in; the engine asks for them of every record.
CREATE INDEX "registry_reading_police" ON "registry_reading" ("record_id", "at") WHERE "source" = 'police';

-- Tasks that wait for a newer reading of a person, and whose person has come with a newer snapshot:
-- ids, places and who had asked.
CREATE FUNCTION new_readings()
RETURNS TABLE (task_id uuid, unit_id text, unit_path text, unit_level text, officer_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, t.unit_id, t.unit_path, u.level, e.by_id
  FROM task t JOIN unit u ON u.id = t.unit_id
  CROSS JOIN LATERAL (SELECT person_id, snapshot_id, by_id FROM registry_error
                      WHERE task_id = t.id ORDER BY at DESC LIMIT 1) e
  JOIN person p ON p.id = e.person_id AND p.snapshot_id <> e.snapshot_id
  WHERE t.state = 'waiting' AND t.wait_reason = 'registry' AND (t.lease_until IS NULL OR t.lease_until < now())
  ORDER BY t.state_since, t.id LIMIT 1000
$$;
REVOKE EXECUTE ON FUNCTION new_readings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION new_readings() TO portal_app;

-- What police typed in about a person stands for that person beside this record alone, until a newer
-- snapshot brings the person again.
CREATE FUNCTION typed_readings(p_records uuid[])
RETURNS TABLE (record_id uuid, person_id uuid, is_person boolean, said jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT ON (q.record_id, coalesce(q.person_id, q.id))
    q.record_id, coalesce(q.person_id, q.id), q.person_id IS NOT NULL, q.person
  FROM registry_reading q JOIN record r ON r.id = q.record_id
   AND r.unit_path >= current_setting('app.record_from', true)
   AND r.unit_path <  current_setting('app.record_to', true)
   AND coalesce(current_setting('app.hamlet', true), '') = ''
  WHERE q.source = 'police' AND q.record_id = ANY (p_records)
    AND NOT EXISTS (SELECT 1 FROM person p JOIN registry_snapshot s ON s.id = p.snapshot_id
                    WHERE p.id = q.person_id AND s.loaded_at > q.at)
  ORDER BY q.record_id, coalesce(q.person_id, q.id), q.at DESC, q.id DESC
$$;
REVOKE EXECUTE ON FUNCTION typed_readings(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION typed_readings(uuid[]) TO portal_app;

-- Who may be meant by each record, as before; what police typed in takes the place of that person.
CREATE OR REPLACE FUNCTION find_candidates(p_run uuid, p_records uuid[], p_keys bigint[], p_most int DEFAULT 40)
RETURNS TABLE (record_id uuid, person_id uuid, id_number text, old_ids text[], full_name text,
               birth_date date, birth_precision text, sex text, address text, commune_code text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n int;
DECLARE typed boolean;
BEGIN
  SELECT EXISTS (SELECT 1 FROM registry_reading q WHERE q.source = 'police' AND q.record_id = ANY (p_records))
    INTO typed;
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
                        AND x.record_key = h.match_key AND x.person_key = p.match_key)
      AND (NOT typed OR NOT EXISTS (SELECT 1 FROM typed_readings(p_records) y
                                    WHERE y.record_id = h.rid AND y.person_id = h.pid));
  GET DIAGNOSTICS n = ROW_COUNT;
  IF typed THEN
    RETURN QUERY
      SELECT y.record_id, y.person_id, y.said->>'id_number', coalesce(p.old_ids, '{}'), y.said->>'full_name',
             (y.said->>'birth_date')::date, y.said->>'birth_precision', y.said->>'sex', p.address, p.commune_code
      FROM typed_readings(p_records) y LEFT JOIN person p ON p.id = y.person_id;
  END IF;
  INSERT INTO registry_read (run_id, records, people)
    VALUES (p_run, (SELECT count(DISTINCT x) FROM unnest(p_records) x), n);
END $$;
