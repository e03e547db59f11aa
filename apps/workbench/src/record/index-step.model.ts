/** Where a key leads in a row of `count` entries from entry `at`; undefined where the key means nothing. */
export function indexStep(key: string, at: number, count: number): number | undefined {
  if (count === 0 || at < 0) return undefined;
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowLeft":
    case "ArrowUp":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
