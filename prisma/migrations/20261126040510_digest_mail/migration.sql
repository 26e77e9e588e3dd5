-- Where an officer wants the digest of a day sent. No ordinary statement reads or changes it: an
-- officer's own, and nobody else's, goes through the two functions below.
ALTER TABLE "officer" ADD COLUMN "email" TEXT,
  ADD CONSTRAINT "officer_email_shape" CHECK ("email" ~ '^[!-~]+@[!-~]+$' AND length("email") <= 254);

CREATE FUNCTION own_email() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT email FROM officer WHERE id = nullif(current_setting('app.officer', true), '')::uuid
$$;

CREATE FUNCTION own_email_change(p_email text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE officer SET email = p_email WHERE id = nullif(current_setting('app.officer', true), '')::uuid;
  RETURN FOUND;
END $$;

-- A worker that takes a digest to mail it counts the try and holds it until mail_after, so that no other
-- takes it meanwhile; after a failure mail_after says when it may be tried again.
ALTER TABLE "digest" ADD COLUMN "mailed_at" TIMESTAMPTZ,
  ADD COLUMN "mail_tries" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "mail_after" TIMESTAMPTZ;

CREATE INDEX "digest_to_mail" ON "digest" ("day", "officer_id")
  WHERE mailed_at IS NULL AND read_at IS NULL AND total > 0;

-- Whose digest of a day waits to be mailed: ids only, for the worker.
CREATE FUNCTION officers_to_mail(p_day date, p_at timestamptz, p_tries int, p_after uuid, p_most int)
RETURNS TABLE (officer_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.officer_id FROM digest d JOIN officer o ON o.id = d.officer_id
  WHERE d.day = p_day AND d.officer_id > p_after
    AND d.mailed_at IS NULL AND d.read_at IS NULL AND d.total > 0
    AND d.mail_tries < p_tries AND (d.mail_after IS NULL OR d.mail_after <= p_at)
    AND o.email IS NOT NULL AND o.disabled_at IS NULL
  ORDER BY d.officer_id LIMIT p_most
$$;

REVOKE EXECUTE ON FUNCTION own_email(), own_email_change(text),
  officers_to_mail(date, timestamptz, int, uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_email(), own_email_change(text),
  officers_to_mail(date, timestamptz, int, uuid, int) TO portal_app;
