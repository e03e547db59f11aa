import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE_MS = 240_000;

/**
 * A data folder with the demo company, as after the first start and a clean stop. Filling one takes seconds of a whole
 * core, so it is done once in a test run, by whichever worker asks first, and copied for everybody.
 *
 * @param fill starts a gateway on the folder and stops it again
 */
export async function copyDemoFolder(fill: (dataFolder: string) => Promise<void>): Promise<string> {
  const shared = sharedFolder(process.ppid);
  const ready = path.join(shared, "ready");
  const demo = path.join(shared, "demo");
  const deadline = Date.now() + PATIENCE_MS;
  while (!existsSync(ready)) {
    if (await isMine(shared)) await fillOnce(shared, () => fill(demo));
    else if (Date.now() > deadline) throw new Error(`Another worker did not fill ${shared} in time.`);
    else await pause(200);
  }
  const copy = await mkdtemp(path.join(tmpdir(), "sweetspot-e2e-"));
  await cp(demo, copy, { recursive: true });
  return copy;
}

/** Removes what the workers of this run shared, and what runs left that were killed. */
export async function removeDemoFolders(): Promise<void> {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  const over = folders.filter((name) => {
    const runner = Number(name.slice(PREFIX.length));
    return runner === process.pid || !isRunning(runner);
  });
  await Promise.all(over.map((name) => rm(path.join(tmpdir(), name), { recursive: true, force: true })));
}

const PREFIX = "sweetspot-e2e-demo-";

/** Workers are children of the runner, so its process id names the run. */
const sharedFolder = (runner: number): string => path.join(tmpdir(), `${PREFIX}${runner}`);

/** A filling that failed makes room for the next who tries. */
async function fillOnce(shared: string, fill: () => Promise<void>): Promise<void> {
  try {
    await fill();
    await writeFile(path.join(shared, "ready"), "");
  } catch (error) {
    await rm(shared, { recursive: true, force: true });
    throw error;
  }
}

/** Making a folder succeeds for one of several that try at once. */
async function isMine(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch {
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
