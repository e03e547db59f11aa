/**
 * Numbers distinct texts 0, 1, 2 … in 12 bytes each, so that a million ids need no million strings. Texts are told
 * apart by 64 bits of hash: with a million ids, a wrong answer is less likely than one in ten million imports.
 */
export interface CompactIndex {
  readonly size: number;
  /** The text's number, or -1. */
  find(text: string): number;
  /** Gives a new text the next number; -1 where it is known already. */
  add(text: string): number;
}

export function createCompactIndex(): CompactIndex {
  let capacity = 1024;
  let high = new Uint32Array(capacity);
  let low = new Uint32Array(capacity);
  let numbers = new Int32Array(capacity).fill(-1);
  let size = 0;

  const slotOf = (h1: number, h2: number): number => {
    let slot = h1 & (capacity - 1);
    while (numbers[slot]! >= 0 && (high[slot] !== h1 || low[slot] !== h2)) slot = (slot + 1) & (capacity - 1);
    return slot;
  };
  const grow = (): void => {
    const before = { high, low, numbers };
    capacity *= 2;
    high = new Uint32Array(capacity);
    low = new Uint32Array(capacity);
    numbers = new Int32Array(capacity).fill(-1);
    before.numbers.forEach((number, at) => {
      if (number >= 0)
        put(slotOf(before.high[at]!, before.low[at]!), before.high[at]!, before.low[at]!, number);
    });
  };
  const put = (slot: number, h1: number, h2: number, number: number): void => {
    high[slot] = h1;
    low[slot] = h2;
    numbers[slot] = number;
  };

  return {
    get size() {
      return size;
    },
    find(text) {
      const [h1, h2] = hash(text);
      return numbers[slotOf(h1, h2)]!;
    },
    add(text) {
      const [h1, h2] = hash(text);
      const slot = slotOf(h1, h2);
      if (numbers[slot]! >= 0) return -1;
      put(slot, h1, h2, size++);
      if (size * 4 > capacity * 3) grow();
      return size - 1;
    },
  };
}

/** Two independent 32-bit hashes of a text, each mixed at the end. */
function hash(text: string): readonly [number, number] {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    h1 = Math.imul(h1 ^ code, 2654435761);
    h2 = Math.imul(h2 ^ code, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return [h1 >>> 0, h2 >>> 0];
}

/** Whole numbers in a row, 4 bytes each. */
export function createNumberList(): {
  push(value: number): void;
  get(at: number): number;
  readonly length: number;
} {
  let values = new Int32Array(1024);
  let length = 0;
  return {
    push(value) {
      if (length === values.length) {
        const grown = new Int32Array(length * 2);
        grown.set(values);
        values = grown;
      }
      values[length++] = value;
    },
    get: (at) => values[at]!,
    get length() {
      return length;
    },
  };
}
