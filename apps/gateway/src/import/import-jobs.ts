import { randomUUID } from "node:crypto";
import path from "node:path";
import { CrmError } from "@sweetspot/contract";
import {
  checkMapping,
  createImportMemory,
  createMemorySource,
  DEFAULT_IMPORT_OPTIONS,
  type FileMapping,
  type ImportOptions,
  type ImportProgress,
  type ImportReport,
  type ImportSink,
  type ImportSource,
  type RecognisedFile,
  runImport,
  surveyFile,
} from "@sweetspot/crm-import";
import { createImportSpool, type ImportSpool } from "./import-spool.ts";

/** One import as a page sees it; a new object after each change. */
export interface ImportJob {
  readonly id: string;
  readonly state: "waiting" | "running" | "finished" | "cancelled" | "failed";
  readonly files: readonly RecognisedFile[];
  readonly options: ImportOptions;
  readonly progress?: ImportProgress;
  readonly report?: ImportReport;
}

export interface MappingChange {
  readonly files?: Readonly<Record<string, FileMapping | Pick<FileMapping, "kind">>>;
  readonly options?: ImportOptions;
}

/** The imports of this gateway. All calls throw `CrmError`: `not-found` for an unknown job, `conflict` out of turn. */
export interface ImportJobs {
  sniff(
    files: readonly { readonly name: string; readonly size: number; readonly head: Uint8Array }[],
  ): Promise<readonly RecognisedFile[]>;
  create(): Promise<ImportJob>;
  get(id: string): ImportJob;
  addFile(id: string, name: string, body: ReadableStream<Uint8Array>): Promise<RecognisedFile>;
  removeFile(id: string, name: string): Promise<ImportJob>;
  changeMapping(id: string, change: MappingChange): Promise<ImportJob>;
  /** Starts; the answer does not wait for the end. */
  run(id: string): Promise<ImportJob>;
  cancel(id: string): ImportJob;
  badRows(id: string): Promise<Buffer>;
  remove(id: string): Promise<void>;
}

interface OpenJob {
  job: ImportJob;
  readonly spool: ImportSpool;
  readonly sources: Map<string, ImportSource>;
  running: AbortController | undefined;
  /** Files on their way in. */
  uploads: number;
}

/** Jobs kept; the oldest at rest makes room. */
const MOST_JOBS = 20;

export interface ImportJobParts {
  readonly sink: () => ImportSink;
  /** Uploads lie in here until their job is removed. */
  readonly folder: string;
  /** Told of failures that are no fault of a file. */
  readonly onFailure: (error: unknown) => void;
  /** Told when an import has come into force. */
  readonly onFinished?: (() => void) | undefined;
}

