import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Child, startChild } from "../running/child";
import { Problem } from "../running/problem";
import { program } from "./binaries";
import type { Place } from "./place";
import { endStaleServer } from "./stale";

export interface Cluster {
  child: Child;
  /** Address of a database of this cluster for one of its logins. */
  url(login: Login): string;
}

interface Login {
  user: string;
  password: string;
  database: string;
}

export interface ClusterOptions {
  port: number;
  password: string;
  logFile: string;
  /** For tests: nothing survives a power cut, everything is quicker. */
  disposable?: boolean;
}

const SUPERUSER = "postgres";

// PostgreSQL's own messages in English, so that they can be recognised.
const environment = () => ({ PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" });

/** Makes the cluster if it is not there, starts it and waits until it answers. */
export async function startCluster(place: Place, options: ClusterOptions): Promise<Cluster> {
  if (!existsSync(join(place.data, "PG_VERSION"))) await initialise(place, options);
  await endStaleServer(place.data);
  const log = openSync(options.logFile, "w", 0o600);
  const sockets = socketFolder(place);
  const settings = [...settingsFor(options), `unix_socket_directories=${sockets ?? ""}`];
  const child = await startChild({
    command: program(place.native, "postgres"),
    args: ["-D", place.data, ...settings.flatMap((setting) => ["-c", setting])],
    env: environment(),
    cwd: "/",
    stdio: ["ignore", log, log],
    user: place.user,
    stopSignal: "SIGINT",
    stopsLast: true,
  });
  closeSync(log);
  const url: Cluster["url"] = (login) => addressOf(login, { port: options.port, sockets });
  const own = url({ user: SUPERUSER, password: options.password, database: "postgres" });
  try {
    await untilAnswering(own, child, options.logFile);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { child, url };
}

/** The system's own limit for a socket's path, on the strictest of systems. */
const LONGEST_SOCKET_PATH = 103;

/**
 * Where the server's socket lies: a message through it costs half of what one through the loopback
 * address does. Null where there are none, or the path is too long; the loopback address is always there.
 */
function socketFolder({ home }: Place): string | null {
  if (process.platform === "win32") return null;
  const longest = Buffer.byteLength(join(home, ".s.PGSQL.65535"));
  return longest <= LONGEST_SOCKET_PATH ? home : null;
}

function addressOf(
  { user, password, database }: Login,
  { port, sockets }: { port: number; sockets: string | null },
): string {
  if (!sockets) return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  const where = new URLSearchParams({ host: sockets, port: `${port}`, user, password });
  return `postgresql:///${database}?${where}`;
}

/** Address of the superuser, used only to make the owner and the database. */
export function superuserUrl(cluster: Cluster, password: string): string {
  return cluster.url({ user: SUPERUSER, password, database: "postgres" });
}

/** The server's log tells of its own state only: an error quotes statements and rows, so people. */
const QUIET = ["log_min_messages=log", "log_min_error_statement=panic", "log_checkpoints=off"];

function settingsFor({ port, disposable }: ClusterOptions): string[] {
  return [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "timezone=UTC",
    "max_connections=100",
    "shared_buffers=256MB",
    "work_mem=16MB",
    "maintenance_work_mem=256MB",
    "max_wal_size=2GB",
    ...QUIET,
    ...(hasRoomForSharedMemory() ? [] : ["dynamic_shared_memory_type=mmap"]),
    ...(disposable ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off"] : []),
  ];
}

/** Containers give /dev/shm 64 MB, too little for a parallel query; files do instead. */
function hasRoomForSharedMemory(): boolean {
  if (process.platform !== "linux" || !existsSync("/dev/shm")) return process.platform !== "linux";
  const { bavail, bsize } = statfsSync("/dev/shm");
  return bavail * bsize > 512 * 1024 * 1024;
}

/** Under another name first: an interrupted beginning must not look like a database. */
async function initialise(place: Place, { password, disposable }: ClusterOptions): Promise<void> {
  const draft = join(place.home, "new");
  const passwordFile = join(place.home, "password");
  for (const left of [draft, passwordFile]) rmSync(left, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid);
  try {
    await runInitdb(place, [
      "-D",
      draft,
      `--pwfile=${passwordFile}`,
      ...(disposable ? ["--no-sync"] : []),
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, place.data);
}

// The built-in locale sorts and folds case the same on every machine; Vietnamese order is asked for
// by name, with an ICU collation, where it is wanted.
const LOCALE = [
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
];

async function runInitdb(place: Place, args: string[]): Promise<void> {
  const child = await startChild({
    command: program(place.native, "initdb"),
    args: [...args, ...LOCALE, `--username=${SUPERUSER}`, "--auth=scram-sha-256"],
    env: environment(),
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
    user: place.user,
    stopSignal: "SIGINT",
  });
  let output = "";
  child.process.stderr?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const status = await child.ended;
  if (status === "0") return;
  throw new Problem("embedded.notInitialised", { path: place.data }, { detail: output });
}

/** Recovery after a power cut may take a while, and answers "starting up" meanwhile. */
async function untilAnswering(url: string, child: Child, logFile: string): Promise<void> {
  let ended = false;
  void child.ended.then(() => {
    ended = true;
  });
  while (!(await answers(url))) {
    if (ended) throw failureIn(readFileSync(logFile, "utf8"));
    await sleep(50);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "28P01") throw new Problem("embedded.passwordLost", {}, { cause: error });
    return false;
  }
}

function failureIn(log: string): Error {
  const told = log.split("\n").filter((line) => /FATAL|PANIC|ERROR|could not|No space/.test(line));
  return new Problem(
    "embedded.notStarted",
    {},
    { detail: told.length > 0 ? told.join("\n") : log },
  );
}
