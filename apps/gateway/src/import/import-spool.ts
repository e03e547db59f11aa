import { createWriteStream } from "node:fs";
import { appendFile, mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { CrmError } from "@sweetspot/contract";
import { createFileSource, type ImportSource } from "@sweetspot/crm-import";
import { systemCode } from "../data-folder/start-error.ts";

/** Where one import job keeps its uploads and its bad rows. Files are numbered: a user's file name is never a path. */
export interface ImportSpool {
  /** Stores an upload. @throws CrmError `unavailable` where the disk is full; then nothing of it is left */
  store(name: string, body: ReadableStream<Uint8Array>): Promise<ImportSource>;
  drop(name: string): Promise<void>;
  /** Begins the bad rows anew. */
  clearBadRows(): Promise<void>;
  appendBadRows(text: string): Promise<void>;
  readBadRows(): Promise<Buffer>;
  remove(): Promise<void>;
}

export function createImportSpool(folder: string): ImportSpool {
  const paths = new Map<string, string>();
  const badRows = path.join(folder, "bad-rows.csv");
  let files = 0;
  return {
    async store(name, body) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, `${++files}.upload`);
      try {
        await pipeline(
          Readable.fromWeb(body as NodeReadableStream),
          createWriteStream(file, { mode: 0o600 }),
        );
      } catch (error) {
        await rm(file, { force: true });
        throw explain(error);
      }
      await forget(paths.get(name));
      paths.set(name, file);
      return createFileSource(file, name);
    },
    async drop(name) {
      await forget(paths.get(name));
      paths.delete(name);
    },
    async clearBadRows() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await rm(badRows, { force: true });
    },
    async appendBadRows(text) {
      await appendFile(badRows, text, { mode: 0o600 }).catch((error: unknown) => {
        throw explain(error);
      });
    },
    readBadRows: () =>
      readFile(badRows).catch(() => {
        throw new CrmError("not-found", "This import has no bad rows yet.");
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const forget = async (file: string | undefined): Promise<void> => {
  if (file !== undefined) await rm(file, { force: true });
};

function explain(error: unknown): CrmError {
  const code = systemCode(error);
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new CrmError(
      "unavailable",
      "The disk of the data folder is full. Free some space, then upload again.",
      { cause: error },
    );
  }
  return new CrmError(
    "unavailable",
    `The upload broke off${code === "" ? "" : ` (${code})`}. Upload the file again.`,
    {
      cause: error,
    },
  );
}
