import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { ownerClient } from "@/prisma/factories/owner";
import { startDatabase } from "./own-database";

for (const f of readdirSync("/tmp/portal-bench-volume").filter(
  (x) => x.includes("-nation-") && (!process.argv[3] || x.endsWith("-" + process.argv[3])),
)) {
  const d = await startDatabase({ data: "/tmp/portal-bench-volume/" + f });
  const o = ownerClient();
  await o.connect();
  const sql = readFileSync(
    "prisma/migrations/20261126070100_progress_by_day/migration.sql",
    "utf8",
  );
  await o.query(
    "alter table progress_delta add column if not exists due_day date, add column if not exists since_day date, add column if not exists untouched boolean not null default false",
  );
  await o.query("alter table progress_delta drop constraint if exists progress_delta_pkey");
  await o.query("alter table progress_delta drop column if exists id");
  await o.query(
    "delete from progress_delta; delete from progress_count where grain in ('class','source','late') and split_part(unit_path,'.',3) <> ''",
  );
  await o.query("drop view if exists progress_late; drop index if exists task_untouched");
  const pieces = sql.split(
    /\n(?=(?:CREATE|DROP|ALTER|--|SELECT|REVOKE|GRANT|DO|DELETE|UPDATE|INSERT) ?)/,
  );
  const wanted = [
    "FUNCTION is_divided",
    "FUNCTION grain_at",
    "FUNCTION progress_marks",
    "day_there(p",
    "cells_of(d",
    "VIEW grain_of_kind",
    "FUNCTION progress_of_records()",
    "FUNCTION progress_of_tasks()",
    "FUNCTION progress_of_moved_task()",
    "TRIGGER progress_update ON task",
    "TRIGGER progress_update AFTER UPDATE ON task",
    "FUNCTION add_progress_doses",
    "FUNCTION fold_progress()",
    "FUNCTION check_progress(",
  ];
  for (const p of pieces) {
    const head = p.split("\n")[0]!;
    if (!/^(CREATE|DROP)/.test(head) || !wanted.some((w) => head.includes(w))) continue;
    const text = p
      .replace(/^CREATE FUNCTION/, "CREATE OR REPLACE FUNCTION")
      .replace(/^CREATE VIEW/, "CREATE OR REPLACE VIEW");
    console.log(head);
    if (head.startsWith("DROP TRIGGER"))
      await o.query("drop trigger if exists progress_update on task");
    else await o.query(text);
  }
  await o.query(
    "revoke execute on function cells_of(progress_delta) from public; grant execute on function cells_of(progress_delta) to public",
  );
  const b = Date.now();
  console.log(
    (await o.query("select check_progress(gen_random_uuid(), true, gen_random_uuid())")).rows,
    Date.now() - b,
  );
  await o.query("select fold_progress()");
  await o.query("vacuum full analyze progress_count");
  await o.query("vacuum full progress_delta");
  console.log(
    Date.now() - b,
    (await o.query("select grain, count(*) from progress_count group by 1")).rows,
  );
  await o.query(
    "update _prisma_migrations set checksum = $1 where migration_name = '20261126070100_progress_by_day'",
    [createHash("sha256").update(sql).digest("hex")],
  );
  await o.end();
  await d.stop();
}
process.exit(0);
