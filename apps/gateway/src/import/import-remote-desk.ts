import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { setTimeout as wait } from "node:timers/promises";
import { CrmError, type CrmErrorMessage, fromCrmErrorMessage } from "@sweetspot/contract";
import type { ImportReport, ImportSource, RecognisedFile } from "@sweetspot/crm-import";
import type { ImportDesk } from "./import-desk.port.ts";
import type { ImportJob } from "./import-jobs.ts";

const POLL_MS = 300;
/** A gateway announces its address before its database is open. */
const START_MS = 60_000;

export interface RemoteOptions {
  readonly address: string;
  /** The secret of the lock file. */
  readonly secret: string;
}

/** Imports through a running gateway: the files are streamed to it. All calls throw `CrmError`. */
export async function openRemoteDesk({ address, secret }: RemoteOptions): Promise<ImportDesk> {
  const call = async (method: string, path: string, body?: BodyInit): Promise<Response> => {
    const request: RequestInit & { duplex?: "half" } = {
      method,
      headers: { authorization: `Bearer ${secret}` },
    };
    if (body !== undefined) Object.assign(request, { body, duplex: "half" });
    const answer = await fetch(`${address}${path}`, request).catch((error: unknown) => {
      throw new CrmError("unavailable", `Sweetspot at ${address} does not answer any more.`, {
        cause: error,
      });
    });
    if (answer.ok) return answer;
    const failure = (await answer.json().catch(() => undefined)) as { error?: CrmErrorMessage } | undefined;
    throw failure?.error
      ? fromCrmErrorMessage(failure.error)
      : new CrmError("unavailable", `${address} answered ${answer.status}.`);
  };
  const send = async <T>(method: string, path: string, body: unknown = {}): Promise<T> =>
    (await (await call(method, path, JSON.stringify(body))).json()) as T;

  await waitUntilReady(address);
  const { id, options: first } = await send<ImportJob>("POST", "/api/import/jobs");
  const job = `/api/import/jobs/${id}`;
  return {
    options: first,
    place: `the running Sweetspot at ${address}`,
    async survey(sources, options, onFile) {
      await send("PUT", `${job}/mapping`, { options });
      const files: RecognisedFile[] = [];
      for (const source of sources) {
        onFile(source.name);
        const answer = await call("PUT", `${job}/files/${encodeURIComponent(source.name)}`, toBody(source));
        files.push((await answer.json()) as RecognisedFile);
      }
      return files;
    },
    async run(options, onProgress, signal) {
      await send("PUT", `${job}/mapping`, { options });
      await send("POST", `${job}/run`);
      let cancelled = false;
      for (;;) {
        const { state, progress, report } = (await (await call("GET", job)).json()) as ImportJob;
        if (progress) onProgress(progress);
        if (state !== "running") return report ?? failed();
        if (signal.aborted && !cancelled) {
          cancelled = true;
          await send("POST", `${job}/cancel`);
        }
        await wait(POLL_MS);
      }
    },
    async saveAliases(aliases) {
      await send("PUT", "/api/import/aliases", { aliases });
    },
    async *badRows() {
      const { body } = await call("GET", `${job}/bad-rows.csv`);
      if (body) yield* body as NodeReadableStream<Uint8Array>;
    },
    close: async () => void (await call("DELETE", job)),
  };
}

const toBody = (source: ImportSource): ReadableStream<Uint8Array> =>
  Readable.toWeb(Readable.from(source.open())) as ReadableStream<Uint8Array>;

function failed(): ImportReport {
  throw new CrmError("unavailable", "The import failed in the gateway. Its log says why.");
}

async function waitUntilReady(address: string): Promise<void> {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    const answer = await fetch(`${address}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(POLL_MS);
  }
  throw new CrmError(
    "unavailable",
    `Sweetspot at ${address} is not ready. Look at its messages, then try again.`,
  );
}
