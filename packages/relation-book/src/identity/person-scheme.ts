import type { PartialDate, RecordId } from "@sweetspot/contract";
import { CRM_SOURCE, recordIdOf, type SourcePerson } from "../source-record.ts";
import {
  alignNames,
  type Alignment,
  isInitial,
  leastConflicts,
  type NameWord,
  toLetters,
} from "./align-names.ts";
import { matchBirths } from "./birth-match.ts";
import { type Circles, NO_CIRCLES } from "./circles.port.ts";
import { foldName, toSound } from "./fold-name.ts";
import { hash } from "./hash.ts";
import type { MatchReason } from "./identity.ts";
import { parseName } from "./parse-name.ts";
import type { MatchScheme, Verdict } from "./scheme.port.ts";
import { createVocabulary } from "./vocabulary.ts";
import {
  bodyBits,
  cityBits,
  CONFLICT_BITS,
  MISSING_BITS,
  OTHER_CITY_BITS,
  priorBits,
  SAME_SOURCE_BITS,
  SWAPPED_BITS,
  TITLE_BITS,
  wordBits,
} from "./weights.ts";

/** What is compared of a person. */
export interface PersonFeatures {
  readonly source: string;
  readonly words: readonly NameWord[];
  /** Number of the city, -1 unknown. */
  readonly city: number;
  readonly birth: PartialDate | undefined;
  readonly titles: readonly string[];
  readonly generation: string | undefined;
  readonly bodies: readonly RecordId[];
}

