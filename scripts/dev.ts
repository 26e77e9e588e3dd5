import { startPortal } from "./running/portal";

await startPortal({ dev: true });
