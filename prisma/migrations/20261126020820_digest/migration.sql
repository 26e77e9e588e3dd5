-- What an officer can act on, gathered once a working day: counts only, nothing about anyone.

-- CreateTable
CREATE TABLE "digest" (
    "officer_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "unit_path" TEXT COLLATE "C" NOT NULL,
    "counts" JSONB NOT NULL,
    "total" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ,

    CONSTRAINT "digest_pkey" PRIMARY KEY ("officer_id","day")
);

ALTER TABLE "digest" ENABLE ROW LEVEL SECURITY;
CREATE POLICY unit_scope ON "digest"
  USING (unit_path >= current_setting('app.scope_from', true)
     AND unit_path <  current_setting('app.scope_to', true));
GRANT SELECT, INSERT, UPDATE ON "digest" TO portal_app;

-- Officers who settle tasks or look after an area and have no digest of this day yet: ids only, for the worker.
CREATE FUNCTION officers_without_digest(p_day date, p_most int) RETURNS TABLE (officer_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id FROM officer o
  WHERE o.disabled_at IS NULL AND o.role IN ('hamlet', 'police', 'health', 'coordinator')
    AND NOT EXISTS (SELECT 1 FROM digest d WHERE d.officer_id = o.id AND d.day = p_day)
  ORDER BY o.id LIMIT p_most
$$;
REVOKE EXECUTE ON FUNCTION officers_without_digest(date, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION officers_without_digest(date, int) TO portal_app;
