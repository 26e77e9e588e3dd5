import "server-only";

/** The four fields of a candidate `c`: as police typed them in for this record, else the snapshot's. */
export const PERSON_VALUES = `
  case when y.said is null then p.full_name else y.said->>'full_name' end as full_name,
  case when y.said is null then p.birth_date else (y.said->>'birth_date')::date end as birth_date,
  case when y.said is null then p.birth_precision else y.said->>'birth_precision' end as birth_precision,
  case when y.said is null then p.sex else y.said->>'sex' end as sex,
  case when y.said is null then p.id_number else y.said->>'id_number' end as id_number`;

export const PERSON_OF = `
  left join person p on p.id = c.person_id
  left join lateral (select r.said from typed_readings(array[c.record_id]) r
    where r.person_id = c.person_id) y on true`;

/** A candidate of whom nothing is known any more is nobody. */
export const IS_PERSON = "(p.id is not null or y.said is not null)";
