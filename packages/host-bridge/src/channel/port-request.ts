import { ChannelFailure } from "./channel-failure.ts";
import { readMessage, writeMessage } from "./channel-message.ts";
import { createDeferred } from "./deferred.ts";
import type { Line } from "./line.port.ts";
import type { MessagePlace, WindowMessage } from "./port-offer.ts";
import { createPortLine } from "./port-line.ts";

/** As much of the frame's own window as the handshake touches. */
export interface FramePage extends MessagePlace {
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void };
}

export interface PortRequest {
  readonly page: FramePage;
  /** The only origin whose messages count. */
  readonly hostOrigin: string;
  readonly instance: string;
  /** Of this very page: a reload is another one. */
  readonly visit: string;
  /** Gives up waiting. */
  readonly signal: AbortSignal;
  /** A second port came: the line is closed already, nothing may be trusted any more. */
  readonly onDuplicate: () => void;
}

const READY_AGAIN_MS = 250;

/**
 * The frame's part of the handshake in the window: says that it is ready until a port comes, from the page around it,
 * from the named origin, for this instance and visit. A second port ends everything.
 *
 * @throws ChannelFailure `no-answer` when the signal is aborted first
 */
export function requestPort(request: PortRequest): Promise<Line> {
  const { page, hostOrigin, instance, visit, signal, onDuplicate } = request;
  const { promise, resolve, reject } = createDeferred<Line>();
  let line: Line | undefined;
  const tell = (kind: "frame-ready" | "frame-shutdown"): void =>
    page.parent.postMessage(writeMessage({ kind, instance, visit }), hostOrigin);

  const listen = (event: WindowMessage): void => {
    if (event.source !== page.parent || event.origin !== hostOrigin || typeof event.data !== "string") return;
    const message = readMessage(event.data);
    if (message?.["kind"] !== "host-port" || message["instance"] !== instance || message["visit"] !== visit)
      return;
    const [port, ...more] = event.ports;
    if (!port || more.length > 0) return;
    stopAsking();
    if (line) {
      page.removeEventListener("message", listen);
      line.close();
      port.close();
      tell("frame-shutdown");
      return onDuplicate();
    }
    line = createPortLine(port);
    resolve(line);
  };

  function stopAsking(): void {
    clearInterval(again);
    signal.removeEventListener("abort", giveUp);
  }
  function giveUp(): void {
    stopAsking();
    page.removeEventListener("message", listen);
    reject(new ChannelFailure("no-answer"));
  }

  page.addEventListener("message", listen);
  const again = setInterval(() => tell("frame-ready"), READY_AGAIN_MS);
  signal.addEventListener("abort", giveUp);
  tell("frame-ready");
  return promise;
}
