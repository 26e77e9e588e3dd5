-- What lists are sorted, paged and searched by, beside the row that they list: under row scope only
-- = < > on a column reach an index, so each order is a column, and its index begins with the area.

-- A name without marks, lower case, one space between words. Letters that aren't Vietnamese stay.
CREATE FUNCTION folded_name(p text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
  btrim(regexp_replace(lower(translate(normalize(p, NFD),
    'Đđ''’`.,;:/()-' || U&'\00A0\0300\0301\0303\0309\0323\0302\0306\031B\200B\FEFF',
    'dd            ') COLLATE "C"), ' {2,}', ' ', 'g'));

-- The order of a register: given name first, then family and middle names. '' without a name.
CREATE FUNCTION name_order(p text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE folded text; last text;
BEGIN
  IF p IS NULL THEN RETURN ''; END IF;
  folded := folded_name(p);
  last := reverse(split_part(reverse(folded), ' ', 1));
  RETURN rtrim(last || ' ' || left(folded, greatest(length(folded) - length(last) - 1, 0)));
END $$;

-- Each word in small letters with its marks, the tone after the word: "Hoà" and "Hòa" are one.
CREATE FUNCTION marked_words(p text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
  string_to_array(regexp_replace(normalize(lower(translate(p,
    '''’`.,;:/()-' || U&'\00A0', '            ') COLLATE "und-x-icu"), NFD),
    '([\u0300\u0301\u0303\u0309\u0323])(\S*)', '\2\1', 'g'), ' ');

ALTER TABLE "record"
  ADD COLUMN "name_order" TEXT COLLATE "C" GENERATED ALWAYS AS (name_order("full_name")) STORED,
  ADD COLUMN "birth_year" SMALLINT GENERATED ALWAYS AS (coalesce(extract(year FROM "birth_date"), 0)::smallint) STORED,
  ADD COLUMN "number_tail" TEXT COLLATE "C" GENERATED ALWAYS AS (right("id_number", 4)) STORED,
  ADD COLUMN "phone_tail" TEXT COLLATE "C" GENERATED ALWAYS AS (right("phone", 4)) STORED,
  ADD COLUMN "province" TEXT COLLATE "C" GENERATED ALWAYS AS
    (rtrim(split_part("unit_path", '.', 1) || '.' || split_part("unit_path", '.', 2), '.') || '.') STORED;
ALTER TABLE "task"
  ADD COLUMN "name_order" TEXT COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN "birth_year" SMALLINT NOT NULL DEFAULT 0,
  ADD COLUMN "province" TEXT COLLATE "C" GENERATED ALWAYS AS
    (rtrim(split_part("unit_path", '.', 1) || '.' || split_part("unit_path", '.', 2), '.') || '.') STORED;

UPDATE "task" t SET "name_order" = r."name_order", "birth_year" = r."birth_year",
  "due_on" = coalesce(t."due_on", (t."created_at" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + 14)
  FROM "record" r WHERE r."id" = t."record_id";
-- A list is sorted by it: a row without one would be on no page.
ALTER TABLE "task" ALTER COLUMN "due_on" SET DEFAULT CURRENT_DATE + 14, ALTER COLUMN "due_on" SET NOT NULL;

CREATE FUNCTION task_list_keys() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT r.name_order, r.birth_year INTO NEW.name_order, NEW.birth_year FROM record r WHERE r.id = NEW.record_id;
  NEW.name_order := coalesce(NEW.name_order, '');
  NEW.birth_year := coalesce(NEW.birth_year, 0);
  RETURN NEW;
END $$;
CREATE TRIGGER list_keys BEFORE INSERT ON "task" FOR EACH ROW EXECUTE FUNCTION task_list_keys();

CREATE FUNCTION record_list_keys() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE task SET name_order = NEW.name_order, birth_year = NEW.birth_year WHERE record_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER list_keys AFTER UPDATE ON "record" FOR EACH ROW
  WHEN (OLD.name_order <> NEW.name_order OR OLD.birth_year <> NEW.birth_year)
  EXECUTE FUNCTION record_list_keys();

-- Open tasks of a province in each order, and of one class or state in the usual one. Of a commune the
-- usual order is enough: its few thousand rows are sorted when they are asked for otherwise.
CREATE INDEX "task_list_due" ON "task" ("province", "due_on", "id") WHERE "state" <> 'closed';
CREATE INDEX "task_list_name" ON "task" ("province", "name_order", "id") WHERE "state" <> 'closed';
CREATE INDEX "task_list_year" ON "task" ("province", "birth_year", "id") WHERE "state" <> 'closed';
CREATE INDEX "task_list_since" ON "task" ("province", "state_since", "id") WHERE "state" <> 'closed';
CREATE INDEX "task_list_class" ON "task" ("province", "main_class", "due_on", "id") WHERE "state" <> 'closed';
CREATE INDEX "task_list_state" ON "task" ("province", "state", "due_on", "id") WHERE "state" <> 'closed';
CREATE INDEX "task_list_unit" ON "task" ("unit_path", "due_on", "id") WHERE "state" <> 'closed';
CREATE INDEX "task_list_returned" ON "task" ("province", "due_on", "id") WHERE "state" <> 'closed' AND "unread_return";
CREATE INDEX "record_list_name" ON "record" ("province", "name_order", "id");
CREATE INDEX "record_list_unit" ON "record" ("unit_path", "name_order", "id");
CREATE INDEX "record_number_tail" ON "record" ("number_tail", "unit_path") WHERE "number_tail" IS NOT NULL;
CREATE INDEX "record_phone_tail" ON "record" ("phone_tail", "unit_path") WHERE "phone_tail" IS NOT NULL;

-- The words of each record's name without marks, where the record belongs.
CREATE TABLE "record_word" (
    "word" TEXT COLLATE "C" NOT NULL,
    "unit_path" TEXT COLLATE "C" NOT NULL,
    "record_id" UUID NOT NULL,
    CONSTRAINT "record_word_pkey" PRIMARY KEY ("word", "unit_path", "record_id")
);
ALTER TABLE "record_word" ENABLE ROW LEVEL SECURITY;
CREATE POLICY record_scope ON "record_word"
  USING (unit_path >= current_setting('app.record_from', true)
     AND unit_path <  current_setting('app.record_to', true)
     AND (coalesce(current_setting('app.hamlet', true), '') = ''
          OR EXISTS (SELECT 1 FROM record r WHERE r.id = record_word.record_id OFFSET 0)));
GRANT SELECT ON "record_word" TO portal_app;

INSERT INTO "record_word" SELECT DISTINCT w, r.unit_path, r.id
  FROM "record" r CROSS JOIN LATERAL unnest(string_to_array(r.name_order, ' ')) w WHERE w <> '' ORDER BY 1, 2, 3;

CREATE FUNCTION words_of_records() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO record_word SELECT w, a.unit_path, a.id
    FROM added a CROSS JOIN LATERAL unnest(string_to_array(a.name_order, ' ')) w WHERE w <> ''
    ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER words_insert AFTER INSERT ON "record" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION words_of_records();

CREATE FUNCTION words_of_record() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM record_word WHERE word = ANY (string_to_array(OLD.name_order, ' '))
    AND unit_path = OLD.unit_path AND record_id = OLD.id;
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO record_word SELECT DISTINCT w, NEW.unit_path, NEW.id
      FROM unnest(string_to_array(NEW.name_order, ' ')) w WHERE w <> '';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER words_update AFTER UPDATE ON "record" FOR EACH ROW
  WHEN (OLD.name_order <> NEW.name_order OR OLD.unit_path <> NEW.unit_path)
  EXECUTE FUNCTION words_of_record();
CREATE TRIGGER words_delete AFTER DELETE ON "record" FOR EACH ROW EXECUTE FUNCTION words_of_record();

REVOKE EXECUTE ON FUNCTION task_list_keys(), record_list_keys(), words_of_records(), words_of_record() FROM PUBLIC;
