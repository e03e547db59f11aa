import { CrmError, toCrmErrorMessage } from "@sweetspot/contract";
import { CHANNEL_VERSIONS, type HostMessage, readMessage, writeMessage } from "./channel-message.ts";
import type { Line } from "./line.port.ts";
import { toForeignFailure } from "./foreign-failure.ts";

/** Runs one named operation. The argument is whatever a frame sent: judge it before use. */
export type Operation = (argument: unknown, options: { readonly signal: AbortSignal }) => unknown;

export interface HostChannelOptions {
  readonly line: Line;
  /** Everything a frame may have done, by name. There is no other way in. */
  readonly allow: Readonly<Record<string, Operation>>;
  /** What the frame is told of the place it stands in; JSON. */
  readonly snapshot: unknown;
  /** May the frame come in now? Asked at each greeting; without it every frame may. */
  readonly accepts?: () => boolean;
  /** Calls under way at once before further ones are refused. Default 100. */
  readonly mostCalls?: number;
  /** Told when a frame has been welcomed, or asked for what is not allowed: for logs. */
  readonly onEvent?: (event: HostChannelEvent) => void;
}

export type HostChannelEvent =
  | { readonly kind: "welcomed"; readonly version: number }
  | { readonly kind: "version-refused"; readonly versions: readonly unknown[] }
  | { readonly kind: "operation-refused"; readonly operation: string };

export interface HostChannel {
  /** Something about the place changed; the frame gets the whole of it. Never another record: that is another frame. */
  update(snapshot: unknown): void;
  /** Says goodbye, stops what is under way and lets go of the line. */
  close(): void;
}

/**
 * The host's end: answers a frame's calls of the operations in `allow` and nothing else. A call that is cancelled gets
 * its signal aborted and no answer; an id that has been there before runs nothing.
 */
export function createHostChannel(options: HostChannelOptions): HostChannel {
  const { line, allow, accepts = () => true, mostCalls = 100, onEvent = () => {} } = options;
  const running = new Map<number, AbortController>();
  let { snapshot } = options;
  let welcomed = "";
  let closed = false;
  let lastId = 0;

  const say = (message: HostMessage): void => {
    if (!closed) line.post(writeMessage(message));
  };
  const refuse = (id: number, error: CrmError): void =>
    say({ kind: "failure", id, error: toCrmErrorMessage(error) });

  function greet(versions: unknown, visit: unknown): void {
    if (typeof visit !== "string" || visit === "") return;
    const offered: readonly unknown[] = Array.isArray(versions) ? versions : [];
    const version = CHANNEL_VERSIONS.find((known) => offered.includes(known));
    if (version === undefined) {
      say({ kind: "refusal", reason: "version", versions: CHANNEL_VERSIONS });
      return onEvent({ kind: "version-refused", versions: offered });
    }
    if (!accepts()) return say({ kind: "refusal", reason: "host", versions: CHANNEL_VERSIONS });
    // A frame whose greeting is answered late says it once more; one that was reloaded begins anew.
    if (visit !== welcomed) {
      stopAll("The frame was loaded anew.");
      lastId = 0;
      welcomed = visit;
      onEvent({ kind: "welcomed", version });
    }
    say({ kind: "welcome", version, operations: Object.keys(allow), snapshot });
  }

  function stopAll(reason: string): void {
    for (const control of running.values()) control.abort(new DOMException(reason, "AbortError"));
    running.clear();
  }

  async function run(id: number, name: string, argument: unknown): Promise<void> {
    const operation = Object.hasOwn(allow, name) ? allow[name] : undefined;
    if (!operation) {
      refuse(id, new CrmError("forbidden", `"${name}" is nothing this page does for a frame.`));
      return onEvent({ kind: "operation-refused", operation: name });
    }
    if (running.size >= mostCalls)
      return refuse(id, new CrmError("rate-limited", "Too many calls at once.", { retryAfterMs: 1000 }));
    const control = new AbortController();
    running.set(id, control);
    let answer: () => void;
    try {
      const value = await operation(argument, { signal: control.signal });
      answer = () => say({ kind: "answer", id, value });
    } catch (failure) {
      answer = () =>
        CrmError.is(failure)
          ? refuse(id, failure)
          : say({ kind: "foreign-failure", id, failure: toForeignFailure(failure) });
    }
    if (control.signal.aborted) return;
    running.delete(id);
    try {
      answer();
    } catch {
      refuse(id, new CrmError("malformed", `The answer of "${name}" cannot be sent to a frame.`));
    }
  }

  line.listen((text) => {
    const message = readMessage(text);
    if (closed || !message) return;
    const { kind, id } = message;
    if (kind === "hello") return greet(message["versions"], message["visit"]);
    if (welcomed === "" || typeof id !== "number") return;
    if (kind === "cancel") {
      running.get(id)?.abort(new DOMException("Cancelled by the frame.", "AbortError"));
      running.delete(id);
      return;
    }
    if (kind !== "call" || !Number.isSafeInteger(id) || id <= lastId) return;
    lastId = id;
    void run(id, String(message["operation"]), message["argument"]);
  });

  return {
    update(next) {
      snapshot = next;
      if (welcomed !== "") say({ kind: "snapshot", snapshot });
    },
    close() {
      if (closed) return;
      say({ kind: "goodbye" });
      closed = true;
      stopAll("The page let go of the frame.");
      line.close();
    },
  };
}
