// What the portal sends to the database for a page of the list, as JSON for the bare server.
// `node scripts/run.cjs ../bench/listing/statements <actor, token and addresses as JSON>`
import type { Actor } from "@/lib/domain/access/actor";
import { findActor } from "@/lib/server/core/session";
import { listTasks } from "@/lib/server/tasks/list";
import { TaskFilter } from "@/lib/server/tasks/list-filter";
import { recordStatements, type Statement } from "./record-statements";

interface Wanted {
  token: string;
  actor: Actor;
  paths: string[];
}

const all: Record<string, Statement[]> = {};
for (const { token, actor, paths } of JSON.parse(process.argv[3] ?? "[]") as Wanted[]) {
  for (const path of paths) {
    const filter = TaskFilter.parse(
      Object.fromEntries(new URL(path, "http://localhost").searchParams),
    );
    all[path] = await recordStatements(async () => {
      await findActor(token);
      await listTasks.as(actor, filter);
    });
  }
}
process.stdout.write(JSON.stringify(all), () => process.exit(0));
