import type { RecordId } from "@sweetspot/contract";
import type { Board } from "./board.ts";
import type { Insight } from "./entry.ts";
import type { TextLanguage } from "./words/languages.ts";
import { createWordMatcher } from "./words/word-match.ts";

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

/**
 * Matches nobody made or dismissed yet, by shared words, on one level each, best first.
 *
 * @param language taken for statements too short to tell theirs
 */
export function suggestMatches(board: Board, language: TextLanguage = "en"): MatchSuggestion[] {
  const insights = board.levels.flatMap(({ id }) => insightsOn(board, id));
  const matcher = createWordMatcher(
    insights.map(({ id, fields }) => ({ id, text: fields.statement })),
    language,
  );
  const possible = board.levels.flatMap(({ id: level }) => {
    const here = insightsOn(board, level);
    const [customers, providers] = [
      here.filter(({ fields }) => fields.side === "customer"),
      here.filter(({ fields }) => fields.side === "provider"),
    ];
    return customers.flatMap((customer) =>
      providers.flatMap((provider): MatchSuggestion[] => {
        const { score, shared, sharesName } = matcher.match(customer.id, provider.id);
        const isEnough = score >= SUGGESTION_SCORE && (shared.length > 1 || sharesName);
        return isEnough ? [{ customer: customer.id, provider: provider.id, level, score, shared }] : [];
      }),
    );
  });
  // The best is looked for among all pairs, so that a dismissed one does not call forth the next worse.
  const best = bestScores(possible);
  return possible
    .filter(({ customer, provider, score }) => best.get(customer) === score && best.get(provider) === score)
    .filter(({ customer, provider }) => !board.isDismissed(customer, provider))
    .filter(({ customer, provider }) => !board.isMatched(customer, provider))
    .toSorted((one, other) => other.score - one.score);
}

function bestScores(pairs: readonly MatchSuggestion[]): ReadonlyMap<RecordId, number> {
  const best = new Map<RecordId, number>();
  for (const { customer, provider, score } of pairs)
    for (const id of [customer, provider]) best.set(id, Math.max(best.get(id) ?? 0, score));
  return best;
}

const insightsOn = (board: Board, level: RecordId): Insight[] =>
  (["customer", "provider"] as const).flatMap((side) =>
    (["strategy", "target", "challenge"] as const).flatMap((kind) => board.insightsIn({ level, side, kind })),
  );
