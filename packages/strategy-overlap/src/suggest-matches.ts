import type { RecordId } from "@sweetspot/contract";
import type { Board } from "./board.ts";
import type { Insight } from "./entry.ts";
import type { TextLanguage } from "./words/languages.ts";
import { contentWords } from "./words/content-words.ts";
import { createWordMatcher, type WordMatcher } from "./words/word-match.ts";

/** Two insights that may belong together, for a person to accept or dismiss. */
export interface MatchSuggestion {
  readonly customer: RecordId;
  readonly provider: RecordId;
  readonly level: RecordId;
  /** From 0 to 1; only for ordering. */
  readonly score: number;
  /** The reason to show: words of the customer's insight that ours has too. */
  readonly shared: readonly string[];
}

/**
 * Below this two statements share too little of what they say. A wrong suggestion costs more than none, so a single
 * shared word must be a name besides, and each of the two must be the other's best.
 */
export const SUGGESTION_SCORE = 0.2;

/** Suggests matches for one board after the other; the words of a statement are read once, not after each edit. */
export function createMatchSuggester(): typeof suggestMatches {
  let known = new Map<string, ReturnType<typeof contentWords>>();
  return (board, language = "en") => {
    const next: typeof known = new Map();
    const read: typeof contentWords = (text, fallback) => {
      const key = `${fallback} ${text}`;
      const words = known.get(key) ?? contentWords(text, fallback);
      next.set(key, words);
      return words;
    };
    const suggestions = suggest(board, language, read);
    known = next;
    return suggestions;
  };
}

/**
 * Matches nobody made or dismissed yet, by shared words, on one level each, best first.
 *
 * @param language taken for statements too short to tell theirs
 */
export const suggestMatches = (board: Board, language: TextLanguage = "en"): MatchSuggestion[] =>
  suggest(board, language, contentWords);

function suggest(board: Board, language: TextLanguage, read: typeof contentWords): MatchSuggestion[] {
  const insights = board.levels.flatMap(({ id }) => insightsOn(board, id));
  const texts = insights.map(({ id, fields }) => ({ id, text: fields.statement }));
  const matcher = createWordMatcher(texts, language, read);
  return board.levels
    .flatMap(({ id: level }) =>
      bestPairs(insightsOn(board, level), matcher).flatMap(([customer, provider]): MatchSuggestion[] => {
        if (board.isDismissed(customer, provider) || board.isMatched(customer, provider)) return [];
        const { score, shared, sharesName } = matcher.match(customer, provider);
        return shared.length > 1 || sharesName ? [{ customer, provider, level, score, shared }] : [];
      }),
    )
    .toSorted((one, other) => other.score - one.score);
}

/**
 * Pairs in which each is the other's best. Looked for among all, matched and dismissed ones too, so that none of these
 * calls forth the next worse.
 */
function bestPairs(
  here: readonly Insight[],
  matcher: WordMatcher,
): (readonly [customer: RecordId, provider: RecordId])[] {
  const customers = here.filter(({ fields }) => fields.side === "customer").map(({ id }) => id);
  const providers = here.filter(({ fields }) => fields.side === "provider").map(({ id }) => id);
  const scores = matcher.scores(customers, providers);
  const scoreAt = (row: number, place: number): number => scores[row * providers.length + place] ?? 0;
  const bestOfProvider = providers.map((_, place) =>
    customers.reduce((best, __, row) => Math.max(best, scoreAt(row, place)), 0),
  );
  return customers.flatMap((customer, row) => {
    const best = providers.reduce((most, _, place) => Math.max(most, scoreAt(row, place)), 0);
    if (best < SUGGESTION_SCORE) return [];
    return providers
      .filter((_, place) => scoreAt(row, place) === best && bestOfProvider[place] === best)
      .map((provider) => [customer, provider] as const);
  });
}

const insightsOn = (board: Board, level: RecordId): Insight[] =>
  (["customer", "provider"] as const).flatMap((side) =>
    (["strategy", "target", "challenge"] as const).flatMap((kind) => board.insightsIn({ level, side, kind })),
  );
