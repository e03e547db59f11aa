import { createGunzip } from "node:zlib";
import { ImportFileError } from "./import-problem.model.ts";
import type { ImportSource } from "./import-source.port.ts";

export interface ByteStreamOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the number of bytes of each chunk as it lies on disk, before it is unpacked. */
  readonly onBytes?: (bytes: number) => void;
}

/** The file's content, unpacked where it is gzip. Throws `ImportFileError` "broken-gzip" or "unreadable". */
export async function* readBytes(
  source: ImportSource,
  options: ByteStreamOptions = {},
): AsyncGenerator<Uint8Array> {
  const packed = counted(source, options)[Symbol.asyncIterator]();
  try {
    const first = await packed.next();
    if (first.done) return;
    const chunks = prepend(first.value, packed);
    yield* isGzip(first.value) ? unpack(source.name, chunks) : chunks;
  } finally {
    await packed.return?.(undefined);
  }
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function* counted(source: ImportSource, options: ByteStreamOptions): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of source.open()) {
      options.signal?.throwIfAborted();
      options.onBytes?.(chunk.length);
      yield chunk;
    }
  } catch (error) {
    options.signal?.throwIfAborted();
    throw new ImportFileError(
      "unreadable",
      source.name,
      `${source.name} could not be read: ${String(error)}`,
      {
        cause: error,
      },
    );
  }
}

async function* prepend(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* unpack(name: string, packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const feeding = feed(gunzip, packed);
  feeding.catch((error: unknown) => gunzip.destroy(error as Error));
  try {
    for await (const chunk of gunzip) yield chunk as Uint8Array;
    await feeding;
  } catch (error) {
    if (error instanceof ImportFileError || !isZlibError(error)) throw error;
    throw new ImportFileError(
      "broken-gzip",
      name,
      `${name} is a damaged gzip file (${error.message}). Pack or download it again.`,
      { cause: error },
    );
  } finally {
    gunzip.destroy();
  }
}

async function feed(
  gunzip: ReturnType<typeof createGunzip>,
  packed: AsyncIterable<Uint8Array>,
): Promise<void> {
  for await (const chunk of packed) {
    if (gunzip.destroyed) return;
    if (!gunzip.write(chunk)) await new Promise<void>((resolve) => onceDrained(gunzip, resolve));
  }
  gunzip.end();
}

function onceDrained(gunzip: ReturnType<typeof createGunzip>, resolve: () => void): void {
  const done = (): void => {
    gunzip.off("drain", done).off("close", done);
    resolve();
  };
  gunzip.on("drain", done).on("close", done);
}

const isZlibError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("Z_");
