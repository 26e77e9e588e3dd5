// Threads begin with plain JavaScript: TypeScript and the project's paths are made readable here,
// whatever reads them in the process around it.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.program);
