import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { setTimeout as wait } from "node:timers/promises";
import { CrmError } from "@sweetspot/contract";
import type { ImportReport, RecognisedFile } from "@sweetspot/crm-import";
import { createGatewayCaller, type GatewayAddress, toBody, waitUntilReady } from "./gateway-caller.ts";
import type { ImportDesk } from "./import-desk.port.ts";
import type { ImportJob } from "./import-jobs.ts";

const POLL_MS = 300;

/** Imports through a running gateway: the files are streamed to it. All calls throw `CrmError`. */
export async function openRemoteDesk({ address, secret }: GatewayAddress): Promise<ImportDesk> {
  const { call, send } = createGatewayCaller({ address, secret });
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

function failed(): ImportReport {
  throw new CrmError("unavailable", "The import failed in the gateway. Its log says why.");
}
