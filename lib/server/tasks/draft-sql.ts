import "server-only";
import { prepared } from "@/lib/server/core/prepared";

/** $1 officer, $2 task. */
export const DROP_DRAFT = prepared("delete from task_draft where officer_id = $1 and task_id = $2");
