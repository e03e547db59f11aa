import type { RecordId } from "@sweetspot/contract";
import { createCompactIndex, createNumberList } from "./compact-index.ts";
import type { ImportKind } from "./import-sink.port.ts";

/** Which ids an import has had already, and where. */
export interface SeenRows {
  /** Where the id stood before, or undefined where it is new; then it is remembered. */
  firstPlace(kind: ImportKind, file: string, id: RecordId, line: number): string | undefined;
  /** The file was refused after all: its rows do not count. */
  forgetFile(file: string): void;
}

export function createSeenRows(): SeenRows {
  const seen = new Map<ImportKind, Map<string, SeenFile>>();
  return {
    firstPlace(kind, file, id, line) {
      const files = seen.get(kind) ?? new Map<string, SeenFile>();
      seen.set(kind, files);
      for (const [name, { index, lines }] of files) {
        const at = name === file ? -1 : index.find(id);
        if (at >= 0) return `${name}, line ${lines.get(at)}`;
      }
      const own = files.get(file) ?? { index: createCompactIndex(), lines: createNumberList() };
      files.set(file, own);
      if (own.index.add(id) < 0) return `line ${own.lines.get(own.index.find(id))}`;
      own.lines.push(line);
      return undefined;
    },
    forgetFile(file) {
      for (const files of seen.values()) files.delete(file);
    },
  };
}

interface SeenFile {
  readonly index: ReturnType<typeof createCompactIndex>;
  readonly lines: ReturnType<typeof createNumberList>;
}
