import "server-only";
import { z } from "zod";
import { hamletNamesIn } from "@/lib/domain/units/hamlet-address";
import { foldHamletName } from "@/lib/domain/units/hamlet-name";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { query } from "@/lib/server/core/query";
import { placeRecords } from "./residence-place";

/** The commune whose division a record waits for: the one of the file, or one that was divided since. */
export const SPLIT_UNIT = "coalesce(r.split_unit_id, r.received_unit_id)";

export interface SplitName {
  name: string;
  folded: string;
  records: number;
}

export interface SplitPage {
  unit: { id: string; name: string };
  choices: { id: string; name: string }[];
  names: SplitName[];
  /** records whose address names no thôn or tổ */
  nameless: number;
  rules: { id: string; name: string; unitId: string; unitName: string; records: number }[];
}

const WAITING = `
  select r.id, coalesce(r.address, '') as address from record r
  where r.residence_status = 'split' and ${SPLIT_UNIT} = $1`;

const CHOICES = `
  select u.id, u.name, u.path from unit u where u.id in (select units_today($1))
    and u.path >= current_setting('app.record_from', true) and u.path < current_setting('app.record_to', true)
  order by u.name collate "vi-x-icu"`;

const RULES = `
  select x.id, x.written as name, x.unit_id as "unitId", u.name as "unitName",
    (select count(*)::int from record r where r.residence_rule_id = x.id) as records
  from residence_rule x join unit u on u.id = x.unit_id where x.old_unit_id = $1
  order by x.written collate "vi-x-icu"`;

interface Choice {
  id: string;
  name: string;
  path: string;
}

/** The names of thôn and tổ in the addresses that wait for a choice, with the rules made so far. */
export const listSplitNames = query<string, SplitPage>(
  "residence:choose",
  async ({ sql }, oldUnitId) => {
    const [unit] = await sql<{ id: string; name: string }>(
      "select id, name from unit where id = $1",
      [oldUnitId],
    );
    const groups = new Map<string, SplitName>();
    let nameless = 0;
    for (const { address } of await sql<{ address: string }>(WAITING, [oldUnitId])) {
      const [name] = hamletNamesIn(address);
      const folded = foldHamletName(name ?? "");
      if (!name || folded === "") {
        nameless += 1;
        continue;
      }
      const group = groups.get(folded) ?? { name, folded, records: 0 };
      groups.set(folded, { ...group, records: group.records + 1 });
    }
    const names = [...groups.values()].sort((a, b) => b.records - a.records);
    const choices = await sql<Choice>(CHOICES, [oldUnitId]);
    return {
      unit: found(unit),
      choices: choices.map(({ id, name }) => ({ id, name })),
      names: names.slice(0, 200),
      nameless,
      rules: await sql<SplitPage["rules"][number]>(RULES, [oldUnitId]),
    };
  },
);

const KNOWN =
  "select id from residence_rule where old_unit_id = $1 and folded_name = $2 for update";
const CHANGE = `
  update residence_rule set unit_id = $2, unit_path = $3, by_id = $4, at = now(), version = version + 1
  where id = $1`;
const INSERT = `
  insert into residence_rule (id, old_unit_id, folded_name, written, unit_id, unit_path, by_id)
  values ($1, $2, $3, $4, $5, $6, $7)`;

const PLACED = "select id from record where residence_rule_id = $1";

interface Decided {
  oldUnitId: string;
  name: string;
  choice: Choice;
  officerId: string;
}

/** Keeps the rule; gives its id and the records that it had placed elsewhere. */
async function keepRule(sql: Sql, of: Decided): Promise<{ ruleId: string; before: string[] }> {
  const { oldUnitId, name, choice, officerId } = of;
  const folded = foldHamletName(name);
  const [known] = await sql<{ id: string }>(KNOWN, [oldUnitId, folded]);
  if (!known) {
    const ruleId = newId();
    await sql(INSERT, [ruleId, oldUnitId, folded, name, choice.id, choice.path, officerId]);
    return { ruleId, before: [] };
  }
  const placed = await sql<{ id: string }>(PLACED, [known.id]);
  await sql(CHANGE, [known.id, choice.id, choice.path, officerId]);
  return { ruleId: known.id, before: placed.map((row) => row.id) };
}

async function recordsNaming(sql: Sql, oldUnitId: string, folded: string): Promise<string[]> {
  const waiting = await sql<{ id: string; address: string }>(WAITING, [oldUnitId]);
  return waiting
    .filter(({ address }) => hamletNamesIn(address).some((name) => foldHamletName(name) === folded))
    .map((row) => row.id);
}

/**
 * Says to which of its successors the thôn or tổ of a divided commune belongs. Kept as a rule: records
 * that wait go there with their tasks, those that it had placed elsewhere too, and later imports follow.
 */
export const chooseByName = command({
  name: "task.chooseResidenceByName",
  permission: "residence:choose",
  input: z.object({
    oldUnitId: z.string().min(1).max(40),
    name: z.string().trim().min(1).max(200),
    unitId: z.string().min(1).max(40),
  }),
  async run({ sql, actor }, { oldUnitId, name, unitId }) {
    const choices = await sql<Choice>(CHOICES, [oldUnitId]);
    const choice = choices.find((one) => one.id === unitId);
    const folded = foldHamletName(name);
    if (!choice || folded === "") throw new AppError("RULE", "notACommune");
    const { officerId } = actor;
    const { ruleId, before } = await keepRule(sql, { oldUnitId, name, choice, officerId });
    const ids = [...new Set([...before, ...(await recordsNaming(sql, oldUnitId, folded))])];
    const { id, path } = choice;
    const to = { unitId: id, unitPath: path, status: "resolved" as const, ruleId, actor };
    const records = await placeRecords(sql, ids, to);
    return {
      data: { records, unit: choice.name },
      audit: { entity: "residenceRule", entityId: ruleId, detail: { name, unitId, records } },
    };
  },
});

const RULE = `
  select x.id, x.written, p.id as "aroundId", p.path as "aroundPath"
  from residence_rule x join unit u on u.id = x.unit_id join unit p on p.id = u.parent_id
  where x.id = $1 for update of x`;

/** Takes a rule back: the records that it had placed wait at the province again, and no others. */
export const forgetResidence = command({
  name: "task.forgetResidence",
  permission: "residence:choose",
  input: z.object({ ruleId: z.uuid() }),
  async run({ sql, actor }, { ruleId }) {
    type Row = { id: string; written: string; aroundId: string; aroundPath: string };
    const rule = found((await sql<Row>(RULE, [ruleId]))[0]);
    const placed = await sql<{ id: string }>(PLACED, [ruleId]);
    const ids = placed.map((row) => row.id);
    const { aroundId: unitId, aroundPath: unitPath } = rule;
    const records = await placeRecords(sql, ids, {
      unitId,
      unitPath,
      status: "split",
      ruleId: null,
      actor,
    });
    await sql("delete from residence_rule where id = $1", [ruleId]);
    return {
      data: { records, name: rule.written },
      audit: { entity: "residenceRule", entityId: ruleId, detail: { records } },
    };
  },
});
