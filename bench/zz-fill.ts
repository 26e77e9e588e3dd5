import { openNation } from "./counting/place";
const v = await openNation({ records: Number(process.argv[3] ?? 100000), keep: true });
await v.stop();
process.exit(0);
