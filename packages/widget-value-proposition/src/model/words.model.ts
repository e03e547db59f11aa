import {
  findJargon,
  findOwnWords,
  type Jargon,
  type OwnWords,
  type Part,
  type TextLanguage,
} from "@sweetspot/strategy-overlap";
import { PROPOSITION_PARTS } from "@sweetspot/plan-model";
import type { RecordId } from "@sweetspot/contract";
import type { PropositionRecord, StoryReading } from "./reading.model.ts";

/** How one part speaks: words of ours that the customer has another word for, and words of his own. */
export interface PartWords {
  readonly jargon: readonly Jargon[];
  readonly own: readonly OwnWords[];
}

export type StoryWords = Readonly<Record<Part, PartWords>>;

/** A word of the customer's or something he said, to write with. */
export type TheirWord =
  | {
      readonly kind: "term";
      readonly id: RecordId;
      readonly text: string;
      readonly meaning: string | undefined;
      readonly ours: readonly string[];
      readonly used: boolean;
    }
  | {
      readonly kind: "quote";
      readonly id: RecordId;
      readonly text: string;
      /** Who said it, where that is known. */
      readonly by: string | undefined;
      readonly used: boolean;
    };

/** What a proposition could be written with: his words first, then what he said; which of it it speaks already. */
export function theirWords(story: StoryReading, words: StoryWords): readonly TheirWord[] {
  const used = new Set(PROPOSITION_PARTS.flatMap((part) => words[part].own.map(({ from }) => from)));
  return [
    ...story.terms.map(({ id, fields }): TheirWord => ({
      kind: "term",
      id,
      text: fields.term,
      meaning: fields.meaning,
      ours: fields.ourWords ?? [],
      used: used.has(id),
    })),
    ...story.notes.filter(isHisVoice).map(({ id, fields }): TheirWord => ({
      kind: "quote",
      id,
      text: fields.statement,
      by: story.members.find((one) => one.id === fields.member)?.fields.name ?? fields.source,
      used: used.has(id),
    })),
  ];
}

/** A voice of the market is his once he has confirmed it. */
const isHisVoice = ({ fields }: StoryReading["notes"][number]): boolean =>
  fields.voice === "customer" || fields.confirmedAt !== undefined;

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
  const quotes = story.notes.filter(isHisVoice).map(({ id, fields }) => ({ id, text: fields.statement }));
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
