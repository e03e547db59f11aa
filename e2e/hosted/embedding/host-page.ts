// A page that plays `lightning-ui-embedding`, without components: the session alone.
import {
  type EmbeddingError,
  type EmbeddingFaults,
  type EmbeddingSession,
  openEmbeddingSession,
} from "../../host-bench/lightning/embedding-session.ts";

export interface HostNotes {
  /** What the guest says it has seen. */
  readonly seen: object[];
  readonly errors: EmbeddingError[];
  readonly events: { readonly name: string; readonly detail: unknown }[];
  ready: boolean;
}

declare global {
  interface Window {
    embed(src: string, faults: EmbeddingFaults, timeoutMs: number): void;
    notes: HostNotes;
    session: EmbeddingSession;
  }
}

window.embed = (src, faults, timeoutMs) => {
  const notes: HostNotes = { seen: [], errors: [], events: [], ready: false };
  window.notes = notes;
  document.body.replaceChildren();
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
  window.addEventListener("message", ({ source, data }: MessageEvent<{ readonly seen?: object }>) => {
    if (source === frame.contentWindow && data.seen) notes.seen.push(data.seen);
  });
  window.session = openEmbeddingSession({
    frame,
    src,
    faults,
    timeoutMs,
    onReady: () => {
      notes.ready = true;
    },
    onError: (error) => notes.errors.push(error),
    onEvent: (name, detail) => notes.events.push({ name, detail }),
  });
  document.body.append(frame);
};
