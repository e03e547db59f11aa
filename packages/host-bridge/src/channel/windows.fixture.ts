import type { MessagePlace, WindowMessage } from "./port-offer.ts";
import type { PortLike } from "./port-line.ts";
import type { FramePage } from "./port-request.ts";

/** A window as far as `postMessage` goes; a message arrives only at the origin it was meant for. */
export interface FakeWindow extends MessagePlace {
  readonly origin: string;
  /** What another window posts here. */
  receive(message: Omit<WindowMessage, "origin" | "source">, from: Sender, targetOrigin: string): void;
  readonly heard: unknown[];
}

interface Sender {
  readonly origin: string;
  /** What the receiver sees as `event.source`. */
  readonly view: unknown;
}

export function createFakeWindow(origin: string): FakeWindow {
  const listeners = new Set<(event: WindowMessage) => void>();
  const heard: unknown[] = [];
  return {
    origin,
    heard,
    addEventListener: (_, listener) => void listeners.add(listener),
    removeEventListener: (_, listener) => void listeners.delete(listener),
    receive({ data, ports }, from, targetOrigin) {
      if (targetOrigin !== origin) return;
      heard.push(data);
      queueMicrotask(() => {
        for (const listener of listeners) listener({ data, ports, origin: from.origin, source: from.view });
      });
    },
  };
}

/** A frame inside a host's page: the frame's window as the frame sees it, and the host's window. */
export function createFramedPages(hostOrigin: string, frameOrigin: string) {
  const host = createFakeWindow(hostOrigin);
  const inner = createFakeWindow(frameOrigin);
  // As the host sees the frame, and the frame its parent: windows that can only be posted to.
  const frameView = {
    postMessage: (data: unknown, target: string, ports: readonly PortLike[] = []) =>
      inner.receive({ data, ports }, { origin: hostOrigin, view: parent }, target),
  };
  const parent = {
    postMessage: (data: unknown, target: string) =>
      host.receive({ data, ports: [] }, { origin: frameOrigin, view: frameView }, target),
  };
  const frame: FramePage = {
    addEventListener: inner.addEventListener,
    removeEventListener: inner.removeEventListener,
    parent,
  };
  return { host, frame, frameView, inner, parent };
}
