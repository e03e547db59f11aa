import { readMessage, writeMessage } from "./channel-message.ts";
import type { Line } from "./line.port.ts";
import { createPortLine, type PortLike } from "./port-line.ts";

/** As much of a window as the handshake touches; inside Lightning Web Security it is the sandbox's view of it. */
export interface MessagePlace {
  addEventListener(name: "message", listener: (event: WindowMessage) => void): void;
  removeEventListener(name: "message", listener: (event: WindowMessage) => void): void;
}

export interface WindowMessage {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
  readonly ports: readonly PortLike[];
}

interface Poster {
  postMessage(message: unknown, targetOrigin: string, transfer?: unknown): void;
}

export interface PortOffer {
  /** The window the frame stands in. */
  readonly page: MessagePlace;
  /** Origin of the frame's page; messages of others are not looked at. */
  readonly frameOrigin: string;
  /** Cannot be guessed and is known to this frame alone, which has it from its address. */
  readonly instance: string;
  /** A line to a page that has just loaded in the frame; the line before it is dead then. */
  readonly onLine: (line: Line) => void;
  /** Somebody tried to take the host's place; the frame has let go of everything. */
  readonly onShutdown: () => void;
  readonly createChannel?: () => { readonly port1: PortLike; readonly port2: PortLike };
}

/**
 * The host's part of the handshake in the window: each page that loads in the frame and says that it is ready gets one
 * port, once. Answers how to stop listening.
 */
export function offerPort({
  page,
  frameOrigin,
  instance,
  onLine,
  onShutdown,
  createChannel = () => new MessageChannel(),
}: PortOffer): () => void {
  let served = "";
  const listen = ({ data, origin, source }: WindowMessage): void => {
    if (origin !== frameOrigin || typeof data !== "string") return;
    const message = readMessage(data);
    if (message?.["instance"] !== instance) return;
    const { kind, visit } = message;
    if (kind === "frame-shutdown" && visit === served) onShutdown();
    if (kind !== "frame-ready" || typeof visit !== "string" || visit === served || source === null) return;
    served = visit;
    const { port1, port2 } = createChannel();
    const text = writeMessage({ kind: "host-port", instance, visit });
    (source as Poster).postMessage(text, frameOrigin, [port2]);
    onLine(createPortLine(port1));
  };
  page.addEventListener("message", listen);
  return () => page.removeEventListener("message", listen);
}
