import { accessSync, constants, linkSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { signalGroup } from "./child";
import { writePrivate } from "./files";
import { Problem } from "./problem";
import { isSameProcess, processIdentity } from "./process-identity";

interface Running {
  pid: number;
  identity: string | null;
  port: number;
  /** It has been asked to end and will be gone in a moment. */
  stopping?: true;
  children: { pid: number; identity: string | null }[];
}

/** The note in the data folder that says who is running the portal from it. */
export interface Lock {
  /** Children are noted so that the next start can end them if this process is killed outright. */
  add(pid: number): void;
  remove(pid: number): void;
  /** Says that this process is ending: the next start waits for it instead of refusing. */
  stopping(): void;
  release(): void;
}

/**
 * Takes the data folder for this process, or throws the sentence that names who has it. What an
 * earlier start left running when it was killed is ended first.
 */
export async function takeLock(dataDir: string, port: number): Promise<Lock> {
  makeWritable(dataDir);
  const file = join(dataDir, "running.json");
  const note: Running = {
    pid: process.pid,
    identity: processIdentity(process.pid),
    port,
    children: [],
  };
  while (!placeAtomically(file, JSON.stringify(note))) await clearTheWay(file);
  const save = () => {
    try {
      writePrivate(file, JSON.stringify(note));
    } catch {
      // A full disk must not keep anything from stopping; the guards of the children remain.
    }
  };
  return {
    add(pid) {
      note.children.push({ pid, identity: processIdentity(pid) });
      save();
    },
    remove(pid) {
      note.children = note.children.filter((child) => child.pid !== pid);
      save();
    },
    stopping() {
      note.stopping = true;
      save();
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** Removes the note of a process that is gone; throws when it is there to stay. */
async function clearTheWay(file: string): Promise<void> {
  const other = readNote(file);
  if (other && isSameProcess(other.pid, other.identity)) return refuseUnlessStopping(file, other);
  await endLeftOvers(other?.children ?? []);
  // Unless a third start has taken its place meanwhile.
  if (readNote(file)?.pid === other?.pid) rmSync(file, { force: true });
}

async function refuseUnlessStopping(file: string, other: Running): Promise<void> {
  await sleep(LOOK_AGAIN_MS);
  const now = readNote(file);
  if (now?.pid !== other.pid || now.stopping) return;
  throw new Problem("start.alreadyRunning", { pid: `${other.pid}`, port: `${other.port}` });
}

function makeWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch (cause) {
    throw new Problem("start.dataNotWritable", { path: dataDir }, { cause });
  }
}

// npm ends before the program it runs has heard of it: what was stopped just now may not say so yet.
const LOOK_AGAIN_MS = 500;

/** A link is made in one step and fails when the name exists: two starts can't both succeed. */
function placeAtomically(file: string, content: string): boolean {
  const draft = `${file}.${process.pid}.new`;
  writePrivate(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readNote(file: string): Running | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Running;
  } catch {
    return null;
  }
}

const PATIENCE_MS = 15_000;

async function endLeftOvers(children: Running["children"]): Promise<void> {
  const alive = () => children.filter((child) => isSameProcess(child.pid, child.identity));
  for (const child of alive()) signalGroup(child.pid, "SIGINT");
  const deadline = Date.now() + PATIENCE_MS;
  while (alive().length > 0 && Date.now() < deadline) await sleep(100);
  for (const child of alive()) signalGroup(child.pid, "SIGKILL");
}
