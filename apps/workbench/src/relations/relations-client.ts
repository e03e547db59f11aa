import { CrmError, type PartialDate, type RecordId } from "@sweetspot/contract";
import type {
  MatchDecision,
  MatchProposal,
  Merge,
  PersonReport,
  RelationSource,
  SourceBody,
  SourcePerson,
} from "@sweetspot/relation-book";
import type {
  RelationFilePreview,
  RelationImportProgress,
  RelationImportReport,
  RelationImportSource,
} from "@sweetspot/relation-import";
import { type Gateway, readJson } from "../gateway/gateway-client.ts";

export type MatchKind = "people" | "bodies";
export const MATCH_KINDS: readonly MatchKind[] = ["people", "bodies"];

/** A record as its source has it: of a person or of a body. */
export type MatchRecord = SourcePerson | SourceBody;

interface Compared {
  /** Absent where the record is no longer there. */
  readonly oneRecord?: MatchRecord;
  readonly otherRecord?: MatchRecord;
}
export type Proposal = MatchProposal & Compared;
export type ShownMerge = Merge & Compared;

export interface Source extends RelationSource {
  readonly people: number;
  readonly bodies: number;
  readonly ties: number;
}
export type SourceTerms = Pick<RelationSource, "purpose" | "retentionMonths">;

export interface RelationJobFile {
  readonly name: string;
  readonly bytes: number;
  readonly preview: RelationFilePreview;
}

/** One import of one source, as the gateway tells it. */
export interface RelationJob {
  readonly id: string;
  readonly state: "waiting" | "running" | "finished" | "cancelled" | "failed";
  readonly source: RelationImportSource;
  readonly files: readonly RelationJobFile[];
  readonly progress?: RelationImportProgress;
  readonly report?: RelationImportReport;
}

export interface FoundPerson {
  readonly id: RecordId;
  readonly name: string;
  readonly records: readonly SourcePerson[];
}

export interface StoredReport extends PersonReport {
  readonly decisions: readonly MatchDecision[];
  readonly introductions: readonly {
    readonly scope: string;
    readonly as: "target" | "go-between" | "on-the-way";
    readonly changedAt: PartialDate;
  }[];
}

export interface RelationState {
  readonly people: number;
  readonly bodies: number;
  readonly ties: number;
  readonly problemCount: number;
}

export interface Pair {
  readonly one: RecordId;
  readonly other: RecordId;
}

/** The gateway's `/api/relations`, for admins. Every call throws a `CrmError`. */
export interface RelationsClient {
  readState(signal?: AbortSignal): Promise<RelationState>;
  readSources(signal?: AbortSignal): Promise<readonly Source[]>;
  saveSource(name: string, terms: SourceTerms): Promise<void>;
  /** @returns how many records went with it */
  removeSource(name: string): Promise<number>;
  readProposals(
    kind: MatchKind,
    page: { readonly cursor?: string | undefined; readonly limit: number },
    signal?: AbortSignal,
  ): Promise<{ readonly items: readonly Proposal[]; readonly total: number; readonly next?: string }>;
  findMerges(
    kind: MatchKind,
    search: string,
    signal?: AbortSignal,
  ): Promise<{ readonly items: readonly ShownMerge[]; readonly total: number }>;
  decide(pair: Pair, same: boolean): Promise<void>;
  /** The rules judge again. */
  takeBack(pair: Pair): Promise<void>;
  findPeople(search: string, signal?: AbortSignal): Promise<readonly FoundPerson[]>;
  report(person: RecordId): Promise<StoredReport>;
  erase(person: RecordId): Promise<{ readonly records: number; readonly planRecords: number }>;
  createJob(source: RelationImportSource): Promise<RelationJob>;
  readJob(job: string): Promise<RelationJob>;
  removeJob(job: string): Promise<void>;
  addFile(job: string, file: File): Promise<RelationJob>;
  removeFile(job: string, name: string): Promise<RelationJob>;
  changeSource(job: string, source: RelationImportSource): Promise<RelationJob>;
  run(job: string): Promise<RelationJob>;
  cancel(job: string): Promise<RelationJob>;
  readBadRows(job: string): Promise<Blob>;
}

export function createRelationsClient(gateway: Pick<Gateway, "fetch">): RelationsClient {
  const send = async (method: string, path: string, init: RequestInit = {}): Promise<Response> => {
    try {
      return await gateway.fetch(`/api/relations${path}`, { ...init, method });
    } catch (error) {
      init.signal?.throwIfAborted();
      throw new CrmError("unavailable", "The gateway cannot be reached.", { cause: error });
    }
  };
  const withBody = (body: unknown): RequestInit => ({
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
  const get = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
    readJson<T>(await send("GET", path, signal ? { signal } : {}));
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
    readJson<T>(await send(method, path, body === undefined ? {} : withBody(body)));
  /** Without an answer but that it is done. */
  const tell = async (method: string, path: string, body?: unknown): Promise<void> => {
    const response = await send(method, path, body === undefined ? {} : withBody(body));
    if (!response.ok) await readJson(response);
  };
  const part = encodeURIComponent;
  const jobPath = (job: string, rest = ""): string => `/jobs/${part(job)}${rest}`;

  return {
    readState: (signal) => get("/state", signal),
    readSources: async (signal) =>
      (await get<{ readonly sources: readonly Source[] }>("/sources", signal)).sources,
    saveSource: (name, terms) => tell("PUT", `/sources/${part(name)}`, terms),
    removeSource: async (name) =>
      (await call<{ readonly records: number }>("DELETE", `/sources/${part(name)}`)).records,
    readProposals: (kind, { cursor, limit }, signal) => {
      const query = new URLSearchParams({
        limit: String(limit),
        ...(cursor === undefined ? {} : { cursor }),
      });
      return get(`/proposals/${kind}?${query}`, signal);
    },
    findMerges: (kind, search, signal) =>
      get(`/merges/${kind}?${new URLSearchParams({ search, limit: "500" })}`, signal),
    decide: ({ one, other }, same) => tell("PUT", "/decisions", { one, other, same }),
    takeBack: ({ one, other }) => tell("DELETE", "/decisions", { one, other }),
    findPeople: async (search, signal) =>
      (
        await get<{ readonly people: readonly FoundPerson[] }>(
          `/people?${new URLSearchParams({ search })}`,
          signal,
        )
      ).people,
    report: (person) => call("POST", "/people/report", { person }),
    erase: (person) => call("POST", "/people/erase", { person }),
    createJob: (source) => call("POST", "/jobs", { source }),
    readJob: (job) => get(jobPath(job)),
    removeJob: (job) => tell("DELETE", jobPath(job)),
    addFile: async (job, file) =>
      readJson(await send("PUT", jobPath(job, `/files/${part(file.name)}`), { body: file })),
    removeFile: (job, name) => call("DELETE", jobPath(job, `/files/${part(name)}`)),
    changeSource: (job, source) => call("PUT", jobPath(job, "/source"), { source }),
    run: (job) => call("POST", jobPath(job, "/run"), {}),
    cancel: (job) => call("POST", jobPath(job, "/cancel"), {}),
    readBadRows: async (job) => {
      const response = await send("GET", jobPath(job, "/bad-rows.csv"));
      if (!response.ok) await readJson(response);
      return response.blob();
    },
  };
}

export const toCrmError = (error: unknown): CrmError =>
  CrmError.is(error) ? error : new CrmError("unavailable", String(error), { cause: error });
