import type { Line } from "./line.port.ts";

/** As much of a `MessagePort` as a line needs. */
export interface PortLike {
  postMessage(message: unknown): void;
  addEventListener(name: "message", listener: (event: { readonly data: unknown }) => void): void;
  /** Delivers what has arrived so far. */
  start(): void;
  close(): void;
}

/** A line over a port of our own. What is no text is not ours and is dropped. */
export function createPortLine(port: PortLike): Line {
  return {
    post: (text) => port.postMessage(text),
    listen(listener) {
      port.addEventListener("message", ({ data }) => {
        if (typeof data === "string") listener(data);
      });
      port.start();
    },
    close: () => port.close(),
  };
}
