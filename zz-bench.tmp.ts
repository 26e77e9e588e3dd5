import { createWriteStream } from "node:fs";
import { openTable } from "/work/main/lib/server/imports/reading/open-table";
import { writeTable } from "/work/main/lib/server/imports/writing/write-table";
import { findHeader } from "/work/main/lib/domain/imports/find-header";
import { readRow } from "/work/main/lib/domain/imports/read-row";
import { PLATFORM_PROFILE, profileTitles } from "/work/main/lib/domain/imports/profile";
async function main() {
const header = profileTitles(PLATFORM_PROFILE, "person", 0);
async function* rows() { for (let i=0;i<200_000;i++) yield [String(i), "DT"+i, "Nguyễn Thị Hòa "+(i%977), "12/08/1985","Nữ","CCCD","0791850"+String(10000+i%89999),"","0903"+String(100000+i%899999),"Tỉnh Long An","Huyện Cần Đước","Xã Tân Lân","Ấp 3","Nhóm 1","","",""]; }
for (const kind of ["xlsx","csv"] as const) {
  const f = `/tmp/imports-vitest/b.${kind}`;
  let t = Date.now();
  await writeTable(kind, createWriteStream(f), { header, rows: rows() });
  console.log(kind, "write", Date.now()-t); t = Date.now();
  let n=0; for await (const _ of (await openTable(f)).rows) n++;
  console.log(kind, "read", n, Date.now()-t, Math.round(process.memoryUsage().rss/1e6)+"MB"); t = Date.now();
  const table = await openTable(f); const first=[]; for await (const r of table.rows) { first.push(r); if (first.length>20) break; }
  const h = findHeader(first); if (!h.ok) throw h; let ok=0;
  for await (const r of table.rows) { if (r.rowNo<=h.lastTitleRowNo) continue; if (readRow(h, r.cells, r.rowNo).record) ok++; }
  console.log(kind, "read+parse", ok, Date.now()-t);
}}
main();
