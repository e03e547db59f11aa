import { CrmError } from "@sweetspot/contract";
import type { FileMapping, ImportAlias, ImportOptions } from "@sweetspot/crm-import";
import type { ImportClient, ImportJob, MappingChange } from "./import-client.ts";

/** One import from the first file to its report: what the page shows and what the user can do about it. */
export interface ImportDesk {
  getView(): ImportView;
  subscribe(listener: () => void): () => void;
  addFiles(files: readonly File[]): Promise<void>;
  removeFile(name: string): Promise<void>;
  /** A kind alone asks for a new guess of the columns. */
  changeMapping(name: string, mapping: FileMapping | Pick<FileMapping, "kind">): Promise<void>;
  changeOptions(options: ImportOptions): Promise<void>;
  run(): Promise<void>;
  cancel(): Promise<void>;
  /** Remembers what names mean, for this and later imports, and imports again. */
  runWithAliases(aliases: readonly ImportAlias[]): Promise<void>;
  startOver(): Promise<void>;
}

export interface ImportView {
  readonly job: ImportJob | undefined;
  /** Files on their way to the gateway. */
  readonly uploading: readonly string[];
  readonly error: CrmError | undefined;
}

const LOOK_EVERY_MS = 300;

export function createImportDesk(client: ImportClient): ImportDesk {
  const listeners = new Set<() => void>();
  let view: ImportView = { job: undefined, uploading: [], error: undefined };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let creating: Promise<ImportJob> | undefined;
  /** Uploads follow each other: several at once would only share the line. */
  let queue: Promise<void> = Promise.resolve();

  const show = (change: Partial<ImportView>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };

  /** Shows the job an action leads to, or why it did not. */
  const act = async (action: (job: ImportJob) => Promise<ImportJob | undefined>): Promise<void> => {
    try {
      const job = view.job ?? (await (creating ??= client.createJob()));
      if (!view.job) show({ job });
      const next = await action(job);
      show({ error: undefined, ...(next ? { job: next } : {}) });
    } catch (error) {
      show({ error: toError(error) });
    }
  };

  const follow = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void act((job) => client.readJob(job.id)).then(() =>
        view.job?.state === "running" ? follow() : undefined,
      );
    }, LOOK_EVERY_MS);
  };

  const upload = (file: File): Promise<void> =>
    act(async (job) => {
      await client.addFile(job.id, file);
      return client.readJob(job.id);
    }).finally(() => show({ uploading: view.uploading.filter((name) => name !== file.name) }));

  const run = async (): Promise<void> => {
    await act((job) => client.run(job.id));
    if (view.job?.state === "running") follow();
  };

  const change = (change: MappingChange): Promise<void> => act((job) => client.changeMapping(job.id, change));

  return {
    getView: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    addFiles: (files) => {
      show({ uploading: [...view.uploading, ...files.map((file) => file.name)], error: undefined });
      for (const file of files) queue = queue.then(() => upload(file));
      return queue;
    },
    removeFile: (name) => act((job) => client.removeFile(job.id, name)),
    changeMapping: (name, mapping) => change({ files: { [name]: mapping } }),
    changeOptions: (options) => change({ options }),
    run,
    cancel: () => act((job) => client.cancel(job.id)),
    runWithAliases: async (aliases) => {
      await act(async () => {
        await client.saveAliases(aliases);
        return undefined;
      });
      if (!view.error) await run();
    },
    startOver: async () => {
      clearTimeout(timer);
      const { job } = view;
      creating = undefined;
      show({ job: undefined, error: undefined });
      // What the gateway keeps of it goes by itself in time.
      if (job) await client.removeJob(job.id).catch(() => undefined);
    },
  };
}

const toError = (error: unknown): CrmError =>
  CrmError.is(error) ? error : new CrmError("unavailable", String(error), { cause: error });
