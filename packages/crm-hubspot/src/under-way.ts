import { within } from "./within.ts";

/** Requests of one portal that HubSpot has not answered yet. */
export interface UnderWay {
  /**
   * Asks, or waits for the answer to the same question where it is being asked already: a page that opens asks several
   * things at once which begin with the same. Whoever leaves ends the question only where nobody else waits for it.
   */
  join<T>(
    question: string,
    signal: AbortSignal | undefined,
    ask: (signal: AbortSignal) => Promise<T>,
  ): Promise<T>;
  readonly size: number;
}

/** Nobody reads it, and an error with a stack would be made for every request without it. */
const LEFT = "left";

interface Asked {
  readonly answer: Promise<unknown>;
  readonly left: AbortController;
  waiting: number;
}

export function createUnderWay(): UnderWay {
  const questions = new Map<string, Asked>();

  function begin(question: string, ask: (signal: AbortSignal) => Promise<unknown>): Asked {
    const left = new AbortController();
    const asked: Asked = { answer: ask(left.signal), left, waiting: 0 };
    questions.set(question, asked);
    const end = (): void => void (questions.get(question) === asked && questions.delete(question));
    asked.answer.then(end, end);
    // Nobody comes in after the last one has left.
    left.signal.addEventListener("abort", end, { once: true });
    return asked;
  }

  return {
    async join<T>(
      question: string,
      signal: AbortSignal | undefined,
      ask: (signal: AbortSignal) => Promise<T>,
    ) {
      signal?.throwIfAborted();
      const asked = questions.get(question) ?? begin(question, ask);
      asked.waiting += 1;
      try {
        return (await within(signal, asked.answer)) as T;
      } finally {
        asked.waiting -= 1;
        if (asked.waiting === 0) asked.left.abort(LEFT);
      }
    },
    get size() {
      return questions.size;
    },
  };
}
