import type { SourceBody } from "../source-record.ts";
import { alignNames, type Alignment, type NameWord, toLetters } from "./align-names.ts";
import { foldName, toSound } from "./fold-name.ts";
import { hash } from "./hash.ts";
import type { MatchReason } from "./identity.ts";
import { parseBodyName } from "./parse-body-name.ts";
import type { MatchScheme, Verdict } from "./scheme.port.ts";
import { createVocabulary } from "./vocabulary.ts";
import { CONFLICT_BITS, log2, priorBits, SAME_SOURCE_BITS, wordBits } from "./weights.ts";

/** What is compared of a body. */
export interface BodyFeatures {
  readonly source: string;
  readonly words: readonly NameWord[];
  readonly legalForm: string;
  /** Number of the place, -1 unknown. */
  readonly place: number;
  /** Folded; empty where it is unknown. */
  readonly register: string;
}

/** `Mill Holding` is another than `Mill`: a word more is a word against. */
const WORD_MORE_BITS = -4;
const MOST_BY_PLACE = 6;
const FEWEST_BODIES = 2000;
/** Law keeps two firms of one place and form from one name (as § 30 of the German commercial code does). */
const SAME_FIRM_BITS = 6;
const OTHER_PLACE_BITS = -3;
const REGISTER_BITS = 18;
const OTHER_REGISTER_BITS = -12;
const FORM_BITS = 1;
const OTHER_FORM_BITS = -6;

