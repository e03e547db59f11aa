import { mkdir, readdir, rm, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import { StartError, systemCode } from "./start-error.ts";

/** A new database takes about 60 MB; below that it would break off halfway. */
const NEEDED_FOR_NEW = 128 * 1024 * 1024;
const NEEDED_TO_GO_ON = 16 * 1024 * 1024;

/** The calls that can fail for reasons of the machine; a test puts failing ones in their place. */
export interface FolderCalls {
  readonly mkdir: typeof mkdir;
  readonly writeFile: typeof writeFile;
  readonly statfs: typeof statfs;
}

/**
 * Makes the data folder and proves that it can be written, before anything in it is touched.
 *
 * @throws StartError when it is a file, read-only or full
 */
export async function prepareDataFolder(
  folder: string,
  calls: FolderCalls = { mkdir, writeFile, statfs },
): Promise<void> {
  try {
    await calls.mkdir(folder, { recursive: true, mode: 0o700 });
    const probe = path.join(folder, `.probe-${process.pid}`);
    await calls.writeFile(probe, "Sweetspot was here to see whether it can write.\n");
    await rm(probe, { force: true });
  } catch (error) {
    throw new StartError(explain(folder, systemCode(error)), { cause: error });
  }
  const { bavail, bsize } = await calls.statfs(folder);
  const free = bavail * bsize;
  const needed = (await isNew(folder)) ? NEEDED_FOR_NEW : NEEDED_TO_GO_ON;
  if (free < needed) throw new StartError(fullMessage(folder, free, needed));
}

const isNew = async (folder: string): Promise<boolean> => !(await readdir(folder)).includes("database");

function explain(folder: string, code: string): string {
  switch (code) {
    case "EEXIST":
    case "ENOTDIR":
      return `The data folder ${folder} is a file, or lies below one. Move it away, or choose another folder with SWEETSPOT_DATA.`;
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return `The data folder ${folder} cannot be written (${code}). Make it writable for this user, or choose another folder with SWEETSPOT_DATA.`;
    case "ENOSPC":
    case "EDQUOT":
      return `The disk of the data folder ${folder} is full. Free some space, or choose another folder with SWEETSPOT_DATA. Nothing was changed.`;
    default:
      return `The data folder ${folder} cannot be used (${code || "unknown reason"}). Choose another one with SWEETSPOT_DATA.`;
  }
}

const fullMessage = (folder: string, free: number, needed: number): string =>
  `The disk of the data folder ${folder} is almost full: ${megabytes(free)} MB are free, ${megabytes(needed)} MB are needed. ` +
  "Free some space, or choose another folder with SWEETSPOT_DATA. Nothing was changed.";

const megabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024);
