import type { CrmError } from "@sweetspot/contract";
import type { RelationImportSource } from "@sweetspot/relation-import";
import { type RelationJob, type RelationsClient, toCrmError } from "../relations-client.ts";

/** One import of relations from the first file to its report. */
export interface RelationImportDesk {
  getView(): RelationImportView;
  subscribe(listener: () => void): () => void;
  addFiles(files: readonly File[]): Promise<void>;
  removeFile(name: string): Promise<void>;
  /** Imports the files as this source. */
  run(source: RelationImportSource): Promise<void>;
  cancel(): Promise<void>;
  startOver(): Promise<void>;
}

export interface RelationImportView {
  readonly job: RelationJob | undefined;
  /** Files on their way to the gateway. */
  readonly uploading: readonly string[];
  readonly error: CrmError | undefined;
}

const LOOK_EVERY_MS = 300;
/** Files come before the admin has said what they are; nothing runs under these words. */
const UNNAMED: RelationImportSource = { name: "…", purpose: "…" };

export function createRelationImportDesk(client: RelationsClient): RelationImportDesk {
  const listeners = new Set<() => void>();
  let view: RelationImportView = { job: undefined, uploading: [], error: undefined };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let creating: Promise<RelationJob> | undefined;
  /** Uploads follow each other: several at once would only share the line. */
  let queue: Promise<void> = Promise.resolve();

  const show = (change: Partial<RelationImportView>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };

  async function jobAtHand(): Promise<RelationJob> {
    if (view.job) return view.job;
    creating ??= client.createJob(UNNAMED);
    try {
      return await creating;
    } catch (error) {
      creating = undefined;
      throw error;
    }
  }

  /** Shows the job an action leads to, or why it did not. */
  const act = async (action: (job: RelationJob) => Promise<RelationJob>): Promise<void> => {
    try {
      const job = await jobAtHand();
      show({ job: await action(job), error: undefined });
    } catch (error) {
      show({ error: toCrmError(error) });
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
    act((job) => client.addFile(job.id, file)).finally(() =>
      show({ uploading: view.uploading.filter((name) => name !== file.name) }),
    );

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
    run: async (source) => {
      await act(async (job) => {
        await client.changeSource(job.id, source);
        return client.run(job.id);
      });
      if (view.job?.state === "running") follow();
    },
    cancel: () => act((job) => client.cancel(job.id)),
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
