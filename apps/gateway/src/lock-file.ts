import { randomBytes } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { z } from "zod";
import { StartError, systemCode } from "./start-error.ts";

export const LOCK_FILE = "gateway.lock";

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
  if (!(await create(file, content))) {
    await removeStale(file);
    if (!(await create(file, content))) throw new StartError(takenMessage(folder, await readLock(file)));
  }
  return {
    secret: content.secret,
    async announce(address) {
      const next = `${file}.next`;
      await writeFile(next, JSON.stringify({ ...content, address }), { mode: 0o600 });
      await rename(next, file);
    },
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

async function create(file: string, content: LockContent): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(content), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** Moves the file aside before judging it again, so that two starts at once cannot both remove a fresh lock. */
async function removeStale(file: string): Promise<void> {
  const folder = path.dirname(file);
  const seen = await readLock(file);
  if (seen && (await isLive(seen))) throw new StartError(takenMessage(folder, seen));
  const aside = `${file}.stale-${process.pid}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return;
    throw error;
  }
  const moved = await readLock(aside);
  if (moved && (await isLive(moved))) {
    await rename(aside, file);
    throw new StartError(takenMessage(folder, moved));
  }
  await rm(aside, { force: true });
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
