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

/** Looks for matches in steps of a few milliseconds each; the last one answers with what was found. */
export type MatchSearch = (
  board: Board,
  language?: TextLanguage,
) => Generator<undefined, readonly MatchSuggestion[]>;

/**
 * For a page that must answer keys meanwhile, one board after the other. The words of a statement are read once, not
 * after each edit, also where a search is given up because the board has changed.
 */
export function createMatchSearch(): MatchSearch {
  const known = new Map<string, ReturnType<typeof contentWords>>();
  return function* search(board, language = "en") {
    const used = new Set<string>();
    const suggestions = yield* suggest(board, language, (text, fallback) => {
      const key = `${fallback} ${text}`;
      const words = known.get(key) ?? contentWords(text, fallback);
      known.set(key, words);
      used.add(key);
      return words;
    });
    for (const key of known.keys()) if (!used.has(key)) known.delete(key);
    return suggestions;
  };
}

/** Suggests matches for one board after the other, at once; the words of a statement are read once. */
export function createMatchSuggester(): typeof suggestMatches {
  const search = createMatchSearch();
  return (board, language) => [...finish(search(board, language))];
}

/**
 * Matches nobody made or dismissed yet, by shared words, on one level each, best first.
 *
 * @param language taken for statements too short to tell theirs
 */
export const suggestMatches = (board: Board, language: TextLanguage = "en"): MatchSuggestion[] =>
  finish(suggest(board, language, contentWords));

/** Statements read, and statements compared with a whole half, in one step. */
const READ_AT_ONCE = 25;
const COMPARED_AT_ONCE = 20;

function* suggest(
  board: Board,
  language: TextLanguage,
  read: typeof contentWords,
): Generator<undefined, MatchSuggestion[]> {
  const insights = board.levels.flatMap(({ id }) => insightsOn(board, id));
  const texts = insights.map(({ id, fields }) => ({ id, text: fields.statement }));
  const words = new Map<string, ReturnType<typeof contentWords>>();
  for (const [index, { text }] of texts.entries()) {
    words.set(text, read(text, language));
    if (index % READ_AT_ONCE === 0) yield;
  }
  const matcher = createWordMatcher(texts, language, (text) => words.get(text) ?? read(text, language));
  yield;
  const found: MatchSuggestion[] = [];
  for (const { id: level } of board.levels)
    for (const [customer, provider] of yield* bestPairs(insightsOn(board, level), matcher)) {
      if (board.isDismissed(customer, provider) || board.isMatched(customer, provider)) continue;
      const { score, shared, sharesName } = matcher.match(customer, provider);
      if (shared.length > 1 || sharesName) found.push({ customer, provider, level, score, shared });
    }
  return found.toSorted((one, other) => other.score - one.score);
}

/**
 * Pairs in which each is the other's best. Looked for among all, matched and dismissed ones too, so that none of these
 * calls forth the next worse.
 */
function* bestPairs(
  here: readonly Insight[],
  matcher: WordMatcher,
): Generator<undefined, (readonly [customer: RecordId, provider: RecordId])[]> {
  const customers = here.filter(({ fields }) => fields.side === "customer").map(({ id }) => id);
  const providers = here.filter(({ fields }) => fields.side === "provider").map(({ id }) => id);
  const bestOfProvider = providers.map(() => 0);
  const candidates: {
    readonly customer: RecordId;
    readonly best: number;
    readonly places: readonly number[];
  }[] = [];
  for (let start = 0; start < customers.length; start += COMPARED_AT_ONCE) {
    const block = customers.slice(start, start + COMPARED_AT_ONCE);
    const scores = matcher.scores(block, providers);
    for (const [row, customer] of block.entries()) {
      const line = scores.slice(row * providers.length, (row + 1) * providers.length);
      let best = 0;
      for (const [place, score] of line.entries()) {
        if (score > best) best = score;
        if (score > (bestOfProvider[place] ?? 0)) bestOfProvider[place] = score;
      }
      if (best >= SUGGESTION_SCORE)
        candidates.push({
          customer,
          best,
          places: providers.flatMap((_, place) => (line[place] === best ? [place] : [])),
        });
    }
    yield;
  }
  return candidates.flatMap(({ customer, best, places }) =>
    places.flatMap((place) => {
      const provider = providers[place];
      return provider !== undefined && bestOfProvider[place] === best ? [[customer, provider] as const] : [];
    }),
  );
}

function finish<Result>(steps: Generator<undefined, Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const insightsOn = (board: Board, level: RecordId): Insight[] =>
  (["customer", "provider"] as const).flatMap((side) =>
    (["strategy", "target", "challenge"] as const).flatMap((kind) => board.insightsIn({ level, side, kind })),
  );
