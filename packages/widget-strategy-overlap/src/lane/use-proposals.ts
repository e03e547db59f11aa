import {
  type Board,
  createMatchSearch,
  type MatchSuggestion,
  type TextLanguage,
} from "@sweetspot/strategy-overlap";
import { useEffect, useMemo, useState } from "react";

const NONE: readonly MatchSuggestion[] = [];

/** How long nobody must have changed the board, in milliseconds: words are compared between two thoughts, not keys. */
const PAUSE = 700;
/** After this many milliseconds a slice is searched although the page is not idle: a slice is short. */
const LATEST = 500;
/** What the search may take of a frame, in milliseconds, before it lets the page answer a key. */
const SLICE = 4;

/**
 * Suggested matches, found while the page is idle; those of before stand until then, without what has been matched,
 * dismissed or removed since.
 *
 * @param paused while somebody is writing: nobody asks for suggestions then
 */
export function useProposals(
  board: Board,
  language: TextLanguage,
  { paused }: { readonly paused: boolean },
): readonly MatchSuggestion[] {
  const [search] = useState(createMatchSearch);
  const [found, setFound] = useState<readonly MatchSuggestion[]>(NONE);
  useEffect(() => {
    if (paused) return undefined;
    const steps = search(board, language);
    return whenIdle(() => {
      const until = performance.now() + SLICE;
      do {
        const step = steps.next();
        if (step.done === true) {
          setFound(step.value);
          return false;
        }
      } while (performance.now() < until);
      return true;
    });
  }, [board, language, search, paused]);
  return useMemo(
    () =>
      found.filter(
        ({ customer, provider }) =>
          board.insight(customer) &&
          board.insight(provider) &&
          !board.isMatched(customer, provider) &&
          !board.isDismissed(customer, provider),
      ),
    [found, board],
  );
}

/** Calls `work` after a pause, whenever the page is idle, as long as there is more of it. @returns what stops it */
function whenIdle(work: () => boolean): () => void {
  let idle: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (): void => {
    if (work()) next();
  };
  const next = (): void => {
    // Safari has no such callback, and a busy machine may never call a page idle.
    if (typeof requestIdleCallback === "function") idle = requestIdleCallback(run, { timeout: LATEST });
    else timer = setTimeout(run, 16);
  };
  timer = setTimeout(next, PAUSE);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
