import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { HubspotEmulator } from "./emulator.ts";

export interface RunningEmulator {
  readonly basePath: string;
  close(): Promise<void>;
}

/** A portal, or a cloud of them, on a port of this machine, for clients that speak over a real connection. */
export async function serveHubspot(emulator: Pick<HubspotEmulator, "handle">): Promise<RunningEmulator> {
  const server = createServer((incoming, outgoing) => {
    const chunks: Uint8Array[] = [];
    incoming.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    incoming.on("end", () => {
      const hasBody = incoming.method !== "GET" && incoming.method !== "HEAD" && chunks.length > 0;
      const request = new Request(`http://localhost${incoming.url ?? "/"}`, {
        method: incoming.method ?? "GET",
        headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]),
        ...(hasBody ? { body: Buffer.concat(chunks) } : {}),
      });
      void emulator.handle(request).then(async (response) => {
        if (response.type === "error") return incoming.socket.destroy();
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        return outgoing.end(Buffer.from(await response.arrayBuffer()));
      });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    basePath: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
