import { CrmError, type CrmErrorMessage, fromCrmErrorMessage } from "@sweetspot/contract";
import { ChannelFailure } from "./channel-failure.ts";
import {
  CHANNEL_VERSIONS,
  type FrameMessage,
  NotTransferable,
  readMessage,
  writeMessage,
} from "./channel-message.ts";
import { createDeferred, type Deferred } from "./deferred.ts";
import type { Line } from "./line.port.ts";

export interface FrameChannelOptions {
  readonly line: Line;
  /** Of this very page: a reload is another one. */
  readonly visit: string;
  /** Milliseconds until the host must have answered the greeting. Default 10,000. */
  readonly welcomeMs?: number;
  /** Milliseconds until a call counts as lost. Default 130,000: longer than any host waits itself. */
  readonly callMs?: number;
}

/** The frame's end, after the host has welcomed it. */
export interface FrameChannel {
  /** What the host said of the place last. */
  readonly snapshot: unknown;
  /** Does this host do that at all? */
  can(operation: string): boolean;
  /**
   * Has the host do something. Rejects with a `CrmError` of the channel or of the host, with the host system's own
   * failure as plain data, or with the signal's reason.
   */
  call(operation: string, argument?: unknown, options?: CallOptions): Promise<unknown>;
  /** Told each whole snapshot that comes later. */
  onSnapshot(listener: (snapshot: unknown) => void): void;
  /** Told once when the host has let go; calls under way reject as `unavailable`. */
  onGoodbye(listener: () => void): void;
  close(): void;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

type Waiting = Pick<Deferred<unknown>, "resolve" | "reject">;

/** Greetings may come before the host listens; some lines drop what nobody hears. */
const GREET_AGAIN_MS = 250;

/** Greets the host and waits for its welcome. @throws ChannelFailure `no-answer`, `version` or `refused` */
export async function createFrameChannel(options: FrameChannelOptions): Promise<FrameChannel> {
  const { line, visit, welcomeMs = 10_000, callMs = 130_000 } = options;
  const waiting = new Map<number, Waiting>();
  const snapshotListeners: ((snapshot: unknown) => void)[] = [];
  const goodbyeListeners: (() => void)[] = [];
  let operations: ReadonlySet<string> | undefined;
  let snapshot: unknown;
  let lastId = 0;
  let over = false;
  const welcome = createDeferred<void>();

  const say = (message: FrameMessage): void => line.post(writeMessage(message));

  function end(): void {
    if (over) return;
    over = true;
    line.close();
    for (const { reject } of waiting.values()) reject(hostIsGone());
    waiting.clear();
  }

  line.listen((text) => {
    const message = readMessage(text);
    if (!message || over) return;
    const { kind } = message;
    if (kind === "welcome" && !operations) {
      if (!CHANNEL_VERSIONS.includes(message["version"] as number))
        return welcome.reject(new ChannelFailure("version"));
      operations = new Set(message["operations"] as readonly string[]);
      ({ snapshot } = message);
      return welcome.resolve();
    }
    if (kind === "refusal" && !operations)
      return welcome.reject(new ChannelFailure(message["reason"] === "version" ? "version" : "refused"));
    if (!operations) return;
    if (kind === "snapshot") {
      ({ snapshot } = message);
      for (const listener of snapshotListeners) listener(snapshot);
    }
    if (kind === "goodbye") {
      end();
      for (const listener of goodbyeListeners) listener();
    }
    const call = waiting.get(message["id"] as number);
    if (!call) return;
    if (kind === "answer") call.resolve(message["value"]);
    if (kind === "failure") call.reject(fromCrmErrorMessage(message["error"] as CrmErrorMessage));
    if (kind === "foreign-failure") call.reject(message["failure"]);
  });

  const hello: FrameMessage = { kind: "hello", versions: CHANNEL_VERSIONS, visit };
  say(hello);
  const again = setInterval(() => say(hello), GREET_AGAIN_MS);
  const tooLate = setTimeout(() => welcome.reject(new ChannelFailure("no-answer")), welcomeMs);
  try {
    await welcome.promise;
  } catch (failure) {
    end();
    throw failure;
  } finally {
    clearInterval(again);
    clearTimeout(tooLate);
  }

  return {
    get snapshot() {
      return snapshot;
    },
    can: (operation) => operations?.has(operation) === true,
    async call(operation, argument = null, { signal } = {}) {
      signal?.throwIfAborted();
      if (over) throw hostIsGone();
      const id = (lastId += 1);
      const { promise, resolve, reject } = createDeferred<unknown>();
      const giveUp = (reason: unknown): void => {
        say({ kind: "cancel", id });
        reject(reason);
      };
      const abort = (): void => giveUp(signal?.reason);
      try {
        say({ kind: "call", id, operation, argument });
      } catch (cause) {
        if (!(cause instanceof NotTransferable)) throw cause;
        throw new CrmError(
          "malformed",
          `What "${operation}" is asked with cannot be sent: ${cause.message}`,
          { cause },
        );
      }
      waiting.set(id, { resolve, reject });
      const lost = setTimeout(
        () => giveUp(new CrmError("unavailable", `The host did not answer "${operation}".`)),
        callMs,
      );
      signal?.addEventListener("abort", abort, { once: true });
      return promise.finally(() => {
        waiting.delete(id);
        clearTimeout(lost);
        signal?.removeEventListener("abort", abort);
      });
    },
    onSnapshot: (listener) => void snapshotListeners.push(listener),
    onGoodbye: (listener) => void goodbyeListeners.push(listener),
    close: end,
  };
}

const hostIsGone = (): CrmError => new CrmError("unavailable", "The page around the frame has let go of it.");
