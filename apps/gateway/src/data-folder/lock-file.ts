import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { z } from "zod";
import { StartError, systemCode } from "./start-error.ts";

export const LOCK_FILE = "gateway.lock";
const TAKEOVER_MS = 60_000;

const lockSchema = z.object({
  pid: z.number().int(),
  /** Start of that process in the machine's own count; tells a new process with an old number apart. */
  processStart: z.string(),
  /** Where it answers; empty while it starts. */
  address: z.string(),
  /** What command-line tools of the same user show instead of a session. */
  secret: z.string(),
});
export type LockContent = z.infer<typeof lockSchema>;

/** One gateway's hold on a data folder. */
export interface FolderLock {
  readonly secret: string;
  /** Names the address for command-line tools and for whoever tries to start a second gateway. */
  announce(address: string): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes the data folder for this process. A lock left behind by a process that is gone, as after `kill -9`, is taken
 * over.
 *
 * @throws StartError naming process and address when another gateway has the folder
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = path.join(folder, LOCK_FILE);
  const content: LockContent = {
    pid: process.pid,
    processStart: await processStartOf(process.pid),
    address: "",
    secret: randomBytes(32).toString("base64url"),
  };
  if (!(await create(file, content))) await takeOver(file, content);
  return {
    secret: content.secret,
    announce: (address) => replace(file, { ...content, address }),
    release: () => rm(file, { force: true }),
  };
}

/** What a lock file says; undefined where there is none, or none that can be read. */
export async function readLock(file: string): Promise<LockContent | undefined> {
  const text = await readFile(file, "utf8").catch(() => "");
  try {
    return lockSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Is the process that wrote the lock still there? */
export async function isLive(lock: LockContent): Promise<boolean> {
  if (lock.pid === process.pid) return lock.processStart === (await processStartOf(process.pid));
  try {
    process.kill(lock.pid, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    if (systemCode(error) !== "EPERM") return false;
  }
  return lock.processStart === (await processStartOf(lock.pid));
}

/** Appears with all of its content or not at all, so that nobody takes a half-written lock for a broken one. */
async function create(file: string, content: LockContent): Promise<boolean> {
  const draft = `${file}.draft-${randomBytes(6).toString("hex")}`;
  await writeFile(draft, JSON.stringify(content), { mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Replaces the lock of a process that is gone. Of several that start at once, the one that creates the second file may;
 * the lock itself is never missing meanwhile, so nobody slips in.
 */
async function takeOver(file: string, content: LockContent): Promise<void> {
  const folder = path.dirname(file);
  const found = await readLock(file);
  if (found && (await isLive(found))) throw new StartError(takenMessage(folder, found));
  const right = `${file}.takeover`;
  // Left behind only by a crash within the few milliseconds below.
  const age = Date.now() - ((await stat(right).catch(() => undefined))?.mtimeMs ?? Date.now());
  if (age > TAKEOVER_MS) await rm(right, { force: true });
  if (!(await create(right, content))) throw new StartError(takenMessage(folder, undefined));
  try {
    if (await create(file, content)) return;
    const now = await readLock(file);
    if (now && (await isLive(now))) throw new StartError(takenMessage(folder, now));
    await replace(file, content);
  } finally {
    await rm(right, { force: true });
  }
}

async function replace(file: string, content: LockContent): Promise<void> {
  const draft = `${file}.draft-${randomBytes(6).toString("hex")}`;
  await writeFile(draft, JSON.stringify(content), { mode: 0o600 });
  await rename(draft, file);
}

function takenMessage(folder: string, lock: LockContent | undefined): string {
  const where = lock?.address ? ` at ${lock.address}` : "";
  const who = lock ? ` (process ${lock.pid})` : "";
  return (
    `Sweetspot is already running${where}${who} on the data folder ${folder}. ` +
    "Use that one, stop it first, or choose another folder with SWEETSPOT_DATA."
  );
}

/** Field 22 of /proc/<pid>/stat: unlike the number, it is never used again. Empty where there is no /proc. */
async function processStartOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}
