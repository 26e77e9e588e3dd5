-- When each unit will be done, as it was forecast last night: too much work to be done for a whole ranking at once.
CREATE TABLE "progress_outlook" (
    "unit_path" TEXT COLLATE "C" NOT NULL,
    "parent_path" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT now(),
    -- done, interval, plain, never: see lib/domain/progress/forecast
    "kind" TEXT NOT NULL,
    "from_day" DATE,
    "likely_day" DATE,
    "to_day" DATE,
    CONSTRAINT "progress_outlook_pkey" PRIMARY KEY ("parent_path", "unit_path")
);
ALTER TABLE "progress_outlook" ENABLE ROW LEVEL SECURITY;
CREATE POLICY unit_scope ON "progress_outlook"
  USING (unit_path >= current_setting('app.scope_from', true)
     AND unit_path <  current_setting('app.scope_to', true));
GRANT SELECT, INSERT, UPDATE ON "progress_outlook" TO portal_app;
