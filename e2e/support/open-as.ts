import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import type { Role } from "@/lib/domain/access/roles";
import {
  type MadeCommune,
  type MadeOfficer,
  type MadeUnit,
  makeCommune,
  makeHamlet,
  makeNation,
  makeOfficer,
  makeSession,
} from "@/prisma/factories/communes";
import { connectAsOwner } from "@/prisma/factories/database";

function unitFor(role: Role, commune: MadeCommune, nation: MadeUnit): MadeUnit {
  if (role === "admin" || role === "auditor") return nation;
  return role === "coordinator" || role === "leader" ? commune.province : commune;
}

/** A session of a new officer of a new commune, by its row and cookie: signing in is tested elsewhere. */
async function makeToken(role: Role): Promise<string> {
  const client = await connectAsOwner();
  try {
    const commune = await makeCommune(client);
    const unit = unitFor(role, commune, await makeNation(client));
    const hamlet = role === "hamlet" ? await makeHamlet(client, commune) : undefined;
    const officer = await makeOfficer(client, { role, unit, hamlet });
    return await makeSession(client, officer.officerId);
  } finally {
    await client.end();
  }
}

/** A browser of its own, signed in as a new officer of the role. */
export async function openAs(
  browser: Browser,
  role: Role,
  options: BrowserContextOptions = {},
): Promise<Page> {
  return openWith(await browser.newContext(options), await makeToken(role));
}

async function openWith(context: BrowserContext, value: string): Promise<Page> {
  const url = process.env.E2E_BASE_URL ?? "http://localhost:3200";
  await context.addCookies([{ name: "next-auth.session-token", value, url }]);
  return context.newPage();
}

/** The same for an officer that the story has made, on their home page. */
export async function openFor(browser: Browser, officer: MadeOfficer): Promise<Page> {
  const client = await connectAsOwner();
  try {
    const token = await makeSession(client, officer.officerId);
    const page = await openWith(await browser.newContext(), token);
    await page.goto("/home");
    return page;
  } finally {
    await client.end();
  }
}
