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
 * same, costs HubSpot nothing; `forget` drops everything as soon as a webhook tells of a change.
 */
export interface AnswerMemory {
  recall(user: string, request: string): unknown;
  keep(user: string, request: string, answer: unknown): void;
  forget(): void;
}

interface Entry {
  readonly text: string;
  readonly until: number;
}

export function createAnswerMemory({ clock, freshMs, most = 2_000_000 }: AnswerMemoryOptions): AnswerMemory {
  const entries = new Map<string, Entry>();
  let size = 0;

  function drop(key: string): void {
    size -= key.length + (entries.get(key)?.text.length ?? 0);
    entries.delete(key);
  }

  const keyOf = (user: string, request: string): string => `${user}\n${request}`;

  return {
    recall(user, request) {
      const key = keyOf(user, request);
      const entry = entries.get(key);
      if (!entry) return undefined;
      if (entry.until > clock.now()) return JSON.parse(entry.text) as unknown;
      drop(key);
      return undefined;
    },
    keep(user, request, answer) {
      if (freshMs <= 0) return;
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
    forget() {
      entries.clear();
      size = 0;
    },
  };
}
