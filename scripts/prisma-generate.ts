// npm run generate: the Prisma client from the schema, without any download.
import { generateClient } from "./running/build";
import { Household } from "./running/household";
import { explain } from "./running/problem";
import { step } from "./running/say";

try {
  await step("client", () => generateClient(new Household()));
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
