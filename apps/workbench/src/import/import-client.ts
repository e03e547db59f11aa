import type { RecordId } from "@sweetspot/contract";
import { CrmError } from "@sweetspot/contract";
import type {
  FileMapping,
  ImportAlias,
  ImportOptions,
  ImportProgress,
  ImportReport,
  NamedKind,
  RecognisedFile,
} from "@sweetspot/crm-import";
import { type Gateway, readJson } from "../gateway/gateway-client.ts";

/** One import, as the gateway tells it. */
export interface ImportJob {
  readonly id: string;
  readonly state: "waiting" | "running" | "finished" | "cancelled" | "failed";
  readonly files: readonly RecognisedFile[];
  readonly options: ImportOptions;
  readonly progress?: ImportProgress;
  readonly report?: ImportReport;
}

export interface NamedRecord {
  readonly id: RecordId;
  readonly name: string;
}

export interface MappingChange {
  /** A kind alone: guess the columns anew for it. */
  readonly files?: Readonly<Record<string, FileMapping | Pick<FileMapping, "kind">>>;
  readonly options?: ImportOptions;
}

/** The gateway's `/api/import`. Every call throws a `CrmError`. */
export interface ImportClient {
  createJob(): Promise<ImportJob>;
  readJob(job: string): Promise<ImportJob>;
  removeJob(job: string): Promise<void>;
  addFile(job: string, file: File): Promise<RecognisedFile>;
  removeFile(job: string, name: string): Promise<ImportJob>;
  changeMapping(job: string, change: MappingChange): Promise<ImportJob>;
  run(job: string): Promise<ImportJob>;
  cancel(job: string): Promise<ImportJob>;
  readBadRows(job: string): Promise<Blob>;
  saveAliases(aliases: readonly ImportAlias[]): Promise<void>;
  findNames(kind: NamedKind, search: string, signal: AbortSignal): Promise<readonly NamedRecord[]>;
}

export function createImportClient(gateway: Gateway): ImportClient {
  const send = async (method: string, path: string, init: RequestInit = {}): Promise<Response> => {
    try {
      return await gateway.fetch(`/api/import${path}`, { ...init, method });
    } catch (error) {
      init.signal?.throwIfAborted();
      throw new CrmError("unavailable", "The gateway cannot be reached.", { cause: error });
    }
  };
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
    readJson<T>(
      await send(
        method,
        path,
        body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { "content-type": "application/json" } },
      ),
    );
  const jobPath = (job: string, rest = ""): string => `/jobs/${encodeURIComponent(job)}${rest}`;

  return {
    createJob: () => call("POST", "/jobs", {}),
    readJob: (job) => call("GET", jobPath(job)),
    removeJob: async (job) => void (await send("DELETE", jobPath(job))),
    addFile: async (job, file) =>
      readJson(await send("PUT", jobPath(job, `/files/${encodeURIComponent(file.name)}`), { body: file })),
    removeFile: (job, name) => call("DELETE", jobPath(job, `/files/${encodeURIComponent(name)}`)),
    changeMapping: (job, change) => call("PUT", jobPath(job, "/mapping"), change),
    run: (job) => call("POST", jobPath(job, "/run"), {}),
    cancel: (job) => call("POST", jobPath(job, "/cancel"), {}),
    readBadRows: async (job) => {
      const response = await send("GET", jobPath(job, "/bad-rows.csv"));
      if (!response.ok) await readJson(response);
      return response.blob();
    },
    saveAliases: async (aliases) => void (await call("PUT", "/aliases", { aliases })),
    findNames: async (kind, search, signal) => {
      const query = new URLSearchParams({ kind, search });
      const { names } = await readJson<{ readonly names: readonly NamedRecord[] }>(
        await send("GET", `/names?${query}`, { signal }),
      );
      return names;
    },
  };
}
