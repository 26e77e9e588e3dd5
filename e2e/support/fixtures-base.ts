import { test as base } from "@playwright/test";
import { connectAsOwner, type OwnerConnection } from "@/prisma/factories/database";

interface WorkerFixtures {
  /** For factories: rows of every area, made without signing in. One connection for each worker. */
  owner: OwnerConnection;
}

/** Stories that prepare rows of their own. */
export const test = base.extend<object, WorkerFixtures>({
  owner: [
    // biome-ignore lint/correctness/noEmptyPattern: the first parameter names what a fixture needs
    async ({}, use) => {
      const owner = await connectAsOwner();
      await use(owner);
      await owner.end();
    },
    { scope: "worker" },
  ],
});

export { expect } from "@playwright/test";
