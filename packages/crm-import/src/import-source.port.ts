/** Port. A file to import. It may be opened more than once: looked at, checked, then written. */
export interface ImportSource {
  /** Name shown in reports, without folders. */
  readonly name: string;
  /** Size on disk in bytes. */
  readonly bytes: number;
  /** The file's bytes from the beginning; the stream is closed when the reader leaves its loop. */
  open(): AsyncIterable<Uint8Array>;
}