export function createImportJobs({ sink, folder, onFailure, onFinished }: ImportJobParts): ImportJobs {
  const jobs = new Map<string, OpenJob>();

  const open = (id: string): OpenJob => {
    const found = jobs.get(id);
    if (!found)
      throw new CrmError("not-found", "There is no such import. Uploads are kept until the gateway stops.");
    return found;
  };
  const atRest = (id: string): OpenJob => {
    const found = open(id);
    if (found.running)
      throw new CrmError("conflict", "This import is running. Wait for its end, or cancel it.");
    return found;
  };
  const update = (found: OpenJob, change: Partial<ImportJob>): ImportJob => {
    found.job = { ...found.job, ...change };
    return found.job;
  };
  const survey = (
    source: ImportSource,
    options: ImportOptions,
    kind?: FileMapping["kind"],
  ): Promise<RecognisedFile> => {
    const { savedMapping } = createImportMemory(sink());
    return surveyFile(source, {
      savedMapping,
      dates: options.dates,
      ...(kind === undefined ? {} : { kind }),
    });
  };
  const makeRoom = async (): Promise<void> => {
    for (const [id, { running, spool }] of jobs) {
      if (jobs.size <= MOST_JOBS) return;
      if (running) continue;
      jobs.delete(id);
      await spool.remove();
    }
  };

  return {
    sniff: (files) =>
      Promise.all(
        files.map(async ({ name, size, head }) => {
          const { savedMapping } = createImportMemory(sink());
          const source = createMemorySource(name, head);
          return { ...(await surveyFile(source, { savedMapping, cut: size > head.length })), bytes: size };
        }),
      ),
    async create() {
      const id = randomUUID();
      const currency = (await createImportMemory(sink()).currency()) ?? DEFAULT_IMPORT_OPTIONS.currency;
      const job: ImportJob = {
        id,
        state: "waiting",
        files: [],
        options: { ...DEFAULT_IMPORT_OPTIONS, currency },
      };
      const spool = createImportSpool(path.join(folder, id));
      jobs.set(id, { job, spool, sources: new Map(), running: undefined, uploads: 0 });
      await makeRoom();
      return job;
    },
    get: (id) => open(id).job,
    async addFile(id, name, body) {
      const found = atRest(id);
      found.uploads++;
      try {
        const source = await found.spool.store(name, body);
        found.sources.set(name, source);
        const file = await survey(source, found.job.options);
        update(found, { files: [...found.job.files.filter((other) => other.name !== name), file] });
        return file;
      } finally {
        found.uploads--;
      }
    },
    async removeFile(id, name) {
      const found = atRest(id);
      found.sources.delete(name);
      await found.spool.drop(name);
      return update(found, { files: found.job.files.filter((file) => file.name !== name) });
    },
    async changeMapping(id, { files = {}, options }) {
      const found = atRest(id);
      const changed = await Promise.all(
        found.job.files.map(async (file) => {
          const wanted = files[file.name];
          if (wanted === undefined) {
            const sameDates = options === undefined || options.dates === found.job.options.dates;
            return sameDates || file.mappingIsSaved ? file : survey(sourceOf(found, file), options);
          }
          if (!("columns" in wanted))
            return survey(sourceOf(found, file), options ?? found.job.options, wanted.kind);
          refuseIssues(file, wanted);
          await createImportMemory(sink()).saveMapping(file.signature, wanted);
          return { ...file, mapping: wanted, mappingIsSaved: true };
        }),
      );
      return update(found, { files: changed, ...(options === undefined ? {} : { options }) });
    },
    async run(id) {
      const found = atRest(id);
      if (!found.job.files.some((file) => !file.refused && file.mapping.kind !== "ignored")) {
        throw new CrmError(
          "malformed",
          "None of the files can be imported. Choose what they hold in their mapping.",
        );
      }
      if (found.uploads > 0)
        throw new CrmError("conflict", "A file is still being uploaded. Wait until it is there.");
      if ([...jobs.values()].some((other) => other.running)) {
        throw new CrmError("conflict", "Another import is running. Wait for its end, or cancel it.");
      }
      found.running = new AbortController();
      const { report: _, progress: __, ...waiting } = found.job;
      found.job = waiting;
      update(found, { state: "running" });
      void work(found, found.running.signal, sink(), update)
        .then(() => found.job.state === "finished" && onFinished?.())
        .catch(onFailure);
      return found.job;
    },
    cancel(id) {
      const found = open(id);
      found.running?.abort(new DOMException("The import was cancelled.", "AbortError"));
      return found.job;
    },
    badRows: (id) => open(id).spool.readBadRows(),
    async remove(id) {
      const found = open(id);
      found.running?.abort(new DOMException("The import was removed.", "AbortError"));
      jobs.delete(id);
      if (!found.running) await found.spool.remove();
    },
  };
}

const sourceOf = ({ sources }: OpenJob, { name }: RecognisedFile): ImportSource => sources.get(name)!;

function refuseIssues(file: RecognisedFile, mapping: FileMapping): void {
  const issues = checkMapping(
    mapping,
    file.mapping.columns.map(({ header }) => header),
  );
  if (issues.length > 0) throw new CrmError("malformed", `${file.name}: ${issues.join(" ")}`);
}

async function work(
  found: OpenJob,
  signal: AbortSignal,
  sink: ImportSink,
  update: (found: OpenJob, change: Partial<ImportJob>) => ImportJob,
): Promise<void> {
  const { spool, job } = found;
  let state: ImportJob["state"] = "failed";
  let report: ImportReport | undefined;
  try {
    await spool.clearBadRows();
    await createImportMemory(sink).saveCurrency(job.options.currency);
    report = await runImport({
      files: job.files.map((file) => ({ file, source: sourceOf(found, file) })),
      sink,
      options: job.options,
      aliases: await createImportMemory(sink).aliases(),
      signal,
      onProgress: (progress) => update(found, { progress }),
      badRows: { write: (text) => spool.appendBadRows(text) },
    });
    state = report.outcome;
  } finally {
    found.running = undefined;
    update(found, { state, ...(report === undefined ? {} : { report }) });
  }
}
