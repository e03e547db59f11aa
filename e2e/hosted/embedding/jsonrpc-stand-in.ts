// Stands in for @salesforce/jsonrpc, which is on no public registry: as much as the guest bridge calls of it.
type Handler = (params: unknown) => void;

export class MessageChannelTransport {
  readonly port: MessagePort;
  constructor(port: MessagePort) {
    this.port = port;
  }
  post(message: unknown): void {
    this.port.postMessage(message, []);
  }
  onMessage(handler: (message: unknown) => void): void {
    this.port.addEventListener("message", ({ data }) => handler(data));
    this.port.start();
  }
}

export class JsonRpcClient {
  readonly transport: MessageChannelTransport;
  readonly handlers = new Map<string, Handler>();
  constructor(transport: MessageChannelTransport) {
    this.transport = transport;
    transport.onMessage((message) => {
      const { method, params } = (message ?? {}) as { readonly method?: string; readonly params?: unknown };
      if (method !== undefined) this.handlers.get(method)?.(params);
    });
  }
  registerNotificationHandler(method: string, handler: Handler): void {
    this.handlers.set(method, handler);
  }
  sendNotification(method: string, params?: unknown): void {
    this.transport.post({ jsonrpc: "2.0", method, params });
  }
}

export const StandardErrorCode = {};
export const makeJsonRpcError = (code: number): object => ({ code });
