// Long work, beside the web server. Any number of these may run over one database.
import { startWorker } from "@/lib/server/jobs/worker";

const stop = await startWorker();

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void stop().then(() => process.exit(0));
  });
}
