-- The registry behind a gateway: what it was asked and what it answered.

-- Every question: on whose behalf, why, with which kinds of repair. No names and no numbers.
-- Written before the question is sent; an answer that never came stays empty.
CREATE TABLE "registry_question" (
    "id" UUID NOT NULL,
    "run_id" UUID,
    "record_id" UUID NOT NULL,
    "record_version" INTEGER NOT NULL,
    "officer_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kinds" TEXT[],
    "answer" BOOLEAN,
    "asked_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ,
    CONSTRAINT "registry_question_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "registry_question_record_id_idx" ON "registry_question"("record_id");

-- What the registry said of one record, as it is shown beside it: the questions with their values.
CREATE TABLE "registry_reading" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "run_id" UUID,
    "source" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "registry_reading_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "registry_reading_record_id_at_idx" ON "registry_reading"("record_id", "at");

ALTER TABLE "registry_question" ADD FOREIGN KEY ("record_id") REFERENCES "record"("id");
ALTER TABLE "registry_reading" ADD FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE;

-- Seen with the record, wherever it moves; a hamlet team sees none of the registry's side.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['registry_question', 'registry_reading'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY with_record ON %I
      USING (coalesce(current_setting('app.hamlet', true), '') = ''
         AND EXISTS (SELECT 1 FROM record r WHERE r.id = %I.record_id))$p$, t, t);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON "registry_question", "registry_reading" TO portal_app;
-- A question gets its answer, and nothing else about it changes.
GRANT UPDATE ("answer", "answered_at") ON "registry_question" TO portal_app;

-- Since when a run waits for a gateway that does not answer; the sweep tries it again.
ALTER TABLE "match_run" ADD COLUMN "waiting_since" TIMESTAMPTZ;

-- Records that were sent and still wait for the gateway's word: ids and senders only.
CREATE FUNCTION unfinished_rematches(p_seconds int) RETURNS TABLE (kind text, id uuid, officer_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'rematch', t.record_id, e.by_id FROM task t
  CROSS JOIN LATERAL (SELECT event, by_id FROM task_event WHERE task_id = t.id ORDER BY version DESC LIMIT 1) e
  WHERE t.state = 'rematching' AND e.event = 'submit' AND e.by_id IS NOT NULL
    AND t.state_since <= now() - make_interval(secs => p_seconds)
  ORDER BY t.state_since LIMIT 1000
$$;
REVOKE EXECUTE ON FUNCTION unfinished_rematches(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION unfinished_rematches(int) TO portal_app;
