import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import type { ImportSource } from "./import-source.port.ts";

const CHUNK_BYTES = 256 * 1024;

/** A file on this machine. Fails as `stat` does where it cannot be read. */
export async function createFileSource(file: string, name = path.basename(file)): Promise<ImportSource> {
  const { size } = await stat(file);
  return { name, bytes: size, open: () => createReadStream(file, { highWaterMark: CHUNK_BYTES }) };
}

/** Bytes already in memory, for heads sent by a browser and for tests. */
export const createMemorySource = (
  name: string,
  content: Uint8Array | string,
  chunkBytes = CHUNK_BYTES,
): ImportSource => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    name,
    bytes: bytes.length,
    open: async function* () {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    },
  };
};
