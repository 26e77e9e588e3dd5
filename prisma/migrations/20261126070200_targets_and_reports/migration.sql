-- By when a unit is to be done, and with how much. One holds for each unit; those before it stay to be read.
CREATE TABLE "progress_target" (
    "id" UUID NOT NULL,
    "unit_id" TEXT COLLATE "C" NOT NULL,
    "unit_path" TEXT COLLATE "C" NOT NULL,
    "deadline" DATE NOT NULL,
    -- the share of all records for which nothing remains to be done by then, in per cent
    "percent" SMALLINT NOT NULL,
    "reason" TEXT,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT now(),
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_by_id" UUID,
    CONSTRAINT "progress_target_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "progress_target_in_force" ON "progress_target" ("unit_path") WHERE "withdrawn_at" IS NULL;
CREATE INDEX "progress_target_unit_path_at_idx" ON "progress_target" ("unit_path", "at");

-- What was published: every figure as it was then. Nothing of it is ever changed.
CREATE TABLE "progress_report" (
    "id" UUID NOT NULL,
    "unit_id" TEXT COLLATE "C" NOT NULL,
    "unit_path" TEXT COLLATE "C" NOT NULL,
    "year" SMALLINT NOT NULL,
    "number" INTEGER NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "cut_off" TIMESTAMPTZ(6) NOT NULL,
    "content" JSONB NOT NULL,
    -- SHA-256 of the content as it was written, in hex
    "content_hash" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT now(),
    CONSTRAINT "progress_report_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "progress_report_unit_id_year_number_key" ON "progress_report" ("unit_id", "year", "number");
CREATE INDEX "progress_report_unit_path_id_idx" ON "progress_report" ("unit_path", "id");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['progress_target', 'progress_report'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY unit_scope ON %I
      USING (unit_path >= current_setting('app.scope_from', true)
         AND unit_path <  current_setting('app.scope_to', true))$p$, t);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON "progress_target", "progress_report" TO portal_app;
GRANT UPDATE ("withdrawn_at", "withdrawn_by_id") ON "progress_target" TO portal_app;

-- The target that holds for a unit: its own, or that of the nearest unit above which has one. A unit is
-- told what is wanted of it, though it does not see what lies above.
CREATE FUNCTION target_of(p_path text) RETURNS TABLE (unit_path text, unit_name text, deadline date, percent smallint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.unit_path, u.name, t.deadline, t.percent FROM paths_upward(p_path) up
  JOIN progress_target t ON t.unit_path = up.path AND t.withdrawn_at IS NULL JOIN unit u ON u.id = t.unit_id
  ORDER BY length(t.unit_path) DESC LIMIT 1
$$;

-- Somebody asks for the figures to be counted anew; the worker does it.
CREATE TABLE "progress_recount" (
    "id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT now(),
    "done_at" TIMESTAMPTZ(6),
    CONSTRAINT "progress_recount_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "progress_recount_one_asked" ON "progress_recount" ((true)) WHERE "done_at" IS NULL;
GRANT SELECT, INSERT ("id", "by_id") ON "progress_recount" TO portal_app;

CREATE FUNCTION recount_progress() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE asked progress_recount;
BEGIN
  SELECT * INTO asked FROM progress_recount WHERE done_at IS NULL FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN RETURN 0; END IF;
  PERFORM check_progress(asked.id, true, asked.by_id);
  UPDATE progress_recount SET done_at = now() WHERE id = asked.id;
  RETURN 1;
END $$;

-- How good the work is, counted from rows that leaders themselves don't see: numbers only, of an area in
-- the scope of whoever asks.
CREATE INDEX "system_report_unit" ON "system_report" ("unit_path", "at") INCLUDE ("state");
CREATE INDEX "contact_attempt_unit" ON "contact_attempt" ("unit_path", "at") INCLUDE ("outcome") WHERE "counted";

CREATE FUNCTION in_scope(p_from text, p_to text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(p_from >= current_setting('app.scope_from', true) COLLATE "C"
              AND p_to <= current_setting('app.scope_to', true) COLLATE "C"
              AND current_setting('app.scope_from', true) <> '', false)
$$;

CREATE FUNCTION progress_quality(p_from text, p_to text, p_since timestamptz) RETURNS TABLE (what text, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'report.' || state, count(*) FROM system_report
    WHERE in_scope(p_from, p_to) AND unit_path >= p_from AND unit_path < p_to AND at >= p_since GROUP BY 1
  UNION ALL
  SELECT 'contact.' || outcome, count(*) FROM contact_attempt
    WHERE in_scope(p_from, p_to) AND unit_path >= p_from AND unit_path < p_to AND at >= p_since AND counted GROUP BY 1
  UNION ALL
  SELECT w.what, w.n FROM (
    SELECT count(DISTINCT s.task_id) AS passed, count(v.event) AS checked, count(*) FILTER (WHERE v.event = 'return') AS wrong
    FROM approval_sample s LEFT JOIN LATERAL (
      SELECT e.event FROM task_event e
      WHERE s.sampled AND e.task_id = s.task_id AND e.version > s.version
        AND e.event IN ('approve', 'return') AND e.from_state = 'approving'
        AND NOT EXISTS (SELECT 1 FROM task_event u WHERE u.task_id = e.task_id AND u.version = e.version + 1
                        AND u.event = 'undo' AND u.to_state = 'approving')
      ORDER BY e.version LIMIT 1) v ON true
    WHERE in_scope(p_from, p_to) AND s.unit_path >= p_from AND s.unit_path < p_to AND s.at >= p_since) x
  CROSS JOIN LATERAL (VALUES ('sample.passed', passed), ('sample.checked', checked), ('sample.wrong', wrong)) AS w(what, n)
$$;

-- What officers of an area have done since, those of a commune at most.
CREATE FUNCTION progress_officers(p_from text, p_to text, p_since timestamptz)
  RETURNS TABLE (officer_id uuid, full_name text, role text, steps bigint, days bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o.full_name, o.role, count(e.task_id), count(DISTINCT (e.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
  FROM officer o LEFT JOIN task_event e ON e.by_id = o.id AND e.unit_path >= p_from AND e.unit_path < p_to
    AND e.at >= p_since AND e.event IN ('survey', 'cannotFind', 'confirm', 'rejectCandidate', 'registryError', 'giveUp',
      'submit', 'return')
  WHERE in_scope(p_from, p_to) AND o.unit_path >= p_from AND o.unit_path < p_to AND o.disabled_at IS NULL
    AND o.role IN ('health', 'police', 'hamlet')
  GROUP BY 1, 2, 3 ORDER BY 4 DESC, 2 LIMIT 200
$$;

REVOKE EXECUTE ON FUNCTION progress_quality(text, text, timestamptz), progress_officers(text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION progress_quality(text, text, timestamptz), progress_officers(text, text, timestamptz) TO portal_app;

REVOKE EXECUTE ON FUNCTION target_of(text), recount_progress() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION target_of(text), recount_progress() TO portal_app;
