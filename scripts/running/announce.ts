import { DEMONSTRATION_ACCOUNTS } from "@/prisma/demonstration";
import { withConnection } from "../database/connection";
import { say, text } from "./say";
import { publicUrl } from "./serve";
import type { Settings } from "./settings";

/** Tells the address and, where the demonstration was loaded, with which accounts to sign in. */
export async function announce(settings: Settings, ownerUrl: string): Promise<void> {
  const accounts = await presentAccounts(ownerUrl);
  say("");
  say(text("progress.ready", { url: publicUrl(settings), seconds: process.uptime() }));
  if (accounts.length > 0) say(text("progress.accounts"));
  for (const { role, username, password } of accounts) {
    say(`  ${username.padEnd(12)} ${password.padEnd(18)} ${text(`role.${role}`)}`);
  }
  if (accounts.length > 0 && settings.DATABASE_URL) say(text("progress.demonstrationElsewhere"));
  say(text("progress.howToStop"));
}

async function presentAccounts(ownerUrl: string) {
  const names = DEMONSTRATION_ACCOUNTS.map((account) => account.username);
  const present = await withConnection(ownerUrl, async (owner) => {
    const query = "select username from officer where username = any($1) and disabled_at is null";
    return (await owner.query<{ username: string }>(query, [names])).rows.map(
      (row) => row.username,
    );
  });
  return DEMONSTRATION_ACCOUNTS.filter((account) => present.includes(account.username));
}
