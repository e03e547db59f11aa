import { CrmError } from "@sweetspot/contract";
import type { ImportSource } from "@sweetspot/crm-import";
import { ImportFileError, type TextWriter } from "@sweetspot/crm-import/reading";
import { openRelationFile, type RelationFile } from "./file-rows.ts";
import { createImportTally, type ImportTally } from "./import-tally.ts";
import type { RelationImportProgress, RelationImportReport } from "./relation-report.model.ts";
import type {
  RelationCounts,
  RelationImportSource,
  RelationKind,
  RelationSink,
} from "./relation-sink.port.ts";
import { writeRelations } from "./write-relations.ts";

export interface RelationImportRequest {
  /** The files of one source, in any order: CSV by kind or JSON lines, plain or gzip. They become visible together. */
  readonly files: readonly ImportSource[];
  readonly source: RelationImportSource;
  readonly sink: RelationSink;
  /** Aborting takes back everything. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RelationImportProgress) => void;
  /** Takes every problem as CSV. */
  readonly badRows?: TextWriter;
}

/**
 * Imports the files of one source: all good rows of all files, or, where a file cannot be read, the sink fails or the signal
 * aborts, nothing. Always answers with a report; only errors that are none of the files' or the sink's are thrown.
 */
export async function importRelations(request: RelationImportRequest): Promise<RelationImportReport> {
  const started = performance.now();
  const tally = createImportTally(request);
  const toReport = async (
    outcome: RelationImportReport["outcome"],
    counts: RelationCounts = NOTHING,
    failure?: string,
  ): Promise<RelationImportReport> => {
    await tally.flush();
    tally.tell("done");
    return {
      outcome,
      files: tally.files,
      counts,
      problems: tally.problems.first,
      problemCount: tally.problems.count,
      ...(failure === undefined ? {} : { failure }),
      durationMs: Math.round(performance.now() - started),
    };
  };
  try {
    const files = await openFiles(request, tally);
    return await toReport("finished", await write(request, files, tally));
  } catch (error) {
    if (request.signal?.aborted) return toReport("cancelled");
    if (error instanceof ImportFileError) {
      tally.refuse(error.file, { code: error.code, message: error.message });
      return toReport("failed", NOTHING, error.message);
    }
    if (CrmError.is(error)) return toReport("failed", NOTHING, error.message);
    throw error;
  }
}

async function openFiles(
  { files, signal }: RelationImportRequest,
  tally: ImportTally,
): Promise<readonly RelationFile[]> {
  const opened: RelationFile[] = [];
  for (const source of files) {
    signal?.throwIfAborted();
    tally.tell("looking", source.name);
    opened.push(await openRelationFile(source, { signal }));
  }
  return opened;
}

async function write(
  { sink, source, signal }: RelationImportRequest,
  files: readonly RelationFile[],
  tally: ImportTally,
): Promise<RelationCounts> {
  const options = signal === undefined ? {} : { signal };
  signal?.throwIfAborted();
  const writer = await sink.begin(source, options);
  try {
    await writeRelations(files, writer, { tally, whole: source.whole === true, signal });
    signal?.throwIfAborted();
    refuseEmptyWhole(source, tally);
    await tally.flush();
    tally.tell("finishing");
    return await writer.finish(options);
  } catch (error) {
    await writer.abort();
    throw error;
  }
}

/** A file that could not be understood would end everything the source ever said. */
function refuseEmptyWhole({ whole, name }: RelationImportSource, tally: ImportTally): void {
  if (!whole || tally.good("ties") > 0) return;
  throw new CrmError(
    "malformed",
    `The files hold no tie that could be taken, and as the whole of "${name}" they would end all of its ties. Nothing was changed.`,
  );
}

const NONE = { created: 0, updated: 0, unchanged: 0, ended: 0 };
const NOTHING: Readonly<Record<RelationKind, typeof NONE>> = { people: NONE, bodies: NONE, ties: NONE };
