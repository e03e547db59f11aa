import {
  type Board,
  createMatchSuggester,
  type MatchSuggestion,
  type TextLanguage,
} from "@sweetspot/strategy-overlap";
import { useEffect, useMemo, useState } from "react";

const NONE: readonly MatchSuggestion[] = [];

/** How long nobody must have changed the board, in milliseconds: words are compared between two thoughts, not keys. */
const PAUSE = 700;

/**
 * Suggested matches, found while the page is idle; those of before stand until then, without what has been matched,
 * dismissed or removed since.
 */
export function useProposals(board: Board, language: TextLanguage): readonly MatchSuggestion[] {
  const [suggest] = useState(createMatchSuggester);
  const [found, setFound] = useState<readonly MatchSuggestion[]>(NONE);
  useEffect(() => {
    let idle: number | undefined;
    const look = (): void => setFound(suggest(board, language));
    const timer = setTimeout(() => {
      if (typeof requestIdleCallback === "function") idle = requestIdleCallback(look);
      else look();
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, [board, language, suggest]);
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
