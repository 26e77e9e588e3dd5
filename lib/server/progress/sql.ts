import "server-only";

export const UNIT = `
  select id, name, level, path from unit
  where id = $1 and valid_to is null and path >= $2 and path < $3`;

export const CHILDREN = `
  select id, name, level, path from unit where parent_id = $1 order by name collate "vi-x-icu"`;

export const UNIT_NAMES = "select id, name from unit where id = any($1::text[])";

export const TRAIL = `
  select id, name, level, path from unit
  where id = any(string_to_array($1, '.')) and path >= $2 order by length(path)`;

export const PAGE = 50;
