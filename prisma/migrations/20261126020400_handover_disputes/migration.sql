-- CreateTable
CREATE TABLE "handover_dispute" (
    "handover_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "task_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "handover_dispute_pkey" PRIMARY KEY ("handover_id","line_no")
);

-- CreateTable
CREATE TABLE "handover_signature" (
    "handover_id" UUID NOT NULL,
    "office" TEXT NOT NULL,
    "unit_path" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "issuer" TEXT,
    "serial" TEXT,
    "format" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,
    "signed_at" TIMESTAMPTZ NOT NULL,
    "verified" BOOLEAN,
    "verified_at" TIMESTAMPTZ,

    CONSTRAINT "handover_signature_pkey" PRIMARY KEY ("handover_id","office")
);

-- Paths compare byte by byte, as everywhere.
ALTER TABLE "handover_dispute" ALTER COLUMN "unit_path" TYPE text COLLATE "C";
ALTER TABLE "handover_signature" ALTER COLUMN "unit_path" TYPE text COLLATE "C";
ALTER TABLE "handover_dispute" ADD FOREIGN KEY ("handover_id") REFERENCES "handover"("id");
ALTER TABLE "handover_signature" ADD FOREIGN KEY ("handover_id") REFERENCES "handover"("id");

-- Read like the list that they belong to.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['handover_dispute', 'handover_signature'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY record_scope ON %I
      USING (unit_path >= current_setting('app.record_from', true)
         AND unit_path <  current_setting('app.record_to', true)
         AND coalesce(current_setting('app.hamlet', true), '') = '')$p$, t);
  END LOOP;
END $$;

-- What was said of a list is added and never changed. A signature by certificate is read only: no
-- command makes one yet.
GRANT SELECT, INSERT ON "handover_dispute" TO portal_app;
GRANT SELECT ON "handover_signature" TO portal_app;
-- Of a signed list nothing changes but that it is received (and where it is read, when units change).
REVOKE UPDATE ON "handover" FROM portal_app;
GRANT UPDATE ("received_by_id", "received_name", "received_at", "version", "unit_path") ON "handover" TO portal_app;
