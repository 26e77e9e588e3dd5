import { createServer } from "node:net";
import { Problem } from "./problem";

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}

/** A port of this machine that nobody listens on. */
export function findFreePort(): Promise<number> {
  return listenOnce(0, "127.0.0.1");
}

/** Throws the sentence that tells what to do when the portal can't have its port. */
export async function checkPort(port: number, host: string): Promise<void> {
  try {
    await listenOnce(port, host);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE")
      throw new Problem("start.portTaken", { port: `${port}`, other: `${port + 1}` });
    if (code === "EACCES") throw new Problem("start.portRefused", { port: `${port}` });
    throw new Problem("start.hostUnknown", { host });
  }
}
