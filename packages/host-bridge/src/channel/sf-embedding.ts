/**
 * The words of Salesforce's sf-embedding protocol, as far as a guest needs them [S: the public guest bridge; R: the public
 * recipes]. How `params` of the event methods are written is not public: [?], the one guess of this file.
 */
export const SF_EMBEDDING = {
  parameter: "hostMetaData",
  heartbeat: "sf-embedding/ready",
  shutdown: "sf-embedding/shutdown",
  bootstrap: "sf-embedding.bootstrap",
  protocol: "sf-embedding",
  hostInitialized: "ui/notifications/host-initialized",
  embeddingInitialized: "ui/notifications/embedding-initialized",
  subscribe: "ui/events/subscribe",
  dispatch: "ui/events/dispatch",
} as const;

/** Names of the events our messages travel in: what the frame says, and what the host says. */
export const FRAME_EVENT = "sweetspotframe";
export const HOST_EVENT = "sweetspothost";

/** What Salesforce writes into the frame's address. */
export interface HostMetaData {
  readonly hostAppOrigin: string;
  readonly instanceId: string;
}

/** Reads `?hostMetaData=…`; undefined for everything that is not exactly of its form. */
export function readHostMetaData(query: URLSearchParams): HostMetaData | undefined {
  try {
    const { hostAppOrigin, instanceId } = JSON.parse(query.get(SF_EMBEDDING.parameter) ?? "") as Record<
      string,
      unknown
    >;
    if (typeof instanceId !== "string" || instanceId === "" || typeof hostAppOrigin !== "string")
      return undefined;
    return new URL(hostAppOrigin).origin === hostAppOrigin ? { hostAppOrigin, instanceId } : undefined;
  } catch {
    return undefined;
  }
}

/** The bootstrap envelope, judged as the protocol asks. */
export function isBootstrap(data: unknown, { instanceId }: HostMetaData): boolean {
  if (typeof data !== "object" || data === null) return false;
  const envelope = data as Readonly<Record<string, unknown>>;
  const { allowedOrigins } = envelope;
  return (
    envelope["type"] === SF_EMBEDDING.bootstrap &&
    envelope["protocol"] === SF_EMBEDDING.protocol &&
    envelope["instanceId"] === instanceId &&
    Array.isArray(allowedOrigins) &&
    allowedOrigins.every((origin) => typeof origin === "string")
  );
}
