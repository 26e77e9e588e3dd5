// Fills an empty database. A program of its own, so that start stays free to hear Ctrl+C meanwhile.
import { say } from "./running/say";

const ownerUrl = process.env.DATABASE_URL ?? "";

if (process.env.SEED === "units") {
  const { seedUnits } = await import("@/prisma/seed-units");
  await seedUnits(ownerUrl);
} else {
  const { seed } = await import("@/prisma/seed");
  await seed(ownerUrl, (line) => say(`  ${line}`));
}
process.exit(0);
