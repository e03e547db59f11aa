import { CrmError } from "@sweetspot/contract";
import { useCallback, useEffect, useMemo, useState } from "react";

/** What was asked for; while the same thing is asked in other words, the answer before stays. */
export interface Answer<Value> {
  readonly value: Value | undefined;
  /** Somebody waits: `slow` after a moment in which most answers come. */
  readonly waiting: "no" | "briefly" | "slow";
  readonly error: CrmError | undefined;
  readonly again: () => void;
}

type Ask<Value> = (signal: AbortSignal) => Promise<Value>;

interface Question<Value> {
  readonly ask: Ask<Value>;
  readonly about: string;
  readonly time: number;
}

interface Settled<Value> {
  readonly of?: Question<Value>;
  readonly slow?: Question<Value>;
  readonly value?: Value;
  readonly error?: CrmError;
}

const SLOW_MS = 2_500;

/**
 * Asks when `ask` changes, and lets go of the question before. Without a question there is no answer.
 *
 * @param about what it is about: an answer about something else is not shown meanwhile
 */
export function useAnswer<Value>(ask: Ask<Value> | undefined, about: string): Answer<Value> {
  const [time, setTime] = useState(0);
  const question = useMemo(() => ask && { ask, about, time }, [ask, about, time]);
  const [settled, settle] = useState<Settled<Value>>({});
  useEffect(() => {
    if (!question) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => settle((before) => ({ ...before, slow: question })), SLOW_MS);
    const wait = async (): Promise<void> => {
      const outcome = await outcomeOf(question.ask, abort.signal);
      if (abort.signal.aborted) return;
      clearTimeout(timer);
      settle({ of: question, ...outcome });
    };
    void wait();
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [question]);
  const again = useCallback(() => setTime((before) => before + 1), []);
  const isAbout = question !== undefined && settled.of?.about === about;
  const done = settled.of === question;
  return {
    value: isAbout ? settled.value : undefined,
    error: done ? settled.error : undefined,
    waiting: done ? "no" : settled.slow === question ? "slow" : "briefly",
    again,
  };
}

async function outcomeOf<Value>(ask: Ask<Value>, signal: AbortSignal): Promise<Settled<Value>> {
  try {
    return { value: await ask(signal) };
  } catch (cause) {
    return {
      error: CrmError.is(cause)
        ? cause
        : new CrmError("unavailable", "The relations gave no answer.", { cause }),
    };
  }
}
