import { type AccountTree, createAccountTree } from "./account-tree.ts";
import { ImportFileError } from "./import-problem.model.ts";
import type { ImportProgress } from "./import-report.model.ts";
import type { ImportSink } from "./import-sink.port.ts";
import type { ImportTally } from "./import-tally.ts";
import { isWanted, type JobFile } from "./job-file.ts";
import { readRecords } from "./record-stream.ts";
import type { ReferenceResolver } from "./references.ts";
import { createRowReader } from "./row-reader.ts";

export interface ReadTreeOptions {
  readonly sink: ImportSink;
  readonly resolver: ReferenceResolver;
  readonly tally: ImportTally;
  readonly currency: string;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((progress: ImportProgress) => void) | undefined;
}

/** First pass over the account files. A file that breaks on the way is refused, and the others are read again. */
export async function readTree(files: readonly JobFile[], options: ReadTreeOptions): Promise<AccountTree> {
  for (;;) {
    const tree = createAccountTree();
    if (await isFilled(tree, files, options)) {
      await tree.link(options);
      return tree;
    }
  }
}

async function isFilled(
  tree: AccountTree,
  files: readonly JobFile[],
  { tally, currency, signal, onProgress }: ReadTreeOptions,
): Promise<boolean> {
  const onBytes = (bytes: number): void => tally.addBytes(bytes);
  for (const { source, file, kind } of files.filter((candidate) => isWanted(candidate, tally))) {
    const reader = createRowReader(file, kind, currency);
    try {
      for await (const { records } of readRecords(source, file, { signal, onBytes })) {
        signal?.throwIfAborted();
        for (const record of records) {
          const outcome = reader.read(record);
          if (outcome.state !== "good") continue;
          const { id, name, references } = outcome.row;
          tree.add(id, name, references["parent"]);
        }
        onProgress?.(tally.progress("checking", file.name));
      }
    } catch (error) {
      if (!(error instanceof ImportFileError)) throw error;
      tally.of(file).refused = { code: error.code, message: error.message };
      return false;
    }
  }
  return true;
}
