import type {
  ImportAlias,
  ImportOptions,
  ImportProgress,
  ImportReport,
  ImportSource,
  RecognisedFile,
} from "@sweetspot/crm-import";

/** Port. Where the command line's import is done: in a running gateway, or in the data folder itself. */
export interface ImportDesk {
  /** Said to the user before anything happens. */
  readonly place: string;
  /** The options to begin with. */
  readonly options: ImportOptions;
  /** Takes the files and says what they are. */
  survey(
    sources: readonly ImportSource[],
    options: ImportOptions,
    onFile: (name: string) => void,
  ): Promise<readonly RecognisedFile[]>;
  run(
    options: ImportOptions,
    onProgress: (progress: ImportProgress) => void,
    signal: AbortSignal,
  ): Promise<ImportReport>;
  saveAliases(aliases: readonly ImportAlias[]): Promise<void>;
  /** The bad rows of the last run as CSV, in pieces. */
  badRows(): AsyncIterable<Uint8Array | string>;
  close(): Promise<void>;
}
