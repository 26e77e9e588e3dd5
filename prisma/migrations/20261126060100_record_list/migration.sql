-- The list of records by year of birth, and the records of one hamlet in the order of a register. None of these
-- columns is written by a run of the comparison, so its updates stay out of the indexes. What the comparison
-- writes (outcome, class) has no index here for the same reason: figures say how common it is.
CREATE INDEX "record_list_year" ON "record" ("province", "birth_year", "name_order", "id");
CREATE INDEX "record_list_unit_year" ON "record" ("unit_path", "birth_year", "name_order", "id");

DROP INDEX "record_hamlet";
CREATE INDEX "record_hamlet" ON "record" ("hamlet_id", "name_order", "id") WHERE "hamlet_id" IS NOT NULL;
