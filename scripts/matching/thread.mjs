// First file of a worker thread: makes TypeScript readable there, then runs the thread proper.
import { register } from "tsx/esm/api";

register();
await import("./thread.ts");
