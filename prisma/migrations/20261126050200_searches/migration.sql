-- What an officer is looking for. It is personal data, so it stays out of addresses: those name the row.
-- Kept for a day, seen by that officer alone.
CREATE TABLE "search" (
    "id" UUID NOT NULL,
    "officer_id" UUID NOT NULL REFERENCES "officer"("id"),
    "kind" TEXT NOT NULL,
    "terms" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "search_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "search_created_at_idx" ON "search"("created_at");
CREATE INDEX "search_officer_id_idx" ON "search"("officer_id");

-- A list as an officer wants to see it again: filters, order and columns, never what was looked for.
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "officer_id" UUID NOT NULL REFERENCES "officer"("id"),
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "saved_view_officer_id_list_name_key" ON "saved_view"("officer_id", "list", "name");
CREATE UNIQUE INDEX "saved_view_one_default" ON "saved_view" ("officer_id", "list") WHERE "is_default";

ALTER TABLE "search" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "search" USING (officer_id::text = current_setting('app.officer', true)
  AND created_at > now() - interval '24 hours');
ALTER TABLE "saved_view" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "saved_view" USING (officer_id::text = current_setting('app.officer', true));

GRANT SELECT, INSERT ON "search" TO portal_app;
GRANT SELECT, INSERT, DELETE ON "saved_view" TO portal_app;
GRANT UPDATE ("name", "is_default") ON "saved_view" TO portal_app;

CREATE FUNCTION purge_searches() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  DELETE FROM search WHERE created_at <= now() - interval '24 hours';
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
REVOKE EXECUTE ON FUNCTION purge_searches() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION purge_searches() TO portal_app;
