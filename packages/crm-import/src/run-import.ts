import { CrmError } from "@sweetspot/contract";
import { checkMapping } from "./check-mapping.ts";
import { describeUnmatched } from "./describe-unmatched.ts";
import type { ImportOptions } from "./import-options.model.ts";
import { ImportFileError, type ImportProblem } from "./import-problem.model.ts";
import type { ImportAlias, ImportProgress, ImportReport } from "./import-report.model.ts";
import { IMPORT_KINDS, type ImportFileWriter, type ImportSink } from "./import-sink.port.ts";
import type { ImportSource } from "./import-source.port.ts";
import { createImportTally, type ImportTally } from "./import-tally.ts";
import { isWanted, type JobFile } from "./job-file.ts";
import { createProblemLog, type TextWriter } from "./problem-log.ts";
import { loadProductNames } from "./product-names.ts";
import { readTree } from "./read-tree.ts";
import { createReferenceResolver } from "./references.ts";
import { createSeenRows } from "./seen-rows.ts";
import type { RecognisedFile } from "./survey-file.ts";
import { type WriteContext, writeFileRows } from "./write-file.ts";

export interface ImportRequest {
  readonly files: readonly { readonly source: ImportSource; readonly file: RecognisedFile }[];
  readonly sink: ImportSink;
  readonly options: ImportOptions;
  readonly aliases: readonly ImportAlias[];
  /** Aborting takes back the file at hand; files finished before stay. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Takes every problem as CSV. */
  readonly badRows?: TextWriter;
}

/**
 * Imports files: what is pointed at first, whatever the order of the files. Each file is written whole or not at all;
 * bad rows are listed, good rows stay; nothing is ever deleted. Always answers with a report; only errors that are no
 * `CrmError` of the sink are thrown.
 */
export async function runImport(request: ImportRequest): Promise<ImportReport> {
  const started = performance.now();
  const { sink, options, signal } = request;
  const problems = createProblemLog<ImportProblem>(request.badRows);
  const files = request.files.map(({ file }) => file);
  const jobs = toJobs(request);
  const withTree = jobs.some(hasParents);
  const passes = (job: JobFile): number => (withTree && job.kind === "accounts" ? 2 : 1);
  const bytesTotal = jobs.reduce((sum, job) => sum + job.source.bytes * passes(job), 0);
  const tally = createImportTally(files, bytesTotal, problems);
  const create = new Set(
    (["accounts", "products", "teamMembers"] as const).filter((kind) => options.create[kind]),
  );
  const resolver = createReferenceResolver({ sink, aliases: request.aliases, create, signal });
  const context: Omit<WriteContext, "tree" | "products"> = {
    currency: options.currency,
    resolver,
    seen: createSeenRows(),
    tally,
    signal,
    async onBatch(file) {
      await problems.flush();
      request.onProgress?.(tally.progress("writing", file));
    },
  };
  const toReport = async (outcome: ImportReport["outcome"], failure?: string): Promise<ImportReport> => {
    await problems.flush();
    request.onProgress?.(tally.progress("matching", undefined));
    const unmatched = await describeUnmatched(outcome === "finished" ? sink : undefined, tally);
    request.onProgress?.(tally.progress("done", undefined));
    return {
      outcome,
      files: tally.files.map((file) => ({ ...file })),
      counts: tally.counts,
      problems: problems.first,
      problemCount: problems.count,
      unmatched,
      ...(failure === undefined ? {} : { failure }),
      durationMs: Math.round(performance.now() - started),
    };
  };

  try {
    refuseUnusable(jobs, tally);
    for (const kind of IMPORT_KINDS) {
      const group = jobs.filter((job) => job.kind === kind);
      const tree =
        kind === "accounts" && withTree
          ? await readTree(group, { ...context, sink, onProgress: request.onProgress })
          : undefined;
      const parts = tree === undefined ? group.map((job) => [job]) : [group];
      for (const part of parts) {
        const products = await loadProductNames(sink, signal);
        await writeTogether(part, sink, { ...context, tree, products });
        resolver.forget();
      }
    }
    return await toReport("finished");
  } catch (error) {
    if (signal?.aborted) return toReport("cancelled");
    if (CrmError.is(error)) return toReport("failed", error.message);
    throw error;
  }
}

function toJobs({ files }: ImportRequest): readonly JobFile[] {
  const jobs = files.flatMap(({ source, file }) => {
    const { kind } = file.mapping;
    return kind === "ignored" || file.refused !== undefined ? [] : [{ source, file, kind }];
  });
  return jobs.toSorted((one, other) => one.file.name.localeCompare(other.file.name, "en", { numeric: true }));
}

const hasParents = ({ kind, file }: JobFile): boolean =>
  kind === "accounts" &&
  file.mapping.columns.some(({ target }) => target === "parentId" || target === "parentName");

function refuseUnusable(jobs: readonly JobFile[], tally: ImportTally): void {
  for (const { file } of jobs) {
    const header = file.mapping.columns.map((column) => column.header);
    const issues = checkMapping(file.mapping, header);
    if (issues.length > 0) {
      tally.of(file).refused = {
        code: "incomplete-mapping",
        message: `${file.name}: ${issues.join(" ")} Correct the mapping.`,
      };
    }
  }
}

/** Writes files that become visible together: all of them, or, where one breaks, none. */
async function writeTogether(
  jobs: readonly JobFile[],
  sink: ImportSink,
  context: WriteContext,
): Promise<void> {
  const { tally, signal } = context;
  const wanted = jobs.filter((job) => isWanted(job, tally));
  if (wanted.length === 0) return;
  signal?.throwIfAborted();
  const writer = await sink.begin(signal === undefined ? {} : { signal });
  try {
    for (const job of wanted) await writeFileRows(job, writer, context);
    signal?.throwIfAborted();
    tally.addCounts(await writer.finish());
  } catch (error) {
    await takeBack(writer, wanted, context);
    if (!(error instanceof ImportFileError)) throw error;
    for (const job of wanted) tally.of(job.file).refused = { code: error.code, message: error.message };
  }
}

async function takeBack(
  writer: ImportFileWriter,
  jobs: readonly JobFile[],
  { tally, seen, resolver }: WriteContext,
): Promise<void> {
  await writer.abort();
  resolver.forget();
  for (const { file } of jobs) {
    seen.forgetFile(file.name);
    Object.assign(tally.of(file), { good: 0, bad: 0, skipped: 0 });
  }
}
