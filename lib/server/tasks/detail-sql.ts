import "server-only";
import { IS_PERSON, PERSON_OF, PERSON_VALUES } from "./person-sql";

// Without what was received: nothing on the screen needs it, and its numbers are not masked.
export const DETAIL = `
  select t.id, t.version, t.state, t.force, t.first_force as "firstForce", t.rule as route,
    t.main_class as "mainClass", t.main_field as "mainField", t.due_on as "dueOn", t.resolution,
    t.last_comment as "lastComment", t.unread_return as "unreadReturn", t.returns,
    t.escalated_at as "escalatedAt", t.wait_reason as "waitReason", t.wait_until as "waitUntil",
    t.confirmed, t.confirmed_person_id as "confirmedPersonId",
    a.full_name as assignee, case when t.lease_until > now() then t.lease_by_id end as "holderId",
    case when t.lease_until > now() then l.full_name end as holder, t.lease_until as "leaseUntil",
    r.id as "recordId", r.code, r.full_name, r.birth_date, r.birth_precision, r.sex, r.id_number,
    r.phone, r.address, r.residence_from as "residenceFrom",
    r.residence_status as "residenceStatus", r.outcome, r.score, r.match_result_id as "resultId",
    r.received_unit_id as "receivedUnitId", t.unit_id as "unitId",
    u.name as "unitName", h.name as hamlet, m.explanation, m.settling_field as "settlingField",
    (select count(*)::int from record o where r.phone <> '' and o.phone = r.phone and o.id <> r.id
       and o.unit_path = r.unit_path) as "samePhone"
  from task t join record r on r.id = t.record_id join unit u on u.id = t.unit_id
  left join hamlet h on h.id = t.hamlet_id left join officer a on a.id = t.assignee_id
  left join officer l on l.id = t.lease_by_id left join match_result m on m.id = r.match_result_id
  where t.id = $1`;

export const CANDIDATES = `
  select c.person_id as "personId", c.rank, c.score, c.fields, ${PERSON_VALUES}, y.said is not null as typed,
    coalesce(p.old_ids, '{}') as "oldIds"
  from match_candidate c ${PERSON_OF} where c.result_id = $1 and ${IS_PERSON} order by c.rank`;

export const HISTORY = `
  select event, to_state as "toState", at, comment, name, by_owner as part from task_history($1)`;

export const CORRECTIONS = `
  select c.field, c.source, c.at, o.full_name as name, c.published_at as "publishedAt"
  from correction c left join officer o on o.id = c.by_id where c.record_id = $1 order by c.at, c.id`;

export const ASKED = `
  select at, answers from registry_reading where record_id = $1 and source = 'gateway'
  order by at desc, id desc limit 1`;
