import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import * as files from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FolderCalls, prepareDataFolder } from "./data-folder.ts";

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), "sweetspot-folder-"));
});
afterEach(async () => {
  await chmod(parent, 0o700);
  await rm(parent, { recursive: true, force: true });
});

const calls: FolderCalls = { mkdir: files.mkdir, writeFile: files.writeFile, statfs: files.statfs };
const failing = (code: string) => async (): Promise<never> => {
  throw Object.assign(new Error(code), { code });
};
const refusalOf = (folder: string, given: FolderCalls = calls): Promise<string> =>
  prepareDataFolder(folder, given).then(
    () => "accepted",
    (error: Error) => error.message,
  );

test("a new folder is made, and left empty", async () => {
  const folder = path.join(parent, "a/b");
  expect(await refusalOf(folder)).toBe("accepted");
  expect(await readdir(folder)).toEqual([]);
});

test("a file in its place is named, with the remedy", async () => {
  const file = path.join(parent, "file");
  await writeFile(file, "");
  expect(await refusalOf(file)).toMatch(/file is a file.*SWEETSPOT_DATA/);
  expect(await refusalOf(path.join(file, "below"))).toMatch(/lies below one.*SWEETSPOT_DATA/);
});

test.each([
  ["EROFS", /cannot be written \(EROFS\).*writable.*SWEETSPOT_DATA/],
  ["EACCES", /cannot be written \(EACCES\)/],
  ["ENOSPC", /is full.*Free some space/],
])("%s on writing becomes words (injected: root may write everywhere)", async (code, words) => {
  expect(await refusalOf(parent, { ...calls, writeFile: failing(code) as never })).toMatch(words);
});

test("a disk that is almost full is refused before anything is written", async () => {
  const statfs = async () => ({ bavail: 10, bsize: 1024 * 1024 });
  expect(await refusalOf(parent, { ...calls, statfs: statfs as never })).toMatch(
    /10 MB are free, 128 MB are needed.*Nothing was changed/,
  );
});
