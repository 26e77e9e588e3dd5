-- Tables, as the schema describes them.
CREATE SEQUENCE IF NOT EXISTS "record_code_seq";

-- CreateTable
CREATE TABLE "unit" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "folded_name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "parent_id" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "path" TEXT NOT NULL,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_successor" (
    "old_unit_id" TEXT NOT NULL,
    "new_unit_id" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "unit_successor_pkey" PRIMARY KEY ("old_unit_id","new_unit_id")
);

-- CreateTable
CREATE TABLE "hamlet" (
    "id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "unit_path" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "folded_name" TEXT NOT NULL,

    CONSTRAINT "hamlet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "officer" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "unit_path" TEXT NOT NULL,
    "hamlet_id" UUID,
    "approver" BOOLEAN NOT NULL DEFAULT false,
    "password_hash" TEXT,
    "disabled_at" TIMESTAMPTZ,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "officer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invite" (
    "token_hash" TEXT NOT NULL,
    "officer_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,

    CONSTRAINT "invite_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "officer_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "username" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "first_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "locked_until" TIMESTAMPTZ,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("username")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "unit_path" TEXT NOT NULL,
    "source_system" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "file_kind" TEXT,
    "encoding" TEXT,
    "profile" TEXT,
    "layout" TEXT,
    "header_row" INTEGER,
    "header" JSONB,
    "as_of" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_wrong" INTEGER NOT NULL DEFAULT 0,
    "records_new" INTEGER NOT NULL DEFAULT 0,
    "records_updated" INTEGER NOT NULL DEFAULT 0,
    "failure" JSONB,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "touched_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_chunk" (
    "batch_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "unit_path" TEXT NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "import_chunk_pkey" PRIMARY KEY ("batch_id","seq")
);

-- CreateTable
CREATE TABLE "import_row" (
    "batch_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "unit_path" TEXT NOT NULL,
    "record_id" UUID,
    "cells" JSONB NOT NULL,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("batch_id","row_no")
);

-- CreateTable
CREATE TABLE "import_issue" (
    "id" BIGSERIAL NOT NULL,
    "batch_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "row_no" INTEGER NOT NULL,
    "column_name" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "severity" TEXT NOT NULL,

    CONSTRAINT "import_issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL DEFAULT ('TC-' || lpad((nextval('record_code_seq'))::text, 8, '0')),
    "source_system" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "batch_id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "unit_path" TEXT NOT NULL,
    "hamlet_id" UUID,
    "residence_status" TEXT NOT NULL,
    "residence_from" TEXT NOT NULL DEFAULT 'record',
    "received_unit_id" TEXT,
    "received" JSONB NOT NULL,
    "full_name" TEXT,
    "birth_date" DATE,
    "birth_precision" TEXT,
    "sex" TEXT,
    "id_number" TEXT,
    "document_type" TEXT,
    "foreign" BOOLEAN NOT NULL DEFAULT false,
    "insurance_number" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "group_name" TEXT,
    "outcome" TEXT,
    "main_class" TEXT,
    "main_field" TEXT,
    "rule" TEXT,
    "score" DOUBLE PRECISION,
    "match_result_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dose" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "dose_no" INTEGER,
    "injected_on" DATE,
    "date_text" TEXT,
    "vaccine" TEXT,
    "lot" TEXT,
    "facility" TEXT,

    CONSTRAINT "dose_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "source_person_id" TEXT NOT NULL,
    "id_number" TEXT,
    "old_ids" TEXT[],
    "full_name" TEXT NOT NULL,
    "birth_date" DATE,
    "birth_precision" TEXT,
    "sex" TEXT,
    "address" TEXT,
    "commune_code" TEXT,
    "snapshot_id" UUID NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_key" (
    "key" TEXT NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "person_key_pkey" PRIMARY KEY ("key","person_id")
);

-- CreateTable
CREATE TABLE "registry_snapshot" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "reading_date" DATE NOT NULL,
    "people" INTEGER NOT NULL,
    "loaded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "registry_snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry_access" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "officer_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fields" TEXT[],
    "purpose" TEXT NOT NULL,

    CONSTRAINT "registry_access_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry_read" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "run_id" UUID,
    "records" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "registry_read_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "match_model" (
    "version" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "added_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "match_model_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "match_run" (
    "id" UUID NOT NULL,
    "batch_id" UUID,
    "unit_path" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "cursor" UUID,
    "model_version" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ,
    "touched_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "match_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "match_result" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "run_id" UUID,
    "outcome" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "main_class" TEXT NOT NULL,
    "main_field" TEXT,
    "settling_field" TEXT,
    "explanation" JSONB NOT NULL,
    "repairs" JSONB NOT NULL,
    "model_version" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "match_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "match_candidate" (
    "result_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "record_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "fields" JSONB NOT NULL,

    CONSTRAINT "match_candidate_pkey" PRIMARY KEY ("result_id","rank")
);

-- CreateTable
CREATE TABLE "not_a_match" (
    "record_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "not_a_match_pkey" PRIMARY KEY ("record_id","person_id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "unit_path" TEXT NOT NULL,
    "hamlet_id" UUID,
    "state" TEXT NOT NULL,
    "force" TEXT NOT NULL,
    "first_force" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "main_class" TEXT NOT NULL,
    "main_field" TEXT,
    "effort" INTEGER NOT NULL,
    "assignee_id" UUID,
    "lease_by_id" UUID,
    "lease_until" TIMESTAMPTZ,
    "resolution" TEXT,
    "confirmed_person_id" UUID,
    "confirmed" JSONB,
    "handover_id" UUID,
    "last_comment" TEXT,
    "due_on" DATE,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state_since" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_event" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "comment" TEXT,
    "version" INTEGER NOT NULL,

    CONSTRAINT "task_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "task_id" UUID,
    "field" TEXT NOT NULL,
    "from_value" TEXT,
    "to_value" TEXT,
    "source" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publication_id" UUID,
    "published_at" TIMESTAMPTZ,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover" (
    "id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "unit_id" TEXT NOT NULL,
    "unit_path" TEXT NOT NULL,
    "line_count" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "signed_by_id" UUID NOT NULL,
    "signed_name" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "received_by_id" UUID,
    "received_name" TEXT,
    "received_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_line" (
    "handover_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "task_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "handover_line_pkey" PRIMARY KEY ("handover_id","line_no")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'prepared',
    "record_count" INTEGER NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "loaded_by_id" UUID,
    "loaded_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_line" (
    "publication_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "task_id" UUID,
    "unit_path" TEXT NOT NULL,

    CONSTRAINT "publication_line_pkey" PRIMARY KEY ("publication_id","record_id")
);

-- CreateTable
CREATE TABLE "progress_count" (
    "unit_path" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "main_class" TEXT NOT NULL,
    "people" BIGINT NOT NULL,

    CONSTRAINT "progress_count_pkey" PRIMARY KEY ("unit_path","kind","state","outcome","main_class")
);

-- CreateTable
CREATE TABLE "progress_delta" (
    "id" BIGSERIAL NOT NULL,
    "unit_path" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "main_class" TEXT NOT NULL,
    "people" BIGINT NOT NULL,

    CONSTRAINT "progress_delta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "officer_id" UUID,
    "unit_path" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "entity" TEXT,
    "entity_id" TEXT,
    "result" TEXT NOT NULL,
    "detail" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "unit_path_idx" ON "unit"("path");

-- CreateIndex
CREATE INDEX "unit_parent_id_idx" ON "unit"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_level_valid_from_key" ON "unit"("code", "level", "valid_from");

-- CreateIndex
CREATE INDEX "unit_successor_new_unit_id_idx" ON "unit_successor"("new_unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "hamlet_unit_id_folded_name_key" ON "hamlet"("unit_id", "folded_name");

-- CreateIndex
CREATE UNIQUE INDEX "officer_username_key" ON "officer"("username");

-- CreateIndex
CREATE INDEX "officer_unit_path_idx" ON "officer"("unit_path");

-- CreateIndex
CREATE INDEX "invite_officer_id_idx" ON "invite"("officer_id");

-- CreateIndex
CREATE INDEX "session_officer_id_idx" ON "session"("officer_id");

-- CreateIndex
CREATE INDEX "import_batch_unit_path_created_at_idx" ON "import_batch"("unit_path", "created_at");

-- CreateIndex
CREATE INDEX "import_row_record_id_idx" ON "import_row"("record_id");

-- CreateIndex
CREATE INDEX "import_issue_batch_id_severity_row_no_id_idx" ON "import_issue"("batch_id", "severity", "row_no", "id");

-- CreateIndex
CREATE UNIQUE INDEX "record_code_key" ON "record"("code");

-- CreateIndex
CREATE INDEX "record_unit_path_id_idx" ON "record"("unit_path", "id");

-- CreateIndex
CREATE INDEX "record_batch_id_id_idx" ON "record"("batch_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "record_source_system_source_id_key" ON "record"("source_system", "source_id");

-- CreateIndex
CREATE INDEX "dose_record_id_idx" ON "dose"("record_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_source_person_id_key" ON "person"("source_person_id");

-- CreateIndex
CREATE INDEX "person_id_number_idx" ON "person"("id_number");

-- CreateIndex
CREATE INDEX "person_key_person_id_idx" ON "person_key"("person_id");

-- CreateIndex
CREATE INDEX "registry_access_record_id_idx" ON "registry_access"("record_id");

-- CreateIndex
CREATE INDEX "match_run_unit_path_created_at_idx" ON "match_run"("unit_path", "created_at");

-- CreateIndex
CREATE INDEX "match_run_batch_id_idx" ON "match_run"("batch_id");

-- CreateIndex
CREATE INDEX "match_result_record_id_idx" ON "match_result"("record_id");

-- CreateIndex
CREATE INDEX "match_result_run_id_outcome_main_class_idx" ON "match_result"("run_id", "outcome", "main_class");

-- CreateIndex
CREATE INDEX "match_candidate_person_id_idx" ON "match_candidate"("person_id");

-- CreateIndex
CREATE INDEX "match_candidate_record_id_idx" ON "match_candidate"("record_id");

-- CreateIndex
CREATE INDEX "task_unit_path_state_id_idx" ON "task"("unit_path", "state", "id");

-- CreateIndex
CREATE INDEX "task_record_id_idx" ON "task"("record_id");

-- CreateIndex
CREATE INDEX "task_assignee_id_state_idx" ON "task"("assignee_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "task_event_task_id_version_key" ON "task_event"("task_id", "version");

-- CreateIndex
CREATE INDEX "correction_record_id_at_idx" ON "correction"("record_id", "at");

-- CreateIndex
CREATE INDEX "correction_publication_id_idx" ON "correction"("publication_id");

-- CreateIndex
CREATE INDEX "handover_unit_path_signed_at_idx" ON "handover"("unit_path", "signed_at");

-- CreateIndex
CREATE UNIQUE INDEX "handover_unit_id_no_key" ON "handover"("unit_id", "no");

-- CreateIndex
CREATE INDEX "handover_line_task_id_idx" ON "handover_line"("task_id");

-- CreateIndex
CREATE INDEX "publication_unit_path_created_at_idx" ON "publication"("unit_path", "created_at");

-- CreateIndex
CREATE INDEX "publication_line_record_id_idx" ON "publication_line"("record_id");

-- CreateIndex
CREATE INDEX "audit_entry_unit_path_at_id_idx" ON "audit_entry"("unit_path", "at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_at_id_idx" ON "audit_entry"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_entity_entity_id_idx" ON "audit_entry"("entity", "entity_id");

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;
