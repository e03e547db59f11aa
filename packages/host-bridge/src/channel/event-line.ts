import type { Line } from "./line.port.ts";
import { FRAME_EVENT, HOST_EVENT } from "./sf-embedding.ts";

/** As much of a `lightning-ui-embedding` element as a line needs. */
export interface EmbeddingElement {
  dispatchEvent(event: Event): boolean;
  addEventListener(name: string, listener: (event: Event) => void): void;
  removeEventListener(name: string, listener: (event: Event) => void): void;
}

/** The host's end of a line in custom events, which `lightning-ui-embedding` hands on to its guest and back. */
export function createEventLine(element: EmbeddingElement): Line {
  let listener: ((text: string) => void) | undefined;
  const hear = (event: Event): void => {
    const { detail } = event as CustomEvent<unknown>;
    if (typeof detail === "string") listener?.(detail);
  };
  return {
    post: (text) => void element.dispatchEvent(new CustomEvent(HOST_EVENT, { detail: text })),
    listen(next) {
      listener = next;
      element.addEventListener(FRAME_EVENT, hear);
    },
    close: () => element.removeEventListener(FRAME_EVENT, hear),
  };
}
