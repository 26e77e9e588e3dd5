-- "Not the same person" of several records: each of them is somebody else than the others of the decision,
-- as long as both are what they were. A row for each record, with a hash of its name, birth date, sex and number.

-- CreateTable
CREATE TABLE "record_apart" (
    "decision_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "match_key" BIGINT NOT NULL,
    "size" INTEGER NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "record_apart_pkey" PRIMARY KEY ("decision_id","record_id")
);

-- CreateIndex
CREATE INDEX "record_apart_record_id_idx" ON "record_apart"("record_id");

ALTER TABLE "record_apart" ADD FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE;

-- Seen with the record; nothing for hamlet teams, as with merges.
ALTER TABLE "record_apart" ENABLE ROW LEVEL SECURITY;
CREATE POLICY with_record ON "record_apart"
  USING (coalesce(current_setting('app.hamlet', true), '') = ''
     AND EXISTS (SELECT 1 FROM record r WHERE r.id = record_apart.record_id));
GRANT SELECT, INSERT, DELETE ON "record_apart" TO portal_app;

-- Whether somebody has said that these two are different people, and both still are what they were then.
CREATE FUNCTION are_apart(p_one uuid, p_other uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM record_apart x JOIN record a ON a.id = x.record_id AND a.match_key = x.match_key
    JOIN record_apart y ON y.decision_id = x.decision_id
    JOIN record o ON o.id = y.record_id AND o.match_key = y.match_key
    WHERE x.record_id = p_one AND y.record_id = p_other AND p_one <> p_other)
$$;

-- Whether that was said of each two of a group, so that there is nothing to look at any more.
CREATE FUNCTION told_apart(p_group uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH live AS MATERIALIZED (
    SELECT r.id FROM record_group_member b JOIN record r ON r.id = b.record_id
    WHERE b.group_id = p_group AND r.duplicate_of_id IS NULL
  )
  SELECT EXISTS (SELECT 1 FROM live JOIN record_apart x ON x.record_id = live.id)
    AND NOT EXISTS (SELECT 1 FROM live a JOIN live o ON a.id < o.id WHERE NOT are_apart(a.id, o.id))
$$;

-- As before, without the records that were told apart from this one.
CREATE OR REPLACE FUNCTION duplicates_of_record(p_record uuid)
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
  WHERE r.duplicate_of_id IS NULL AND NOT are_apart(p_record, r.id) ORDER BY r.code LIMIT 30
$$;

-- As before, without groups of which each two were told apart.
CREATE OR REPLACE FUNCTION duplicate_groups(p_after uuid, p_most int)
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
  WHERE n.here + n.elsewhere > 1 AND NOT told_apart(w.id) AND (p_after IS NULL OR w.id > p_after)
  ORDER BY w.id LIMIT p_most
$$;

REVOKE EXECUTE ON FUNCTION are_apart(uuid, uuid), told_apart(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION are_apart(uuid, uuid), told_apart(uuid) TO portal_app;
