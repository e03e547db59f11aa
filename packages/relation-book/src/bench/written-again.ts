import type { SourcePerson } from "../source-record.ts";

/** People of whom it is known who is who: each as one source writes him, most of them as another does too. */
export interface WrittenAgain {
  readonly records: readonly SourcePerson[];
  /** Number of the person by source and key. */
  readonly truth: ReadonlyMap<string, number>;
}

/** Mulberry32: the same numbers on every machine. */
export function createDice(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    chance: (part: number): boolean => next() < part,
    below: (limit: number): number => Math.floor(next() * limit),
    /** Few are common, most are rare: the nth of a list n times as rarely as the first. */
    common: <Item>(items: readonly Item[]): Item => items[Math.floor(items.length ** next()) - 1] as Item,
    one: <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item,
  };
}
type Dice = ReturnType<typeof createDice>;

const LETTERS = "abcdefghijklmnoprstuvz";
const ACCENTS: Readonly<Record<string, string>> = { a: "ä", o: "ö", u: "ü", s: "š", e: "é", c: "ć" };
const PLAIN: Readonly<Record<string, readonly string[]>> = {
  ä: ["ae", "a"],
  ö: ["oe", "o"],
  ü: ["ue", "u"],
  š: ["s"],
  é: ["e"],
  ć: ["c"],
};
const TITLES = ["Dr.", "Prof. Dr.", "Dipl.-Ing.", "Ir.", "Mag."];

/**
 * Writes people with a town and a day of birth, and most of them again with what happens to names: typing errors, another
 * order, initials, titles, accents written out or left out, another town, days of birth that are missing. A third bear common
 * names, so that there are namesakes within a source, across both, and of people whom the other source does not know.
 */
export function writeAgain(names: readonly string[], seed = 1): WrittenAgain {
  const dice = createDice(seed);
  const given = [...new Set(names.map((name) => name.split(" ")[0] as string))];
  const family = [...new Set(names.map((name) => name.split(" ").at(-1) as string))];
  const [commonGiven, commonFamily] = [given.slice(0, 150), family.slice(0, 300)];
  const towns = Array.from(
    { length: 300 },
    (_, place) => `${family[(place * 7) % family.length]}town ${place}`,
  );
  const records: SourcePerson[] = [];
  const truth = new Map<string, number>();
  const put = (record: SourcePerson, person: number): void => {
    records.push(record);
    truth.set(`${record.source}/${record.key}`, person);
  };
  for (const [person, name] of names.entries()) {
    const isCommon = dice.chance(0.33);
    const plain = isCommon ? [dice.common(commonGiven), dice.common(commonFamily)] : name.split(" ");
    const written = plain.map((word) => (dice.chance(0.1) ? accented(word, dice) : word));
    const more = dice.chance(0.15) ? [...written.slice(0, 1), dice.one(given), ...written.slice(1)] : written;
    const city = dice.common(towns);
    const birthDate = dayOfBirth(dice);
    // One in ten is known to the first source alone, one in ten to the second.
    const known = dice.below(10);
    if (known > 0)
      put(
        {
          source: "First",
          key: `a${person}`,
          name: more.join(" "),
          city,
          ...(dice.chance(0.6) ? { birthDate } : {}),
        },
        person,
      );
    if (known < 9)
      put(
        {
          source: "Second",
          key: `b${person}`,
          name: misspell(more, dice),
          ...(dice.chance(0.85) ? { city: dice.chance(0.1) ? dice.common(towns) : city } : {}),
          ...(dice.chance(0.5) ? { birthDate: dice.chance(0.1) ? birthDate.slice(0, 4) : birthDate } : {}),
        },
        person,
      );
  }
  return { records, truth };
}

function misspell(words: readonly string[], dice: Dice): string {
  let now = words.map((word) => (dice.chance(0.6) ? unaccented(word, dice) : word));
  if (now.length > 2 && dice.chance(0.5)) now = [now[0] as string, now.at(-1) as string];
  if (dice.chance(0.08))
    now = now.map((word, place) => (place === dice.below(now.length) ? slip(word, dice) : word));
  if (dice.chance(0.05)) now = now.map((word, place) => (place < now.length - 1 ? `${word[0]}.` : word));
  let name = now.join(" ");
  const manner = dice.below(20);
  if (manner === 0) name = [now.at(-1), ...now.slice(0, -1)].join(" ");
  else if (manner === 1) name = `${now.at(-1)}, ${now.slice(0, -1).join(" ")}`;
  else if (manner < 4) name = `${dice.one(TITLES)} ${name}`;
  return dice.chance(0.05) ? name.toUpperCase() : name;
}

function slip(word: string, dice: Dice): string {
  const place = 1 + dice.below(Math.max(1, word.length - 1));
  const letter = LETTERS[dice.below(LETTERS.length)] as string;
  const kind = dice.below(4);
  if (kind === 0) return word.slice(0, place) + letter + word.slice(place);
  if (kind === 1) return word.slice(0, place) + word.slice(place + 1);
  if (kind === 2) return word.slice(0, place) + letter + word.slice(place + 1);
  return word.slice(0, place - 1) + (word[place] ?? "") + (word[place - 1] ?? "") + word.slice(place + 1);
}

function accented(word: string, dice: Dice): string {
  const places = [...word].flatMap((letter, place) => (place > 0 && ACCENTS[letter] ? place : []));
  if (places.length === 0) return word;
  const place = dice.one(places);
  return word.slice(0, place) + ACCENTS[word[place] as string] + word.slice(place + 1);
}

const unaccented = (word: string, dice: Dice): string =>
  word.replaceAll(/[äöüšéć]/g, (letter) => dice.one(PLAIN[letter] as readonly string[]));

function dayOfBirth(dice: Dice): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${1940 + dice.below(60)}-${two(1 + dice.below(12))}-${two(1 + dice.below(28))}`;
}