/** Bodies: name without its legal form, place and register number. Groups hold many of like names: forms tell them apart. */
export function createBodyScheme(): MatchScheme<SourceBody, BodyFeatures> {
  const names = createVocabulary();
  const sounds = createVocabulary();
  const places = createVocabulary();
  let records = 0;
  return {
    read,
    forget: (features) => count(features, -1),
    keysOf,
    orderOf,
    isWorthComparing: () => true,
    weigh,
    explain,
    mayBeOne,
  };

  function read({ source, name, place, register = "" }: SourceBody): BodyFeatures {
    const { words, legalForm } = parseBodyName(name);
    const features: BodyFeatures = {
      source,
      words: words.map(toWord),
      legalForm,
      place: place ? places.numberOf(foldName(place).trim()) : -1,
      register: foldName(register).replaceAll(/[^\p{L}\p{N}]+/gu, ""),
    };
    count(features, 1);
    return features;
  }

  function toWord(text: string): NameWord {
    const word = names.numberOf(text);
    const sound = sounds.numberOf(toSound(text));
    return { word, sound, text: names.texts[word] as string, letters: toLetters(text), isFamily: false };
  }

  function count({ words, place }: BodyFeatures, by: 1 | -1): void {
    records += by;
    for (const { word } of words) names.count(word, by);
    if (place >= 0) places.count(place, by);
  }

  /** The rarest two words, each alone; the register number. */
  function keysOf({ words, register }: BodyFeatures): readonly number[] {
    const sorted = words.toSorted(
      (one, other) => other.text.length - one.text.length || one.word - other.word,
    );
    const keys = new Set(sorted.slice(0, 2).map(({ sound }) => hash(1, sound, 0)));
    if (words.length > 1) keys.add(hash(2, words[0]?.sound ?? 0, words[1]?.sound ?? 0));
    if (register)
      keys.add(
        hash(
          3,
          [...register].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7),
          0,
        ),
      );
    return [...keys];
  }

  function orderOf({ words, place }: BodyFeatures): string {
    return `${words.map(({ text }) => text).join(" ")}|${places.texts[place] ?? ""}`;
  }

  function weigh(one: BodyFeatures, other: BodyFeatures): Verdict {
    const words = alignNames(one.words, other.words);
    const register = registerBits(one, other);
    if (words.pairs.length === 0 && register <= 0) return NEVER;
    const bits =
      nameBits(words) +
      register +
      placeBits(one, other) +
      formBits(one, other) +
      firmBits(one, other, words) +
      priorOf(one, other);
    return { bits, clean: isClean(one, other, words, register) };
  }

  function isClean(
    one: BodyFeatures,
    other: BodyFeatures,
    { pairs, conflicts, missing }: Alignment,
    register: number,
  ): boolean {
    if (register < 0 || formBits(one, other) < 0 || conflicts > 0) return false;
    if (register > 0) return pairs.length > 0;
    if (one.source === other.source || missing > 0) return false;
    const samePlace = one.place >= 0 && one.place === other.place;
    const isExact = pairs.every(({ match }) => match === "same");
    const isSpelt = pairs.every(({ match }) => match !== "initial");
    if (samePlace) return isSpelt;
    // Two places may be a seat and a branch, or two of one name.
    return isExact && (one.place < 0 || other.place < 0) && formBits(one, other) > 0;
  }

  function nameBits({ pairs, conflicts, missing }: Alignment): number {
    let bits = conflicts * CONFLICT_BITS + missing * WORD_MORE_BITS;
    for (const { one, other, match } of pairs) bits += wordBits(match, frequencyOf(one, other));
    return bits;
  }

  function frequencyOf(one: NameWord, other: NameWord): number {
    return Math.max(names.frequency(one.word, records), names.frequency(other.word, records));
  }

  function placeBits(one: BodyFeatures, other: BodyFeatures): number {
    if (one.place < 0 || other.place < 0) return 0;
    if (one.place !== other.place) return OTHER_PLACE_BITS;
    return Math.min(MOST_BY_PLACE, log2(0.8 / places.frequency(one.place, records)));
  }

  function firmBits(
    one: BodyFeatures,
    other: BodyFeatures,
    { pairs, conflicts, missing }: Alignment,
  ): number {
    const isFirm = one.place >= 0 && one.place === other.place && formBits(one, other) > 0;
    const isExact = conflicts + missing === 0 && pairs.every(({ match }) => match === "same");
    return isFirm && isExact ? SAME_FIRM_BITS : 0;
  }

  function priorOf(one: BodyFeatures, other: BodyFeatures): number {
    return priorBits(records, FEWEST_BODIES) + (one.source === other.source ? SAME_SOURCE_BITS : 0);
  }

  function explain(one: BodyFeatures, other: BodyFeatures): readonly MatchReason[] {
    const alignment = alignNames(one.words, other.words);
    const { pairs, conflicts, missing } = alignment;
    const place = placeBits(one, other) + firmBits(one, other, alignment);
    const [register, form] = [registerBits(one, other), formBits(one, other)];
    const isExact = pairs.every(({ match }) => match === "same");
    const words = nameBits({ pairs, conflicts: 0, missing: 0, swapped: false });
    return [
      { reason: "name", verdict: isExact ? "same" : "partly", weight: words },
      ...toReasons("name-conflict", conflicts * CONFLICT_BITS),
      ...toReasons("name-part-missing", missing * WORD_MORE_BITS),
      ...toReasons("place", place),
      ...toReasons("register", register),
      ...toReasons("legal-form", form),
      { reason: "prior", verdict: "unknown", weight: priorOf(one, other) },
    ];
  }

  function mayBeOne(one: BodyFeatures, other: BodyFeatures): boolean {
    const register = registerBits(one, other);
    if (register < 0 || formBits(one, other) < 0) return false;
    return one.source !== other.source || register > 0;
  }
}

const NEVER: Verdict = { bits: -Infinity, clean: false };

const toReasons = (reason: MatchReason["reason"], weight: number): readonly MatchReason[] =>
  weight === 0 ? [] : [{ reason, verdict: weight > 0 ? "same" : "different", weight }];

function registerBits(one: BodyFeatures, other: BodyFeatures): number {
  if (!one.register || !other.register) return 0;
  return one.register === other.register ? REGISTER_BITS : OTHER_REGISTER_BITS;
}

function formBits(one: BodyFeatures, other: BodyFeatures): number {
  if (!one.legalForm || !other.legalForm) return 0;
  return one.legalForm === other.legalForm ? FORM_BITS : OTHER_FORM_BITS;
}
