// The host's side of sf-embedding, as `lightning-ui-embedding` plays it [S guest bridge 2.2.1-rc.4; R public recipes]. How
// `params` of the event methods are written is nowhere public [?]: here as our own guest writes them.

/** What `sf-embedding.component.error` says [D UI Embedding Error Codes]. */
export interface EmbeddingError {
  readonly instanceId: string;
  readonly phase: "configuration" | "bootstrap" | "session";
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
}

/** How a host may go wrong; each is something a guest must withstand. */
export interface EmbeddingFaults {
  readonly wrongInstance?: boolean;
  readonly withoutPort?: boolean;
  readonly twice?: boolean;
  /** Events of the guest stay where they are, as in a host that writes them otherwise than we think. */
  readonly noEvents?: boolean;
}

export interface EmbeddingSessionOptions {
  readonly frame: HTMLIFrameElement;
  readonly src: string;
  readonly faults?: EmbeddingFaults;
  readonly timeoutMs?: number;
  readonly onReady: () => void;
  readonly onError: (error: EmbeddingError) => void;
  /** An event of the guest. */
  readonly onEvent: (name: string, detail: unknown) => void;
}

export interface EmbeddingSession {
  readonly instanceId: string;
  /** Hands an event on to the guest, where it has asked for events of that name. */
  dispatch(name: string, detail: unknown): void;
  close(): void;
}

interface JsonRpc {
  readonly method?: string;
  readonly params?: { readonly name?: string; readonly detail?: unknown };
}

/** Loads the page into the frame and waits for its heartbeat. */
export function openEmbeddingSession(options: EmbeddingSessionOptions): EmbeddingSession {
  const { frame, src, faults = {}, timeoutMs = 30_000, onReady, onError, onEvent } = options;
  const instanceId = crypto.randomUUID();
  const url = new URL(src);
  const subscribed = new Set<string>();
  let port: MessagePort | undefined;

  const fail = (phase: EmbeddingError["phase"], code: string, retryable: boolean): void =>
    onError({ instanceId, phase, code, message: `sf-embedding: ${code}`, retryable });

  function hear({ data }: MessageEvent<JsonRpc>): void {
    const { method, params } = data;
    if (method === "ui/notifications/embedding-initialized") {
      clearTimeout(tooLate);
      onReady();
    }
    if (faults.noEvents) return;
    if (method === "ui/events/subscribe") subscribed.add(params?.name ?? "");
    if (method === "ui/events/dispatch") onEvent(params?.name ?? "", params?.detail);
  }

  function bootstrap(): void {
    const { port1, port2 } = new MessageChannel();
    port ??= port1;
    port1.addEventListener("message", hear);
    port1.start();
    frame.contentWindow?.postMessage(
      {
        type: "sf-embedding.bootstrap",
        protocol: "sf-embedding",
        instanceId: faults.wrongInstance ? "another" : instanceId,
        allowedOrigins: [location.origin],
      },
      url.origin,
      faults.withoutPort ? [] : [port2],
    );
    port1.postMessage({
      jsonrpc: "2.0",
      method: "ui/notifications/host-initialized",
      params: { instanceId, hostInfo: { name: "emulated-lightning", version: "0" } },
    });
  }

  function listen({
    source,
    origin,
    data,
  }: MessageEvent<{ type?: string; instanceId?: string; reason?: string }>) {
    if (source !== frame.contentWindow || origin !== url.origin) return;
    if (data.type === "sf-embedding/ready" && data.instanceId === instanceId) {
      bootstrap();
      if (faults.twice) setTimeout(bootstrap, 50);
    }
    if (data.type === "sf-embedding/shutdown") fail("session", data.reason ?? "SHUTDOWN", false);
  }

  addEventListener("message", listen);
  const tooLate = setTimeout(() => fail("bootstrap", "BOOTSTRAP_TIMEOUT", true), timeoutMs);
  url.searchParams.set("hostMetaData", JSON.stringify({ hostAppOrigin: location.origin, instanceId }));
  frame.src = url.href;

  return {
    instanceId,
    dispatch(name, detail) {
      if (!subscribed.has(name)) return;
      try {
        port?.postMessage({ jsonrpc: "2.0", method: "ui/events/dispatch", params: { name, detail } });
      } catch {
        fail("session", "SERIALIZATION_FAILURE", false);
      }
    },
    close() {
      clearTimeout(tooLate);
      removeEventListener("message", listen);
      port?.close();
    },
  };
}
