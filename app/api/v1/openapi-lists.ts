import { z } from "zod";
import { ProgressAnswer } from "@/lib/server/progress/answer";
import { watchProgress } from "@/lib/server/progress/live";
import { getProgress } from "@/lib/server/progress/queries";
import { createSearch } from "@/lib/server/records/search";
import { saveDraft } from "@/lib/server/tasks/drafts";
import { listTasks, TaskLine } from "@/lib/server/tasks/list";
import { TaskFilter } from "@/lib/server/tasks/list-filter";
import { ScoredChoices, ScoreInput, scoreChoices } from "@/lib/server/tasks/score";
import { listUpcoming } from "@/lib/server/tasks/upcoming";
import { bodyOf, described, operation } from "./openapi-operation";

const Page = z.object({
  tasks: z.array(TaskLine),
  previous: z.string().nullable(),
  next: z.string().nullable(),
  more: z.boolean(),
  lost: z.boolean(),
});
const Search = z.object({ id: z.uuid(), kind: z.enum(["name", "digits", "code"]) });
const Upcoming = z.object({ taskIds: z.array(z.uuid()) });

/** Each part of the list's address by itself. */
function filterParameters() {
  const { properties = {} } = bodyOf(TaskFilter);
  return Object.entries(properties).map(([name, schema]) => ({ name, in: "query", schema }));
}

const EXCEPT = {
  name: "except",
  in: "query",
  schema: { type: "array", items: { type: "string", format: "uuid" } },
};

const UNIT = { name: "unit", in: "query", schema: { type: "string" } };
const SINCE = { name: "since", in: "query", schema: { type: "string" } };
const FORMAT = { name: "format", in: "query", schema: { enum: ["json", "csv"] } };

/** One event each time that a figure has changed: a stream, and no answer of JSON. */
function eventsPath() {
  const get = described({
    id: "progress.watch",
    summary: "progress.watch",
    permission: watchProgress.permission,
    answer: z.object({ at: z.date() }),
    parameters: [UNIT, SINCE],
  });
  const [schema] = Object.values(get.responses[200].content);
  return {
    ...get,
    responses: {
      ...get.responses,
      200: { description: "moved", content: { "text/event-stream": schema } },
    },
  };
}

function progressPath() {
  const get = described({
    id: "progress.read",
    summary: "progress.read",
    permission: getProgress.permission,
    answer: ProgressAnswer,
    parameters: [UNIT, FORMAT],
  });
  const text = { schema: { type: "string" } };
  Object.assign(get.responses[200].content, { "text/csv": text });
  return { "/api/v1/progress": { get }, "/api/v1/progress/events": { get: eventsPath() } };
}

/** Lists, figures, what is looked for in lists, and what asks without changing a task. */
export function listPaths() {
  const list = described({
    id: "task.list",
    summary: "task.list",
    permission: listTasks.permission,
    answer: Page,
    parameters: filterParameters(),
  });
  const upcoming = described({
    id: "task.upcoming",
    summary: "task.upcoming",
    permission: listUpcoming.permission,
    answer: Upcoming,
    parameters: [EXCEPT],
  });
  const score = described({
    id: "task.score",
    summary: "task.score",
    permission: scoreChoices.permission,
    answer: ScoredChoices,
    parameters: ["taskId"],
    body: bodyOf(ScoreInput),
  });
  const search = operation(
    { command: createSearch, answer: Search },
    { id: createSearch.door.name, parameters: ["idempotencyKey"] },
  );
  const draft = operation(
    { command: saveDraft, answer: z.object({ kept: z.boolean() }) },
    { id: saveDraft.door.name, parameters: ["taskId", "ifMatch"] },
  );
  return {
    ...progressPath(),
    "/api/v1/tasks": { get: list },
    "/api/v1/searches": { post: search },
    "/api/v1/tasks/upcoming": { get: upcoming },
    "/api/v1/tasks/{id}/score": { post: score },
    "/api/v1/tasks/{id}/draft": { post: draft },
  };
}
