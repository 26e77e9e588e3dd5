import "server-only";
import { maskNumber } from "@/lib/domain/records/mask";
import { query } from "@/lib/server/core/query";

/** What police say is right where the registry is wrong, by field; the number masked. */
export interface RegistryErrorView {
  id: string;
  at: Date;
  name: string | null;
  fields: Record<string, string>;
}

const ERRORS = `
  select x.id, x.at, o.full_name as name, x.fields
  from registry_error x left join officer o on o.id = x.by_id where x.task_id = $1 order by x.at desc`;

/** Every time that the registry was reported wrong in the course of a task, the latest first. */
export const listRegistryErrors = query<string, RegistryErrorView[]>(
  "task:read",
  async ({ sql }, taskId) => {
    const errors = await sql<RegistryErrorView>(ERRORS, [taskId]);
    return errors.map((error) => {
      const { idNumber } = error.fields;
      return idNumber
        ? { ...error, fields: { ...error.fields, idNumber: maskNumber(idNumber) } }
        : error;
    });
  },
);
