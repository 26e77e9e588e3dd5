import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
} from "node:fs";
import { join } from "node:path";
import { writePrivate } from "../running/files";
import { Problem } from "../running/problem";
import { say, text } from "../running/say";
import { PROJECT } from "../running/settings";
import { runnablePostgres } from "./binaries";
import { canWrite, type ServerUser, serverUser } from "./user";

/** Where an embedded PostgreSQL lives and as whom it runs. */
export interface Place {
  /** Holds the data, the passwords and, where needed, a copy of the programs. */
  root: string;
  /** Owned by the user; holds one folder of data for each major version of PostgreSQL. */
  home: string;
  data: string;
  native: string;
  user: ServerUser | undefined;
}

/** Folders of the system that last, for the case that the project's own is out of reach. */
const SYSTEM_FOLDERS = ["/var/lib", "/opt"].map((folder) =>
  join(folder, "vaccination-records-portal"),
);

/**
 * The place of the portal's own database: the data folder, or a lasting folder of the system when
 * we are root and the user that PostgreSQL runs as can't reach the data folder (a project below a
 * private home). The data folder then holds a note that says where: without the note, as without
 * the folder, a start begins anew.
 */
export function portalPlace(dataDir: string): Place {
  mkdirSync(dataDir, { recursive: true });
  const root = notedRoot(dataDir) ?? dataDir;
  const user = serverUser(join(root, "postgres"));
  if (prepare(root, user)) return place(root, user);
  if (mayHoldData(join(root, "postgres"))) {
    throw new Problem("embedded.dataOutOfReach", {
      path: join(root, "postgres"),
      user: user?.name ?? "",
    });
  }
  if (!user) throw new Problem("embedded.dataNotWritable", { path: dataDir });
  const elsewhere = systemRoot(user, randomBytes(4).toString("hex"));
  writeNote(dataDir, elsewhere);
  say(text("progress.dataElsewhere", { user: user.name, path: elsewhere }));
  return place(elsewhere, user);
}

/** A place that is thrown away after use, below `root`, which must be within everyone's reach. */
export function temporaryPlace(root: string): Place {
  const user = serverUser(join(root, "postgres"));
  if (!prepare(root, user)) throw new Problem("embedded.dataNotWritable", { path: root });
  return place(root, user);
}

function place(root: string, user: ServerUser | undefined): Place {
  const home = join(root, "postgres");
  const { native, major } = runnablePostgres(user, () =>
    user ? systemRoot(user, "programs") : root,
  );
  return { root, home, data: join(home, major), native, user };
}

/** Makes `root` and a home in it that the user owns; false when it can't be reached or written. */
function prepare(root: string, user: ServerUser | undefined): boolean {
  const home = join(root, "postgres");
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    if (user) {
      chmodSync(root, 0o711);
      chownSync(home, user.uid, user.gid);
    }
  } catch {
    return false;
  }
  const reached = canWrite(user, home);
  if (!reached && !mayHoldData(home)) rmdirSync(home);
  return reached;
}

/** A folder that we may not look into may hold data: nothing is ever begun anew beside it. */
function mayHoldData(folder: string): boolean {
  try {
    return existsSync(folder) && readdirSync(folder).length > 0;
  } catch {
    return true;
  }
}

const noteFile = (dataDir: string) => join(dataDir, "postgres-place.json");

function writeNote(dataDir: string, root: string): void {
  writePrivate(noteFile(dataDir), JSON.stringify({ project: PROJECT, root }));
}

/** The folder named by an earlier start; a moved project keeps it, a copied one has one of its own. */
function notedRoot(dataDir: string): string | null {
  if (!existsSync(noteFile(dataDir))) return null;
  const note = JSON.parse(readFileSync(noteFile(dataDir), "utf8")) as {
    project: string;
    root: string;
  };
  const isCopy = note.project !== PROJECT && existsSync(note.project);
  if (isCopy || !existsSync(note.root)) return null;
  writeNote(dataDir, note.root);
  return note.root;
}

function systemRoot(user: ServerUser, name: string): string {
  for (const folder of SYSTEM_FOLDERS) {
    if (!prepareShared(folder)) continue;
    const root = join(folder, name);
    if (prepare(root, user)) return root;
  }
  throw new Problem("embedded.nowhere", { user: user.name });
}

/** The folder of all installations on this machine: passable for everyone, written by root only. */
function prepareShared(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o711);
    return true;
  } catch {
    return false;
  }
}
