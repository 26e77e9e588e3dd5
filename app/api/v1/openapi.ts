import { ERROR_CODES } from "@/lib/domain/access/error-code";
import { arrowsOf, TASK_EVENTS } from "@/lib/domain/tasks/flow";
import { STATUS_OF } from "@/lib/server/core/status";
import { NEXT_STEP, TASK_LEASES, TASK_STEPS, VISIT_STEP } from "@/lib/server/tasks/steps";
import { listPaths } from "./openapi-lists";
import { operation } from "./openapi-operation";

const WORDS = [...TASK_EVENTS, "returnApproval"] as const;
function stepPaths() {
  const steps = WORDS.flatMap((word) => {
    const step = TASK_STEPS[word];
    if (!step) return [];
    const from = `From ${arrowsOf(word === "returnApproval" ? "return" : word)
      .flatMap((arrow) => arrow.from)
      .join(", ")}.`;
    const parameters = ["taskId", "ifMatch", "idempotencyKey"];
    const post = operation(step, { id: step.command.door.name, parameters, from });
    return [[`/api/v1/tasks/{id}/${word}`, { post }] as const];
  });
  const leases = Object.entries(TASK_LEASES).map(([word, step]) => {
    const parameters = ["taskId", "idempotencyKey"];
    const post = operation(step, { id: step.command.door.name, parameters });
    return [`/api/v1/tasks/{id}/${word}`, { post }] as const;
  });
  const parameters = ["taskId", "ifMatch", "idempotencyKey"];
  const visit = operation(VISIT_STEP, { id: VISIT_STEP.command.door.name, parameters });
  return Object.fromEntries([
    ...leases,
    ...steps,
    ["/api/v1/tasks/{id}/visit", { post: visit }] as const,
  ]);
}

const PROBLEM = {
  type: "object",
  required: ["type", "title", "status", "code"],
  properties: {
    type: { type: "string", format: "uri-reference" },
    title: { type: "string", description: "a sentence in the language of the `locale` cookie" },
    status: { type: "integer" },
    code: { enum: [...ERROR_CODES, "UNEXPECTED"] },
    reason: { type: "string" },
    fields: { type: "object", additionalProperties: { type: "string" } },
  },
};

/** The description of the interface in OpenAPI 3.1, made from the commands that it calls. */
export function openApi() {
  const next = operation(NEXT_STEP, { id: "task.claimNext", parameters: ["idempotencyKey"] });
  return {
    openapi: "3.1.0",
    info: { title: "vaccination-records-portal", version: "1" },
    paths: { ...listPaths(), "/api/v1/tasks/next": { post: next }, ...stepPaths() },
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
      },
      parameters: {
        taskId: {
          name: "id",
          in: "path",
          required: true,
          schema: { type: "string", format: "uuid" },
        },
        ifMatch: {
          name: "If-Match",
          in: "header",
          required: true,
          description: "the version that was seen, as `ETag` gave it",
          schema: { type: "string", pattern: '^"?\\d+"?$' },
        },
        idempotencyKey: {
          name: "Idempotency-Key",
          in: "header",
          description: "the same request with the same key is done once within 24 hours",
          schema: { type: "string", pattern: "^[\\x21-\\x7e]{8,100}$" },
        },
      },
      schemas: { Problem: PROBLEM },
      "x-problems": Object.fromEntries(ERROR_CODES.map((code) => [code, STATUS_OF[code]])),
    },
  };
}
