// Makes the first administrator: npm run admin:create -- <username> "<full name>"
import { createHash, randomBytes } from "node:crypto";
import { v7 as newId } from "uuid";
import { nationId } from "@/lib/domain/units/unit";
import { withConnection } from "./database/connection";
import { portalDatabase } from "./database/portal-database";
import { explain } from "./running/problem";
import { say, text } from "./running/say";
import { readSettings } from "./running/settings";

const WRONG_USE = 2;
const HOURS = 72;

const OFFICER = `
  insert into officer (id, username, full_name, role, unit_id, unit_path)
  select $1, $2, $3, 'admin', id, path from unit where id = $4
  on conflict (username) do nothing returning id`;

const INVITE = `
  insert into invite (token_hash, officer_id, expires_at)
  values ($1, $2, now() + make_interval(hours => $3))`;

async function create(url: string, username: string, fullName: string): Promise<string | null> {
  const token = randomBytes(32).toString("base64url");
  return withConnection(url, async (client) => {
    const made = await client.query(OFFICER, [newId(), username, fullName, nationId("today")]);
    const officer = made.rows[0] as { id: string } | undefined;
    if (!officer) return null;
    const hash = createHash("sha256").update(token).digest("hex");
    await client.query(INVITE, [hash, officer.id, HOURS]);
    return token;
  });
}

async function run(): Promise<number> {
  const [username, fullName] = process.argv.slice(3);
  if (!username || !fullName || !/^[a-z0-9][a-z0-9._-]{2,59}$/.test(username)) {
    process.stderr.write(`${text("admin.usage")}\n`);
    return WRONG_USE;
  }
  const settings = readSettings();
  const database = await portalDatabase();
  try {
    const token = await create(database.url, username, fullName);
    const host = settings.NEXTAUTH_URL ?? `http://localhost:${settings.PORT}`;
    say(
      token
        ? text("admin.link", { url: `${host}/welcome/${token}`, hours: HOURS })
        : text("admin.taken", { username }),
    );
    return token ? 0 : WRONG_USE;
  } finally {
    await database.stop();
  }
}

try {
  process.exit(await run());
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
