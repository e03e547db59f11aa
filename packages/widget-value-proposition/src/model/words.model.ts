import {
  findJargon,
  findOwnWords,
  type Jargon,
  type OwnWords,
  type Part,
  type TextLanguage,
} from "@sweetspot/strategy-overlap";
import { PROPOSITION_PARTS } from "@sweetspot/plan-model";
import type { PropositionRecord, StoryReading } from "./reading.model.ts";

/** How one part speaks: words of ours that the customer has another word for, and words of his own. */
export interface PartWords {
  readonly jargon: readonly Jargon[];
  readonly own: readonly OwnWords[];
}

export type StoryWords = Readonly<Record<Part, PartWords>>;

/**
 * The words of a proposition against the customer's: his lexicon, what he said himself, what he confirmed of himself.
 * Voices of the market count only once the customer has confirmed them.
 */
export function wordsOf(
  story: StoryReading,
  proposition: PropositionRecord,
  language: TextLanguage,
): StoryWords {
  const terms = story.terms.map(({ id, fields }) => ({
    id,
    term: fields.term,
    ourWords: fields.ourWords ?? [],
  }));
  const quotes = story.notes
    .filter(({ fields }) => fields.voice === "customer" || fields.confirmedAt !== undefined)
    .map(({ id, fields }) => ({ id, text: fields.statement }));
  const said = { terms, quotes };
  const read = (part: Part): PartWords => {
    const text = proposition.fields[part] ?? "";
    if (text.trim() === "") return NOTHING;
    const jargon = findJargon(text, terms, language);
    const ours = jargon.map(({ found }) => lettersOf(found));
    // A quote may name our word to say that it is ours.
    const own = findOwnWords(text, said, language).filter(
      ({ found }) => !ours.some((word) => lettersOf(found).includes(word)),
    );
    return { jargon, own };
  };
  return Object.fromEntries(PROPOSITION_PARTS.map((part) => [part, read(part)])) as unknown as StoryWords;
}

const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, " ");

const NOTHING: PartWords = { jargon: [], own: [] };

/** A text in stretches, the customer's own words apart. */
export function toStretches(
  text: string,
  own: readonly OwnWords[],
): readonly { readonly text: string; readonly own: boolean }[] {
  // Places are counted in the composed form.
  const composed = text.normalize("NFC");
  const stretches: { text: string; own: boolean }[] = [];
  let at = 0;
  for (const { start, end } of own) {
    if (start > at) stretches.push({ text: composed.slice(at, start), own: false });
    stretches.push({ text: composed.slice(start, end), own: true });
    at = end;
  }
  if (at < composed.length) stretches.push({ text: composed.slice(at), own: false });
  return stretches;
}
