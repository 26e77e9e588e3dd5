-- "Claim next": a person's own open work, then that of their unit and force, oldest due first; each by
-- one index that holds nothing but work.
DROP INDEX "task_next";
CREATE INDEX "task_next_mine" ON "task" ("assignee_id", "due_on", "id")
  WHERE "state" IN ('surveying', 'verifying', 'correcting');
CREATE INDEX "task_next_unit" ON "task" ("unit_id", "force", "due_on", "id")
  WHERE "state" IN ('surveying', 'verifying', 'correcting');

-- A lease touches no indexed column: with room on the page it leaves the indexes alone, and dead rows
-- are cleared away long before they slow a claim down.
ALTER TABLE "task" SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_vacuum_threshold = 500, autovacuum_analyze_scale_factor = 0.05);

-- What a program asked once with a key is done once: the answer is kept for a day and given again.
-- Reached by the two functions alone.
CREATE TABLE "idempotency_key" (
    "officer_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "answer" JSONB,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("officer_id", "key")
);
CREATE INDEX "idempotency_key_at_idx" ON "idempotency_key"("at");

-- Takes the key for this transaction. Who asks with it at the same moment waits here until the first
-- is through: `fresh` is then false, and the answer is the first one's.
CREATE FUNCTION idempotency_take(p_officer uuid, p_key text, p_hash text)
  RETURNS TABLE (fresh boolean, same boolean, answer jsonb)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM idempotency_key k WHERE k.officer_id = p_officer AND k.at < now() - interval '24 hours';
  INSERT INTO idempotency_key AS k (officer_id, key, request_hash) VALUES (p_officer, p_key, p_hash)
    ON CONFLICT DO NOTHING;
  IF FOUND THEN RETURN QUERY SELECT true, true, NULL::jsonb;
  ELSE RETURN QUERY SELECT false, k.request_hash = p_hash, k.answer FROM idempotency_key k
    WHERE k.officer_id = p_officer AND k.key = p_key;
  END IF;
END $$;

CREATE FUNCTION idempotency_keep(p_officer uuid, p_key text, p_answer jsonb) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE idempotency_key SET answer = p_answer WHERE officer_id = p_officer AND key = p_key;
$$;
REVOKE ALL ON FUNCTION idempotency_take(uuid, text, text), idempotency_keep(uuid, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION idempotency_take(uuid, text, text), idempotency_keep(uuid, text, jsonb) TO portal_app;
