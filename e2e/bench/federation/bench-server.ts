import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
};

export interface BenchServer {
  readonly url: string;
  /** Bytes sent since the last `reset`, gzip level 9. */
  readonly sent: { script: number; all: number; requests: number };
  reset(): void;
  close(): Promise<void>;
}

/** Serves a folder over HTTP/1.1, compressed once, never cached. */
export async function serveFolder(folder: string): Promise<BenchServer> {
  const packed = new Map<string, Buffer>();
  const sent = { script: 0, all: 0, requests: 0 };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://bench");
    const file = path.join(folder, pathname);
    if (!file.startsWith(folder) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const body = packed.get(file) ?? gzipSync(readFileSync(file), { level: 9 });
    packed.set(file, body);
    sent.requests += 1;
    sent.all += body.length;
    if (file.endsWith(".js")) sent.script += body.length;
    response.writeHead(200, {
      "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream",
      "Content-Encoding": "gzip",
      "Content-Length": body.length,
      "Cache-Control": "no-store",
    });
    response.end(body);
  });
  return {
    url: await listen(server),
    sent,
    reset: () => Object.assign(sent, { script: 0, all: 0, requests: 0 }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
    });
  });
}
