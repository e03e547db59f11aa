import type { ImportSource } from "@sweetspot/crm-import";
import type { RelationImportProgress } from "./relation-report.model.ts";
import type { RelationImportSource, RelationSink } from "./relation-sink.port.ts";

export interface RelationImportRequest {
  /** The files of one source, in any order: CSV by kind or JSON lines, plain or gzip. They become visible together. */
  readonly files: readonly ImportSource[];
  readonly source: RelationImportSource;
  readonly sink: RelationSink;
  /** Aborting takes back everything. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RelationImportProgress) => void;
  /** Takes every problem as CSV. */
  readonly badRows?: { write(text: string): void | Promise<void> };
}
