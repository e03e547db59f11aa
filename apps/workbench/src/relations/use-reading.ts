import type { CrmError } from "@sweetspot/contract";
import { useCallback, useEffect, useState } from "react";
import { toCrmError } from "./relations-client.ts";

export interface Reading<T> {
  /** The last answer; it stays while it is read again. */
  readonly value: T | undefined;
  readonly error: CrmError | undefined;
  readonly isReading: boolean;
  readonly readAgain: () => void;
}

/** What a call answers, read anew when the call changes. Pass a call that `useCallback` keeps. */
export function useReading<T>(read: (signal: AbortSignal) => Promise<T>): Reading<T> {
  const [turn, setTurn] = useState(0);
  const [found, setFound] = useState<{ readonly value?: T; readonly error?: CrmError }>({});
  const [isReading, setReading] = useState(true);
  useEffect(() => {
    const ending = new AbortController();
    setReading(true);
    read(ending.signal)
      .then(
        (value) => ({ value }),
        (error: unknown) => ({ error: toCrmError(error) }),
      )
      .then((result) => {
        if (ending.signal.aborted) return undefined;
        setFound((before) => ("error" in result ? { ...before, ...result } : result));
        setReading(false);
        return undefined;
      })
      .catch(() => undefined);
    return () => ending.abort();
    // A turn reads the same again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [read, turn]);
  const readAgain = useCallback(() => setTurn((before) => before + 1), []);
  return { value: found.value, error: found.error, isReading, readAgain };
}
