import type { Line } from "./line.port.ts";

export interface LinePair {
  readonly frame: Line;
  readonly host: Line;
  /** Everything that was posted, in order. */
  readonly posted: readonly { readonly by: "frame" | "host"; readonly text: string }[];
}

/** Two ends of one line; what is posted arrives when `deliver` runs it, in the order of posting for each direction. */
export function createLinePair(deliver: (arrive: () => void) => void = queueMicrotask): LinePair {
  const posted: { by: "frame" | "host"; text: string }[] = [];
  const createEnd = (by: "frame" | "host") => {
    let listener: ((text: string) => void) | undefined;
    let open = true;
    const waiting: string[] = [];
    const end = {
      other: undefined as unknown as { arrive(text: string): void },
      arrive(text: string) {
        if (!open) return;
        if (listener) listener(text);
        else waiting.push(text);
      },
      line: {
        post(text: string) {
          posted.push({ by, text });
          if (open) deliver(() => end.other.arrive(text));
        },
        listen(next: (text: string) => void) {
          listener = next;
          for (const text of waiting.splice(0)) next(text);
        },
        close() {
          open = false;
        },
      },
    };
    return end;
  };
  const [frame, host] = [createEnd("frame"), createEnd("host")];
  frame.other = host;
  host.other = frame;
  return { frame: frame.line, host: host.line, posted };
}
