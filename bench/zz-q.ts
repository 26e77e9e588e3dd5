import { openNation } from "./counting/place";
import { ownerClient } from "@/prisma/factories/owner";
const v = await openNation({ records: 100000, keep: true });
const o = ownerClient(); await o.connect();
for (const q of ["select count(*), count(distinct slot) from bench_place","select count(*) from record","select count(*), sum(people) from progress_count where grain='sum' and unit_path='1.'","select grain, count(*) from progress_count group by 1"]) console.log((await o.query(q)).rows);
await o.end(); await v.stop(); process.exit(0);
