-- CreateTable
CREATE TABLE "approval_seed" (
    "one" BOOLEAN NOT NULL DEFAULT true,
    "seed" TEXT NOT NULL,

    CONSTRAINT "approval_seed_pkey" PRIMARY KEY ("one")
);

-- CreateTable
CREATE TABLE "approval_sample" (
    "task_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "record_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "officer_id" UUID NOT NULL,
    "score" DOUBLE PRECISION,
    "share" DOUBLE PRECISION NOT NULL,
    "sampled" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approval_sample_pkey" PRIMARY KEY ("task_id","version")
);

-- CreateIndex
CREATE INDEX "approval_sample_officer_id_at_idx" ON "approval_sample"("officer_id", "at");

ALTER TABLE "approval_seed" ADD CHECK ("one");
ALTER TABLE "approval_sample" ADD FOREIGN KEY ("task_id") REFERENCES "task"("id");
ALTER TABLE "approval_sample" ADD FOREIGN KEY ("record_id") REFERENCES "record"("id");
ALTER TABLE "approval_sample" ALTER COLUMN unit_path TYPE text COLLATE "C";
CREATE INDEX "approval_sample_unit_path_idx" ON "approval_sample" ("unit_path");
-- What waits for approval, the oldest first.
CREATE INDEX "task_approving" ON "task" ("state_since", "id") WHERE "state" = 'approving';

-- What was drawn is kept as it was: how a check ended is read off the task's events.
ALTER TABLE "approval_sample" ENABLE ROW LEVEL SECURITY;
CREATE POLICY record_scope ON "approval_sample"
  USING (unit_path >= current_setting('app.record_from', true)
     AND unit_path <  current_setting('app.record_to', true)
     AND coalesce(current_setting('app.hamlet', true), '') = '');
GRANT SELECT, INSERT ON "approval_sample" TO portal_app;

-- Without it nobody can tell beforehand which correction is going to be looked at. Each installation has
-- its own: gen_random_uuid draws from the system's strong source, 122 bits each.
INSERT INTO "approval_seed" ("seed")
  SELECT encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex');

CREATE FUNCTION approval_seed() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT seed FROM approval_seed
$$;

-- Whether anybody may approve in a unit or above it, apart from these officers. Says no more than that:
-- a commune sees no officer of its province.
CREATE FUNCTION approver_exists(p_path text, p_not uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM officer o
    WHERE o.approver AND o.disabled_at IS NULL AND o.role IN ('health', 'police', 'coordinator')
      AND starts_with(p_path, o.unit_path) AND NOT (o.id = ANY (p_not)))
$$;
CREATE INDEX "officer_approver" ON "officer" ("unit_path") WHERE "approver";

REVOKE EXECUTE ON FUNCTION approval_seed(), approver_exists(text, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION approval_seed(), approver_exists(text, uuid[]) TO portal_app;
