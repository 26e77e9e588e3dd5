import { setTimeout as sleep } from "node:timers/promises";
import type { ClientBase } from "pg";
import { pathFor, withConnection, withLogin } from "./connection";

/** A prepared database and the logins by which copies of it are made and used. */
export interface Template {
  /** The owner's address, of a database that is not the template. */
  ownerUrl: string;
  login: { user: string; password: string };
}

const TEMPLATE = "portal_test_template";

/** Makes the template anew and fills it; nobody may be connected to it afterwards. */
export async function makeTemplate(
  ownerUrl: string,
  fill: (url: string) => Promise<void>,
): Promise<void> {
  await remake(ownerUrl, TEMPLATE, "template0");
  await fill(pathFor(ownerUrl, TEMPLATE));
}

/** A fresh copy of the template under this name: addresses for its owner and for the application. */
export async function cloneTemplate({ ownerUrl, login }: Template, name: string) {
  const database = `portal_test_${name}`;
  await remake(ownerUrl, database, TEMPLATE);
  const own = pathFor(ownerUrl, database);
  return { ownerUrl: own, appUrl: withLogin(own, login.user, login.password) };
}

/** The server's own vacuum may be at work in there, and only a superuser may end that. */
const NOT_OURS_TO_END = "42501";
const TRIES = 40;

/** Drops a database, waiting for the server's own vacuum where it is under way. */
async function drop(owner: Pick<ClientBase, "query">, database: string): Promise<void> {
  for (let left = TRIES; ; left -= 1) {
    try {
      await owner.query(`drop database if exists ${database} with (force)`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== NOT_OURS_TO_END || left === 0) throw error;
      await sleep(250);
    }
  }
}

async function remake(ownerUrl: string, database: string, template: string): Promise<void> {
  await withConnection(ownerUrl, async (owner) => {
    await drop(owner, database);
    await owner.query(`create database ${database} template ${template}`);
  });
}

/** Leaves a server that was lent as it was found. */
export async function dropClones(ownerUrl: string): Promise<void> {
  await withConnection(ownerUrl, async (owner) => {
    const query = "select datname from pg_database where datname like 'portal\\_test\\_%'";
    const { rows } = await owner.query<{ datname: string }>(query);
    for (const { datname } of rows) await drop(owner, datname);
  });
}
