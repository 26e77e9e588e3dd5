import { z } from "zod";
import { ERROR_CODES } from "@/lib/domain/access/error-code";
import { PERMISSIONS, type Permission } from "@/lib/domain/access/roles";
import { STATUS_OF } from "@/lib/server/core/status";
import type { HttpStep } from "@/lib/server/tasks/steps";
import { PROBLEM_TYPE } from "./problem";

const JSON_TYPE = "application/json";

/** Comes in the address or in a header, so the body does not have it. */
const ELSEWHERE = ["taskId", "version"];

/** What a schema asks for, as the body of a request has it. */
export function bodyOf(input: z.ZodType) {
  const schema = z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
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

/** A moment is an ISO time on its way. */
function asWritten({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: object }): void {
  if (zodSchema instanceof z.ZodDate)
    Object.assign(jsonSchema, { type: "string", format: "date-time" });
}

interface Described {
  id: string;
  summary: string;
  permission: Permission;
  answer: z.ZodType;
  /** names of what all addresses share, or parameters of this one alone */
  parameters?: (string | object)[];
  body?: object;
  /** said before who may call it */
  from?: string;
}

/** One address in the description: what it takes, what it answers, and who may call it. */
export function described({ id, summary, permission, answer, ...of }: Described) {
  const schema = z.toJSONSchema(answer, {
    io: "output",
    unrepresentable: "any",
    override: asWritten,
  });
  const roles = `Roles: ${PERMISSIONS[permission].join(", ")}.`;
  const parameters = (of.parameters ?? []).map((one) =>
    typeof one === "string" ? parameter(one) : one,
  );
  return {
    operationId: id,
    summary,
    description: [of.from, roles].filter(Boolean).join(" "),
    security: [{ session: [] }],
    parameters,
    ...(of.body ? { requestBody: { content: { [JSON_TYPE]: { schema: of.body } } } } : {}),
    responses: {
      200: { description: "done", content: { [JSON_TYPE]: { schema } } },
      ...problems(),
    },
  };
}

/** A command as it is called over HTTP. */
export function operation(step: HttpStep, of: { id: string; parameters: string[]; from?: string }) {
  const { permission, name, input } = step.command.door;
  return described({
    ...of,
    summary: name,
    permission,
    answer: step.answer,
    body: bodyOf(input),
  });
}
