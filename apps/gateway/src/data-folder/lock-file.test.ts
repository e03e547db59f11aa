import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isLive, LOCK_FILE, lockFolder, readLock } from "./lock-file.ts";
import { StartError } from "./start-error.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sweetspot-lock-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lockOf = () => readLock(path.join(folder, LOCK_FILE));

test("a folder has one gateway: the second is told who has it and where", async () => {
  const lock = await lockFolder(folder);
  await lock.announce("http://127.0.0.1:4173");
  const refused = await lockFolder(folder).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(StartError);
  expect(String(refused)).toContain(`http://127.0.0.1:4173 (process ${process.pid})`);
  await lock.release();
  await (await lockFolder(folder)).release();
});

test("only this user can read the lock's secret", async () => {
  const lock = await lockFolder(folder);
  await lock.announce("http://127.0.0.1:1");
  const { mode } = await stat(path.join(folder, LOCK_FILE));
  expect(mode & 0o077).toBe(0);
  expect((await lockOf())?.secret).toBe(lock.secret);
});

test("the lock of a process that is gone is taken over", async () => {
  const child = spawn(process.execPath, ["--eval", ""]);
  const pid = child.pid ?? 0;
  await once(child, "exit");
  await writeLock({ pid, processStart: "1", address: "http://127.0.0.1:9", secret: "old" });
  const lock = await lockFolder(folder);
  expect((await lockOf())?.pid).toBe(process.pid);
  expect(lock.secret).not.toBe("old");
});

test("the lock of a process whose number another one has now is taken over", async () => {
  await writeLock({ pid: process.ppid, processStart: "1", address: "", secret: "old" });
  await lockFolder(folder);
  expect((await lockOf())?.pid).toBe(process.pid);
});

test("a lock that was cut off while it was written is taken over", async () => {
  await writeFile(path.join(folder, LOCK_FILE), '{"pid": 1');
  await lockFolder(folder);
  expect((await lockOf())?.pid).toBe(process.pid);
});

test("of many who find the same stale lock, one gets the folder, time after time", async () => {
  for (let round = 0; round < 50; round += 1) {
    await writeLock({ pid: 2 ** 22 - 3, processStart: "1", address: "", secret: "old" });
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    expect(await readdir(folder)).toEqual([LOCK_FILE]);
  }
});

test("a running process is live, whoever owns it", async () => {
  const lock = await lockFolder(folder);
  expect(await isLive((await lockOf()) as never)).toBe(true);
  await lock.release();
});

const writeLock = (content: object) => writeFile(path.join(folder, LOCK_FILE), JSON.stringify(content));
