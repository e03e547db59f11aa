import { randomUUID } from "node:crypto";
import path from "node:path";
import { CrmError } from "@sweetspot/contract";
import type { ImportSource } from "@sweetspot/crm-import";
import {
  importRelations,
  previewRelationFile,
  type RelationFilePreview,
  type RelationImportProgress,
  type RelationImportReport,
  type RelationImportSource,
  type RelationSink,
} from "@sweetspot/relation-import";
import { createImportSpool, type ImportSpool } from "../import/import-spool.ts";

/** One import of one source as a page sees it; a new object after each change. */
export interface RelationJob {
  readonly id: string;
  readonly state: "waiting" | "running" | "finished" | "cancelled" | "failed";
  readonly source: RelationImportSource;
  readonly files: readonly RelationJobFile[];
  readonly progress?: RelationImportProgress;
  readonly report?: RelationImportReport;
}

export interface RelationJobFile {
  readonly name: string;
  readonly bytes: number;
  /** What is in it, as far as can be told without importing it. */
  readonly preview: RelationFilePreview;
}

/**
 * The imports of relations of this gateway, where their uploads lie: no other one could go on with them. All calls throw
 * `CrmError`: `not-found` for an unknown job, `conflict` out of turn.
 */
export interface RelationJobs {
  create(source: RelationImportSource): Promise<RelationJob>;
  get(id: string): RelationJob;
  addFile(id: string, name: string, body: ReadableStream<Uint8Array>): Promise<RelationJob>;
  /** An unknown file is of no consequence. */
  removeFile(id: string, name: string): Promise<RelationJob>;
  /** Changes how the source is imported; at rest only. */
  changeSource(id: string, source: RelationImportSource): RelationJob;
  /** Starts; the answer does not wait for the end. */
  run(id: string): RelationJob;
  cancel(id: string): RelationJob;
  badRows(id: string): Promise<Buffer>;
  remove(id: string): Promise<void>;
}

export interface RelationJobParts {
  readonly sink: () => RelationSink;
  /** Uploads lie in here until their job is removed. */
  readonly folder: string;
  /** Readers have something new to see. */
  readonly onFinished: () => void;
  readonly onFailure: (error: unknown) => void;
}

interface OpenFile {
  readonly source: ImportSource;
  readonly shown: RelationJobFile;
}

interface OpenJob {
  job: RelationJob;
  readonly spool: ImportSpool;
  readonly files: Map<string, OpenFile>;
  running: AbortController | undefined;
  uploads: number;
}

/** Jobs kept; the oldest at rest makes room. */
const MOST_JOBS = 20;

export function createRelationJobs({ sink, folder, onFinished, onFailure }: RelationJobParts): RelationJobs {
  const jobs = new Map<string, OpenJob>();

  const open = (id: string): OpenJob => {
    const found = jobs.get(id);
    if (!found)
      throw new CrmError("not-found", "There is no such import. Uploads are kept until the gateway stops.");
    return found;
  };
  const atRest = (id: string): OpenJob => {
    const found = open(id);
    if (!found.running) return found;
    throw new CrmError("conflict", "This import is running. Wait for its end, or cancel it.");
  };
  const update = (found: OpenJob, change: Partial<RelationJob>): RelationJob => {
    found.job = { ...found.job, ...change };
    return found.job;
  };

  async function makeRoom(): Promise<void> {
    for (const [id, { running, uploads, spool }] of jobs) {
      if (jobs.size <= MOST_JOBS) return;
      if (running || uploads > 0) continue;
      jobs.delete(id);
      // oxlint-disable-next-line no-await-in-loop -- seldom more than one
      await spool.remove();
    }
  }

  async function work(found: OpenJob, { signal }: AbortController): Promise<void> {
    let state: RelationJob["state"] = "failed";
    let report: RelationImportReport | undefined;
    try {
      await found.spool.clearBadRows();
      report = await importRelations({
        files: [...found.files.values()].map(({ source }) => source),
        source: found.job.source,
        sink: sink(),
        signal,
        onProgress: (progress) => update(found, { progress }),
        badRows: { write: (text) => found.spool.appendBadRows(text) },
      });
      state = report.outcome;
      if (state === "finished") onFinished();
    } finally {
      found.running = undefined;
      update(found, { state, ...(report ? { report } : {}) });
    }
  }

  return {
    async create(source) {
      const id = randomUUID();
      const job: RelationJob = { id, state: "waiting", source, files: [] };
      const spool = createImportSpool(path.join(folder, id));
      jobs.set(id, { job, spool, files: new Map(), running: undefined, uploads: 0 });
      await makeRoom();
      return job;
    },
    get: (id) => open(id).job,
    async addFile(id, name, body) {
      const found = atRest(id);
      found.uploads += 1;
      try {
        const source = await found.spool.store(name, body);
        const preview = await previewRelationFile(source);
        found.files.set(name, { source, shown: { name, bytes: source.bytes, preview } });
        return update(found, { files: shownFiles(found) });
      } finally {
        found.uploads -= 1;
      }
    },
    async removeFile(id, name) {
      const found = atRest(id);
      found.files.delete(name);
      await found.spool.drop(name);
      return update(found, { files: shownFiles(found) });
    },
    changeSource: (id, source) => update(atRest(id), { source }),
    run(id) {
      const found = atRest(id);
      if (found.files.size === 0) throw new CrmError("malformed", "Add a file before the import is run.");
      if (found.uploads > 0)
        throw new CrmError("conflict", "A file is still being uploaded. Wait until it is there.");
      found.running = new AbortController();
      const { report: _report, progress: _progress, ...waiting } = found.job;
      found.job = { ...waiting, state: "running" };
      work(found, found.running).catch(onFailure);
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
      if (found.uploads > 0) throw new CrmError("conflict", "A file is still being uploaded.");
      found.running?.abort(new DOMException("The import was removed.", "AbortError"));
      jobs.delete(id);
      if (!found.running) await found.spool.remove();
    },
  };
}

const shownFiles = ({ files }: OpenJob): readonly RelationJobFile[] =>
  [...files.values()].map(({ shown }) => shown);
