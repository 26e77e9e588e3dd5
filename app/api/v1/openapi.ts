import { z } from "zod";
import { ERROR_CODES } from "@/lib/domain/access/error-code";
import { PERMISSIONS } from "@/lib/domain/access/roles";
import { arrowsOf, TASK_EVENTS } from "@/lib/domain/tasks/flow";
import { STATUS_OF } from "@/lib/server/core/status";
import {
  type HttpStep,
  NEXT_STEP,
  TASK_LEASES,
  TASK_STEPS,
  VISIT_STEP,
} from "@/lib/server/tasks/steps";
import { PROBLEM_TYPE } from "./problem";

const WORDS = [...TASK_EVENTS, "returnApproval"] as const;
const JSON_TYPE = "application/json";

/** Comes in the address or in a header, so the body does not have it. */
const ELSEWHERE = ["taskId", "version"];

function bodyOf({ door }: HttpStep["command"]) {
  const schema = z.toJSONSchema(door.input, { io: "input", unrepresentable: "any" });
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(([name]) => !ELSEWHERE.includes(name)),
  );
  const required = schema.required?.filter((name) => !ELSEWHERE.includes(name));
  return { type: "object", properties, ...(required?.length ? { required } : {}) };
}

const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` });

function problems() {
  const content = { [PROBLEM_TYPE]: { schema: { $ref: "#/components/schemas/Problem" } } };
  const statuses = [
    ...new Set([400, 412, 413, 428, ...ERROR_CODES.map((code) => STATUS_OF[code])]),
  ];
  return Object.fromEntries(
    statuses.map((status) => [status, { description: "refused", content }]),
  );
}

function operation(step: HttpStep, of: { id: string; parameters: string[]; from?: string }) {
  const { permission, name } = step.command.door;
  const answer = z.toJSONSchema(step.answer, { io: "output", unrepresentable: "any" });
  return {
    operationId: of.id,
    summary: name,
    description: [of.from, `Roles: ${PERMISSIONS[permission].join(", ")}.`]
      .filter(Boolean)
      .join(" "),
    security: [{ session: [] }],
    parameters: of.parameters.map(parameter),
    requestBody: { content: { [JSON_TYPE]: { schema: bodyOf(step.command) } } },
    responses: {
      200: { description: "done", content: { [JSON_TYPE]: { schema: answer } } },
      ...problems(),
    },
  };
}

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
    paths: { "/api/v1/tasks/next": { post: next }, ...stepPaths() },
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
