import "server-only";
import { SETTINGS, type SettingName, type SettingValue } from "@/lib/domain/units/settings";
import type { CommandContext } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";

/** A value with the version that a change of it has to name; 0 while nobody has set any. */
export async function readSettingRow<Name extends SettingName>(
  sql: Sql,
  name: Name,
): Promise<{ value: SettingValue<Name>; version: number }> {
  const [row] = await sql<{ value: unknown; version: number }>(
    "select value, version from setting where name = $1",
    [name],
  );
  const { schema, standard } = SETTINGS[name];
  const value = (row ? schema.parse(row.value) : standard) as SettingValue<Name>;
  return { value, version: row?.version ?? 0 };
}

/** The value of a setting; the standard one where nobody has set another. */
export async function readSetting<Name extends SettingName>(
  sql: Sql,
  name: Name,
): Promise<SettingValue<Name>> {
  return (await readSettingRow(sql, name)).value;
}

const WRITE = `
  insert into setting (name, value, updated_by_id) select $1, $2::jsonb, $3::uuid
  where $4::int = 0 or exists (select 1 from setting where name = $1)
  on conflict (name) do update set value = excluded.value, updated_by_id = excluded.updated_by_id,
    updated_at = now(), version = setting.version + 1 where setting.version = $4
  returning name`;

/** Sets a value that was parsed by the setting's schema; CONFLICT when somebody was faster. */
export async function writeSetting<Name extends SettingName>(
  { sql, actor }: CommandContext,
  of: { name: Name; value: SettingValue<Name>; version: number },
): Promise<void> {
  const value = JSON.stringify(of.value);
  const written = await sql(WRITE, [of.name, value, actor.officerId, of.version]);
  if (written.length === 0) throw new AppError("CONFLICT", "race");
}
