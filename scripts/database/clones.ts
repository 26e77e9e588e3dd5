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

async function remake(ownerUrl: string, database: string, template: string): Promise<void> {
  await withConnection(ownerUrl, async (owner) => {
    await owner.query(`drop database if exists ${database} with (force)`);
    await owner.query(`create database ${database} template ${template}`);
  });
}

/** Leaves a server that was lent as it was found. */
export async function dropClones(ownerUrl: string): Promise<void> {
  await withConnection(ownerUrl, async (owner) => {
    const query = "select datname from pg_database where datname like 'portal\\_test\\_%'";
    const { rows } = await owner.query<{ datname: string }>(query);
    for (const { datname } of rows) await owner.query(`drop database ${datname} with (force)`);
  });
}
