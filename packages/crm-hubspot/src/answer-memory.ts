import type { Clock } from "./clock.ts";

export interface AnswerMemoryOptions {
  readonly clock: Clock;
  /** How long an answer may be used again; 0 remembers nothing. */
  readonly freshMs: number;
  /** Characters of all answers together; the oldest go first. Default 2,000,000. */
  readonly most?: number;
}

/**
 * Answers of one portal, each for the very user who was given it. A page that is opened again, or whose widgets ask for the
 * same, costs HubSpot nothing; `forget` drops what a webhook tells has changed.
 */
export interface AnswerMemory {
  recall(user: string, request: string): unknown;
  /** @param asked the memory's `time` when HubSpot was asked: an answer on its way while something changed is not kept */
  keep(user: string, request: string, answer: unknown, asked: number): void;
  /** Counts what was forgotten. */
  readonly time: number;
  /** Answers that name one of these records, or were asked about it; all of them without. */
  forget(records?: readonly string[]): void;
  /** Drops what is too old to be used again. Keeping does so by itself; this is for portals nobody asks any more. */
  sweep(): void;
  /** Characters held. */
  readonly size: number;
}

interface Entry {
  readonly text: string;
  readonly until: number;
}

export function createAnswerMemory({ clock, freshMs, most = 2_000_000 }: AnswerMemoryOptions): AnswerMemory {
  const entries = new Map<string, Entry>();
  let size = 0;
  let time = 0;

  function drop(key: string): void {
    size -= key.length + (entries.get(key)?.text.length ?? 0);
    entries.delete(key);
  }

  const keyOf = (user: string, request: string): string => `${user}\n${request}`;

  /** All are fresh for the same time, so the oldest stand first. */
  function sweep(): void {
    const now = clock.now();
    for (const [key, { until }] of entries) {
      if (until > now) return;
      drop(key);
    }
  }

  return {
    recall(user, request) {
      const key = keyOf(user, request);
      const entry = entries.get(key);
      if (!entry) return undefined;
      if (entry.until > clock.now()) return JSON.parse(entry.text) as unknown;
      drop(key);
      return undefined;
    },
    get time() {
      return time;
    },
    keep(user, request, answer, asked) {
      if (freshMs <= 0 || asked !== time) return;
      sweep();
      const key = keyOf(user, request);
      // Text, so that nobody changes an answer for the next one.
      const text = JSON.stringify(answer) ?? "null";
      if (key.length + text.length > most) return;
      if (entries.has(key)) drop(key);
      entries.set(key, { text, until: clock.now() + freshMs });
      size += key.length + text.length;
      for (const oldest of entries.keys()) {
        if (size <= most) return;
        drop(oldest);
      }
    },
    forget(records) {
      time += 1;
      const names = records?.map((id) => JSON.stringify(id));
      for (const [key, { text }] of entries)
        if (!names || names.some((name) => key.includes(name) || text.includes(name))) drop(key);
    },
    sweep,
    get size() {
      return size;
    },
  };
}