/** People: name, city and birth date as far as they are known, and bodies they have in common. */
export function createPersonScheme(circles: Circles = NO_CIRCLES): MatchScheme<SourcePerson, PersonFeatures> {
  const names = createVocabulary();
  const sounds = createVocabulary();
  const cities = createVocabulary();
  /** One object for a word in its role: most words repeat. */
  const shared = new Map<number, NameWord>();
  let records = 0;
  return {
    read,
    forget: (features) => count(features, -1),
    keysOf,
    orderOf,
    isWorthComparing,
    weigh,
    explain,
    mayBeOne,
  };

  function read(person: SourcePerson): PersonFeatures {
    const { given, family, titles, generation } = parseName(person);
    const features: PersonFeatures = {
      source: person.source,
      words: [...given.map((text) => toWord(text, false)), ...family.map((text) => toWord(text, true))],
      city: person.city ? cities.numberOf(foldName(person.city).trim()) : -1,
      birth: person.birthDate,
      titles: titles.length > 0 ? titles : NO_TITLES,
      generation,
      bodies: circles.bodiesOf(recordIdOf(person)),
    };
    count(features, 1);
    return features;
  }

  function toWord(text: string, isFamily: boolean): NameWord {
    const word = names.numberOf(text);
    const key = 2 * word + Number(isFamily);
    const known = shared.get(key);
    if (known) return known;
    const made = {
      word,
      sound: sounds.numberOf(toSound(text)),
      text: names.texts[word] as string,
      letters: toLetters(text),
      isFamily,
    };
    shared.set(key, made);
    return made;
  }

  function count({ words, city }: PersonFeatures, by: 1 | -1): void {
    records += by;
    for (const { word } of words) names.count(word, by);
    if (city >= 0) cities.count(city, by);
  }

  /** A word with the first letter of another, in either order; a word with the city; the day of birth. */
  function keysOf({ words, city, birth }: PersonFeatures): readonly number[] {
    const full = words.filter((word) => !isInitial(word));
    const keys = new Set<number>();
    for (const anchor of full) {
      for (const other of words)
        if (other !== anchor)
          keys.add(hash(1, anchor.sound, (sounds.texts[other.sound] ?? "").charCodeAt(0)));
      if (city >= 0) keys.add(hash(2, anchor.sound, city));
      if (words.length === 1) keys.add(hash(3, anchor.sound, 0));
    }
    if (birth?.length === 10 && full.length > 0) keys.add(hash(4, Number(birth.replaceAll("-", "")), 0));
    return [...keys];
  }

  function orderOf({ words, city }: PersonFeatures): string {
    const sorted = words.map(({ sound }) => sounds.texts[sound] ?? "").toSorted();
    return `${sorted.join(" ")}|${cities.texts[city] ?? ""}`;
  }

  /**
   * Without a day of birth all words must fit. A register that holds somebody twice knows more of him than a name; a CRM
   * that does so often knows no more.
   */
  function isWorthComparing(one: PersonFeatures, other: PersonFeatures): boolean {
    if (one.birth && other.birth && matchBirths(one.birth, other.birth).bits > 0) return true;
    const isRegister = one.source === other.source && one.source !== CRM_SOURCE;
    if (isRegister && (one.city < 0 || one.city !== other.city)) return false;
    return leastConflicts(one.words, other.words) === 0;
  }

  function weigh(one: PersonFeatures, other: PersonFeatures): Verdict {
    const names = alignNames(one.words, other.words);
    const birth = matchBirths(one.birth, other.birth);
    // One word in common, another against it: what is left is no name in common.
    if (names.pairs.length === 0 || (names.conflicts > 0 && birth.bits <= 0)) return NEVER;
    const bits =
      nameBits(names) +
      birth.bits +
      placeBits(one, other) +
      titleBits(one, other) +
      commonBodyBits(one, other) +
      priorOf(one, other);
    return { bits, clean: isClean(one, other, names, birth.verdict) };
  }

  /** What a merge without asking needs besides its bits. */
  function isClean(
    one: PersonFeatures,
    other: PersonFeatures,
    { pairs, conflicts, swapped }: Alignment,
    birth: MatchReason["verdict"],
  ): boolean {
    if (conflicts > 0 || birth === "different" || !sameGeneration(one, other)) return false;
    const sure = pairs.filter(({ match }) => match !== "initial");
    if (sure.length < 2) return birth === "same" && pairs.length >= 2;
    const isExact = !swapped && pairs.every(({ match }) => match === "same");
    const sameCity = one.city >= 0 && one.city === other.city;
    if (one.source === other.source) return isExact && sameCity && birth === "same";
    if (isExact || sameCity || birth === "same" || birth === "partly") return true;
    return commonBodyBits(one, other) > 0;
  }

  function nameBits({ pairs, conflicts, missing, swapped }: Alignment): number {
    let bits = conflicts * CONFLICT_BITS + missing * MISSING_BITS + Number(swapped) * SWAPPED_BITS;
    for (const { one, other, match } of pairs) bits += wordBits(match, frequencyOf(one, other));
    return bits;
  }

  function frequencyOf(one: NameWord, other: NameWord): number {
    return Math.max(names.frequency(one.word, records), names.frequency(other.word, records));
  }

  function placeBits(one: PersonFeatures, other: PersonFeatures): number {
    if (one.city < 0 || other.city < 0) return 0;
    return one.city === other.city ? cityBits(cities.frequency(one.city, records)) : OTHER_CITY_BITS;
  }

  function commonBodyBits(one: PersonFeatures, other: PersonFeatures): number {
    let most = 0;
    for (const body of one.bodies)
      if (other.bodies.includes(body)) most = Math.max(most, bodyBits(circles.peopleIn(body), records));
    return most;
  }

  function priorOf(one: PersonFeatures, other: PersonFeatures): number {
    return priorBits(records) + (one.source === other.source ? SAME_SOURCE_BITS : 0);
  }

  function explain(one: PersonFeatures, other: PersonFeatures): readonly MatchReason[] {
    const alignment = alignNames(one.words, other.words);
    const birth = matchBirths(one.birth, other.birth);
    const city = placeBits(one, other);
    const title = titleBits(one, other);
    const body = commonBodyBits(one, other);
    return [
      ...nameReasons(alignment),
      { reason: "city", verdict: placeVerdict(one, other), weight: city },
      { reason: "birth-date", verdict: birth.verdict, weight: birth.bits },
      ...(title > 0 ? [{ reason: "title", verdict: "same", weight: title } as const] : []),
      ...(body > 0 ? [{ reason: "body", verdict: "same", weight: body } as const] : []),
      { reason: "prior", verdict: "unknown", weight: priorOf(one, other) },
    ];
  }

  function nameReasons({ pairs, conflicts, missing, swapped }: Alignment): MatchReason[] {
    const reasons: MatchReason[] = [];
    const add = (reason: MatchReason["reason"], verdict: MatchReason["verdict"], weight: number): void => {
      const known = reasons.findIndex((other) => other.reason === reason);
      if (known < 0) reasons.push({ reason, verdict, weight });
      else reasons[known] = { reason, verdict, weight: weight + (reasons[known]?.weight ?? 0) };
    };
    for (const { one, other, match } of pairs)
      add(REASONS[match], match === "same" ? "same" : "partly", wordBits(match, frequencyOf(one, other)));
    if (conflicts > 0) add("name-conflict", "different", conflicts * CONFLICT_BITS);
    if (missing > 0) add("name-part-missing", "unknown", missing * MISSING_BITS);
    if (swapped) add("name-order", "partly", SWAPPED_BITS);
    return reasons;
  }

  function mayBeOne(one: PersonFeatures, other: PersonFeatures): boolean {
    const birth = matchBirths(one.birth, other.birth).verdict;
    if (birth === "different" || !sameGeneration(one, other)) return false;
    if (one.source !== other.source) return true;
    return birth === "same" && one.city >= 0 && one.city === other.city && orderOf(one) === orderOf(other);
  }
}

const NEVER: Verdict = { bits: -Infinity, clean: false };
const NO_TITLES: readonly string[] = [];
const REASONS = {
  same: "name",
  sound: "name-spelling",
  spelling: "name-spelling",
  initial: "name-initials",
} as const;

const sameGeneration = (one: PersonFeatures, other: PersonFeatures): boolean =>
  one.generation === undefined || other.generation === undefined || one.generation === other.generation;

const titleBits = (one: PersonFeatures, other: PersonFeatures): number =>
  one.titles.some((title) => other.titles.includes(title)) ? TITLE_BITS : 0;

function placeVerdict(one: PersonFeatures, other: PersonFeatures): MatchReason["verdict"] {
  if (one.city < 0 || other.city < 0) return "unknown";
  return one.city === other.city ? "same" : "different";
}
