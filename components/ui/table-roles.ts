/*
 * Roles of a table, spelled out. Where a table is drawn as cards its elements are no longer laid
 * out as a table, and browsers then drop the roles that they carry by nature.
 */
export const TABLE = { role: "table" } as const;
export const ROW_GROUP = { role: "rowgroup" } as const;
export const ROW = { role: "row" } as const;
export const ROW_HEADER = { role: "rowheader", scope: "row" } as const;
export const COLUMN_HEADER = { role: "columnheader", scope: "col" } as const;
export const CELL = { role: "cell" } as const;
