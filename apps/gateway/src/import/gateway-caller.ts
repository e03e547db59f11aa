import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { CrmError, type CrmErrorMessage, fromCrmErrorMessage } from "@sweetspot/contract";
import type { ImportSource } from "@sweetspot/crm-import";

/** A running gateway, as its lock file tells. */
export interface GatewayAddress {
  readonly address: string;
  /** The secret of the lock file. */
  readonly secret: string;
}

/** How tools of the command line speak to a running gateway. All calls throw `CrmError`. */
export interface GatewayCaller {
  call(method: string, path: string, body?: BodyInit): Promise<Response>;
  /** JSON there and back. */
  send<T>(method: string, path: string, body?: unknown): Promise<T>;
}

/** A gateway announces its address before its database is open. */
const START_MS = 60_000;
const POLL_MS = 300;

export function createGatewayCaller({ address, secret }: GatewayAddress): GatewayCaller {
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
  return { call, send };
}

/** A file as the body of a request. */
export const toBody = (source: ImportSource): ReadableStream<Uint8Array> =>
  Readable.toWeb(Readable.from(source.open())) as ReadableStream<Uint8Array>;

export async function waitUntilReady(address: string): Promise<void> {
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
