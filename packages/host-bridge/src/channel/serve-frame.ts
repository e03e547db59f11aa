import { createEventLine, type EmbeddingElement } from "./event-line.ts";
import {
  createHostChannel,
  type HostChannel,
  type HostChannelEvent,
  type Operation,
} from "./host-channel.ts";
import type { Line } from "./line.port.ts";
import { type MessagePlace, offerPort } from "./port-offer.ts";

export interface FrameServiceOptions {
  readonly page: MessagePlace;
  /** Origin of the frame's page. */
  readonly frameOrigin: string;
  /** Cannot be guessed; the frame has it from its address. */
  readonly instance: string;
  /** Everything the frame may have done, by name. */
  readonly allow: Readonly<Record<string, Operation>>;
  readonly snapshot: unknown;
  readonly accepts?: () => boolean;
  readonly onEvent?: (event: FrameServiceEvent) => void;
}

export type FrameServiceEvent = HostChannelEvent | { readonly kind: "shutdown" };

/** One frame on one host page. */
export interface FrameService {
  /** Listens on the element around the frame too, where one hands events to its guest and back. */
  join(element: EmbeddingElement): void;
  update(snapshot: unknown): void;
  close(): void;
}

/** Serves a frame by every way there is; the frame takes one of them. */
export function serveFrame(options: FrameServiceOptions): FrameService {
  const { onEvent = () => {}, accepts = () => true, page, frameOrigin, instance, allow } = options;
  let { snapshot } = options;
  let byPort: HostChannel | undefined;
  let byElement: HostChannel | undefined;
  let closed = false;

  const open = (line: Line): HostChannel => createHostChannel({ line, allow, accepts, snapshot, onEvent });
  const stop = offerPort({
    page,
    frameOrigin,
    instance,
    onLine(line) {
      byPort?.close();
      byPort = open(line);
    },
    onShutdown() {
      close();
      onEvent({ kind: "shutdown" });
    },
  });

  function close(): void {
    if (closed) return;
    closed = true;
    stop();
    byPort?.close();
    byElement?.close();
  }

  return {
    join(element) {
      if (!closed) byElement ??= open(createEventLine(element));
    },
    update(next) {
      snapshot = next;
      byPort?.update(next);
      byElement?.update(next);
    },
    close,
  };
}
