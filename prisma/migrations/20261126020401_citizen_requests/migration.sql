-- CreateTable
CREATE TABLE "citizen_request" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "unit_path" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "phone" TEXT,
    "papers_seen" BOOLEAN NOT NULL DEFAULT false,
    "entered_by_id" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ NOT NULL,
    "record_id" UUID,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "citizen_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citizen_lookup" (
    "client" TEXT NOT NULL,
    "since" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "asked" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "citizen_lookup_pkey" PRIMARY KEY ("client")
);

-- CreateIndex
CREATE UNIQUE INDEX "citizen_request_code_key" ON "citizen_request"("code");

-- CreateIndex
CREATE INDEX "citizen_request_unit_path_due_at_idx" ON "citizen_request"("unit_path", "due_at");

-- CreateIndex
CREATE INDEX "citizen_request_record_id_idx" ON "citizen_request"("record_id");

ALTER TABLE "citizen_request" ALTER COLUMN "unit_path" TYPE text COLLATE "C";
ALTER TABLE "citizen_request" ADD FOREIGN KEY ("unit_id") REFERENCES "unit"("id");
ALTER TABLE "citizen_request" ADD FOREIGN KEY ("record_id") REFERENCES "record"("id");

ALTER TABLE "citizen_request" ENABLE ROW LEVEL SECURITY;
CREATE POLICY record_scope ON "citizen_request"
  USING (unit_path >= current_setting('app.record_from', true)
     AND unit_path <  current_setting('app.record_to', true)
     AND coalesce(current_setting('app.hamlet', true), '') = '');

GRANT SELECT, INSERT ON "citizen_request" TO portal_app;
-- What the citizen said stays as it was entered.
GRANT UPDATE ("record_id", "answer", "answered_by_id", "answered_at", "version", "unit_id", "unit_path")
  ON "citizen_request" TO portal_app;

-- One more look-up of a caller within ten minutes: over the limit or not. Whoever asks too much from one
-- address, or everybody together, waits for the next ten minutes.
CREATE FUNCTION citizen_asked(p_client text, p_most int) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  INSERT INTO citizen_lookup AS l (client) VALUES (left(p_client, 100))
  ON CONFLICT (client) DO UPDATE SET
    asked = CASE WHEN l.since < now() - interval '10 minutes' THEN 1 ELSE l.asked + 1 END,
    since = CASE WHEN l.since < now() - interval '10 minutes' THEN now() ELSE l.since END
  RETURNING asked INTO n;
  -- What has run out is forgotten, so that no list of addresses is kept.
  IF n = 1 THEN DELETE FROM citizen_lookup WHERE since < now() - interval '20 minutes'; END IF;
  RETURN n <= p_most;
END $$;

-- What whoever holds a code may know: dates and how far it is; nothing of any person.
CREATE FUNCTION citizen_state(p_code text)
RETURNS TABLE (entered_at timestamptz, due_at timestamptz, answered_at timestamptz, linked boolean,
               task_state text, resolution text, resume_to text, state_since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT q.entered_at, q.due_at, q.answered_at, q.record_id IS NOT NULL, t.state, t.resolution, t.resume_to,
         t.state_since
  FROM citizen_request q
  LEFT JOIN LATERAL (
    SELECT t.state, t.resolution, t.resume_to, t.state_since FROM task t
    WHERE t.record_id = q.record_id AND (t.state <> 'closed' OR t.closed_at >= q.entered_at)
    ORDER BY (t.state = 'closed'), t.created_at DESC LIMIT 1) t ON true
  WHERE q.code = p_code
$$;

REVOKE EXECUTE ON FUNCTION citizen_asked(text, int), citizen_state(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION citizen_asked(text, int), citizen_state(text) TO portal_app;
