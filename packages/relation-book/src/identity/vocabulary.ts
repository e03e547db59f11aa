/** Words by number, with how many records bear each. Mutable. */
export interface Vocabulary {
  readonly texts: readonly string[];
  numberOf(text: string): number;
  count(word: number, by: 1 | -1): void;
  /** Part of the records that bear a word, as far as may be told from so many: a small book does not know what is rare. */
  frequency(word: number, records: number): number;
}

/** As many records as if seen before, and as many words they shared: one in 300 bears any word unless we know better. */
const SEEN_BEFORE = 5;
const COMMON = 300;

export function createVocabulary(): Vocabulary {
  const texts: string[] = [];
  const counts: number[] = [];
  const numbers = new Map<string, number>();
  return {
    texts,
    numberOf(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, texts.length);
      counts.push(0);
      return texts.push(text) - 1;
    },
    count: (word, by) => {
      counts[word] = (counts[word] as number) + by;
    },
    frequency: (word, records) => ((counts[word] as number) + SEEN_BEFORE) / (records + SEEN_BEFORE * COMMON),
  };
}
