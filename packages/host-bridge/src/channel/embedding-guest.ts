import { ChannelFailure } from "./channel-failure.ts";
import { createDeferred } from "./deferred.ts";
import type { Line } from "./line.port.ts";
import type { PortLike } from "./port-line.ts";
import type { FramePage } from "./port-request.ts";
import type { WindowMessage } from "./port-offer.ts";
import { FRAME_EVENT, type HostMetaData, HOST_EVENT, isBootstrap, SF_EMBEDDING } from "./sf-embedding.ts";

export interface EmbeddingGuest {
  readonly page: FramePage;
  readonly meta: HostMetaData;
  readonly version: string;
  readonly signal: AbortSignal;
  /** A second port came: the session is over. */
  readonly onDuplicate: () => void;
}

/**
 * The guest's side of sf-embedding without Salesforce's packages: heartbeat, exactly one port, the two notices that both
 * are there. Answers a line that travels in custom events of the `lightning-ui-embedding` element.
 *
 * Call it from a page's first script: the host listens for the heartbeat only for a while.
 *
 * @throws ChannelFailure `no-answer` when the signal is aborted first
 */
export function joinEmbedding({ page, meta, version, signal, onDuplicate }: EmbeddingGuest): Promise<Line> {
  const { promise, resolve, reject } = createDeferred<Line>();
  const tell = (message: object): void => page.parent.postMessage(message, meta.hostAppOrigin);
  let session: PortLike | undefined;

  const listen = (event: WindowMessage): void => {
    if (event.source !== page.parent || event.origin !== meta.hostAppOrigin) return;
    if (!isBootstrap(event.data, meta) || event.ports.length !== 1) return;
    if (session) {
      page.removeEventListener("message", listen);
      session.close();
      tell({ type: SF_EMBEDDING.shutdown, reason: "DUPLICATE_PORT_TRANSFER" });
      return onDuplicate();
    }
    session = event.ports[0] as PortLike;
    void openSession(session, version).then(resolve);
  };
  page.addEventListener("message", listen);
  signal.addEventListener("abort", () => {
    if (!session) page.removeEventListener("message", listen);
    reject(new ChannelFailure("no-answer"));
  });
  tell({ type: SF_EMBEDDING.heartbeat, instanceId: meta.instanceId });
  return promise;
}

interface Notification {
  readonly jsonrpc?: unknown;
  readonly method?: unknown;
  readonly params?: { readonly name?: unknown; readonly detail?: unknown } | null;
}

/** Settles once the host has said that it is there. */
function openSession(port: PortLike, version: string): Promise<Line> {
  const { promise, resolve } = createDeferred<Line>();
  const arrived: string[] = [];
  let listener: ((text: string) => void) | undefined;
  const notify = (method: string, params: object): void =>
    port.postMessage({ jsonrpc: "2.0", method, params });
  const line: Line = {
    post: (text) => notify(SF_EMBEDDING.dispatch, { name: FRAME_EVENT, detail: text }),
    listen(next) {
      listener = next;
      for (const text of arrived.splice(0)) next(text);
    },
    close: () => port.close(),
  };
  port.addEventListener("message", ({ data }) => {
    const { jsonrpc, method, params } = (data ?? {}) as Notification;
    if (jsonrpc !== "2.0") return;
    if (method === SF_EMBEDDING.hostInitialized) {
      notify(SF_EMBEDDING.embeddingInitialized, { embeddingInfo: { name: "sweetspot-frame", version } });
      notify(SF_EMBEDDING.subscribe, { name: HOST_EVENT });
      resolve(line);
    }
    if (method !== SF_EMBEDDING.dispatch || params?.name !== HOST_EVENT || typeof params.detail !== "string")
      return;
    if (listener) listener(params.detail);
    else arrived.push(params.detail);
  });
  port.start();
  return promise;
}
