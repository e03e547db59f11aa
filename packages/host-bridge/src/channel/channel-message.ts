import type { CrmErrorMessage } from "@sweetspot/contract";

/** Versions of this protocol that this code speaks, newest first. Both ends are deployed apart. */
export const CHANNEL_VERSIONS: readonly number[] = [1];

/** What a frame may say. Ids of calls count up from 1. */
export type FrameMessage =
  /** `visit` names the page in the frame: after a reload it is another one, whose ids begin anew. */
  | { readonly kind: "hello"; readonly versions: readonly number[]; readonly visit: string }
  | { readonly kind: "call"; readonly id: number; readonly operation: string; readonly argument: unknown }
  | { readonly kind: "cancel"; readonly id: number };

/** What a host may say. A snapshot is always whole: it takes the place of the one before. */
export type HostMessage =
  | {
      readonly kind: "welcome";
      readonly version: number;
      readonly operations: readonly string[];
      readonly snapshot: unknown;
    }
  | { readonly kind: "refusal"; readonly reason: RefusalReason; readonly versions: readonly number[] }
  | { readonly kind: "snapshot"; readonly snapshot: unknown }
  | { readonly kind: "answer"; readonly id: number; readonly value?: unknown }
  | { readonly kind: "failure"; readonly id: number; readonly error: CrmErrorMessage }
  /** Failed in the host system's own words, which its adapter in the frame understands. */
  | { readonly kind: "foreign-failure"; readonly id: number; readonly failure: unknown }
  | { readonly kind: "goodbye" };

/** `version`: host and frame have no version in common. `host`: the page does not want this frame now. */
export type RefusalReason = "version" | "host";

/** What the two windows say to each other until a port connects them. */
export type WindowHandshake = {
  readonly kind: "frame-ready" | "host-port" | "frame-shutdown";
  readonly instance: string;
  readonly visit: string;
};

/** Stands first in every text: other scripts may speak on the same way. */
const MARK = "sweetspot:";

/** Thrown where a value has no form in JSON. */
export class NotTransferable extends Error {
  override readonly name = "NotTransferable";
}

/**
 * Text of a message. @throws NotTransferable for what would arrive changed: functions, symbols, big integers, numbers
 * that are none, objects with a class, circles.
 */
export function writeMessage(message: FrameMessage | HostMessage | WindowHandshake): string {
  try {
    return MARK + JSON.stringify(message, refuseUnlikeJson);
  } catch (cause) {
    if (cause instanceof NotTransferable) throw cause;
    throw new NotTransferable("The value refers to itself or cannot be read.", { cause });
  }
}

function refuseUnlikeJson(key: string, value: unknown): unknown {
  const kind = typeof value;
  if (kind === "function" || kind === "symbol" || kind === "bigint")
    throw new NotTransferable(`"${key}" is a ${kind}.`);
  if (kind === "number" && !Number.isFinite(value)) throw new NotTransferable(`"${key}" is no number.`);
  if (kind === "object" && value !== null && !/^\[object (Object|Array)\]$/.test(nameOf(value)))
    throw new NotTransferable(`"${key}" is a ${nameOf(value)}.`);
  return value;
}

const nameOf = (value: unknown): string => Object.prototype.toString.call(value);

/** The message of a text; undefined for everything that is none. What a message carries is still to be judged. */
export function readMessage(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.startsWith(MARK)) return undefined;
  try {
    const message: unknown = JSON.parse(text.slice(MARK.length));
    return typeof message === "object" && message !== null && "kind" in message
      ? (message as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
