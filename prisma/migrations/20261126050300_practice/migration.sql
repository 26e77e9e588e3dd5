-- How an officer did in the practice with invented records: figures only, nothing about anyone's record.
CREATE TABLE "practice_result" (
    "id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "unit_path" TEXT COLLATE "C" NOT NULL,
    "score" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    -- class of difference → how many exercises of it went wrong
    "mistakes" JSONB NOT NULL,
    "finished_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "practice_result_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "practice_result_counts" CHECK ("score" >= 0 AND "score" <= "total" AND "minutes" >= 1)
);
CREATE INDEX "practice_result_officer_id_finished_at_idx" ON "practice_result"("officer_id", "finished_at" DESC);
ALTER TABLE "practice_result" ADD FOREIGN KEY ("officer_id") REFERENCES "officer"("id");

ALTER TABLE "practice_result" ENABLE ROW LEVEL SECURITY;
-- One's own; and of the area for those who look after its officers. Colleagues don't see each other's.
CREATE POLICY own_or_area ON "practice_result" FOR SELECT
  USING (officer_id = nullif(current_setting('app.officer', true), '')::uuid
    OR (unit_path >= current_setting('app.scope_from', true)
      AND unit_path < current_setting('app.scope_to', true)
      AND EXISTS (SELECT 1 FROM officer me
        WHERE me.id = nullif(current_setting('app.officer', true), '')::uuid
          AND me.role IN ('coordinator', 'admin'))));
CREATE POLICY own_new ON "practice_result" FOR INSERT
  WITH CHECK (officer_id = nullif(current_setting('app.officer', true), '')::uuid
    AND unit_path >= current_setting('app.scope_from', true)
    AND unit_path < current_setting('app.scope_to', true));
GRANT SELECT, INSERT ON "practice_result" TO portal_app;

-- A change of units moves officers; their results go with them.
CREATE FUNCTION practice_follows_officer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE practice_result SET unit_path = NEW.unit_path WHERE officer_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER practice_follows_officer AFTER UPDATE OF unit_path ON "officer"
  FOR EACH ROW WHEN (OLD.unit_path IS DISTINCT FROM NEW.unit_path)
  EXECUTE FUNCTION practice_follows_officer();
REVOKE EXECUTE ON FUNCTION practice_follows_officer() FROM PUBLIC;
