/** Which records have a key in common: sorted numbers of key and record, and a short list of what came since. Mutable. */
export interface BlockIndex {
  /** Groups of at least two records that share a key. */
  groups(): Iterable<readonly number[]>;
  /** Records that share one of these keys. */
  having(keys: readonly number[]): ReadonlySet<number>;
  add(record: number, keys: readonly number[]): void;
}

/** Records are numbers below 2²¹: the key's 32 bits and the record's fit in a double. */
const RECORDS = 2 ** 21;
/** Past so many new entries they are sorted in. */
const MOST_LOOSE = 20_000;

export function createBlockIndex(): BlockIndex {
  let sorted = new Float64Array(0);
  let loose: number[] = [];
  return {
    *groups() {
      settle();
      for (let first = 0, next = 0; first < sorted.length; first = next) {
        const key = keyAt(first);
        for (next = first + 1; next < sorted.length && keyAt(next) === key;) next += 1;
        if (next - first > 1) yield Array.from(sorted.subarray(first, next), recordIn);
      }
    },
    having(keys) {
      const found = new Set<number>();
      const wanted = new Set(keys);
      for (const entry of loose) if (wanted.has(Math.floor(entry / RECORDS))) found.add(recordIn(entry));
      for (const key of keys)
        for (let place = firstAt(key); place < sorted.length && keyAt(place) === key; place++)
          found.add(recordIn(sorted[place] as number));
      return found;
    },
    add(record, keys) {
      if (record >= RECORDS) throw new RangeError(`A book compares ${RECORDS} records of one kind at most.`);
      for (const key of keys) loose.push(key * RECORDS + record);
    },
  };

  function keyAt(place: number): number {
    return Math.floor((sorted[place] as number) / RECORDS);
  }

  function firstAt(key: number): number {
    if (loose.length > MOST_LOOSE) settle();
    const least = key * RECORDS;
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as number) >= least) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  function settle(): void {
    if (loose.length === 0) return;
    const all = new Float64Array(sorted.length + loose.length);
    all.set(sorted);
    all.set(loose, sorted.length);
    // Records that come again bring the keys they had.
    sorted = all.toSorted().filter((entry, place, entries) => entry !== entries[place - 1]);
    loose = [];
  }
}

const recordIn = (entry: number): number => entry % RECORDS;
