type Kind<Numbers> = new (length: number) => Numbers;

/** Numbers whose count is not known before, eight or four bytes each. */
export function createNumbers<Numbers extends Int32Array | Float64Array>(kind: Kind<Numbers>) {
  let numbers = new kind(1024);
  let length = 0;
  return {
    push(value: number): void {
      if (length === numbers.length) {
        const larger = new kind(length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[length++] = value;
    },
    finish: (): Numbers => numbers.slice(0, length) as Numbers,
  };
}
