import "server-only";
import { SETTINGS, type SettingName, type SettingValue } from "@/lib/domain/units/settings";
import type { Sql } from "@/lib/server/core/db";

/** The value of a setting; the standard one where nobody has set another. */
export async function readSetting<Name extends SettingName>(
  sql: Sql,
  name: Name,
): Promise<SettingValue<Name>> {
  const [row] = await sql<{ value: unknown }>("select value from setting where name = $1", [name]);
  const { schema, standard } = SETTINGS[name];
  return (row ? schema.parse(row.value) : standard) as SettingValue<Name>;
}
