import { type CheapPath, nextPath, type PathSearch } from "./cheapest-paths.ts";

/** Past so many candidates the rest is variants. */
const MOST_CANDIDATES = 400;

/**
 * Of the cheapest paths, greedily, those that share at most half of the go-betweens with each one chosen before: five ways
 * to the same go-between are one way. Of two paths the shorter one's go-betweens are counted.
 */
export function chooseDiverse(search: PathSearch, count: number): readonly CheapPath[] {
  const chosen: CheapPath[] = [];
  for (let candidate = 0; candidate < MOST_CANDIDATES && chosen.length < count; candidate++) {
    const path = nextPath(search);
    if (!path) break;
    if (chosen.every((before) => !isVariant(path.nodes, before.nodes))) chosen.push(path);
  }
  return chosen;
}

/** Do two paths to one target share more than half of the nodes between their ends? */
export function isVariant(one: readonly number[], other: readonly number[]): boolean {
  const between = Math.min(one.length, other.length) - 2;
  if (between <= 0) return false;
  let shared = 0;
  for (let place = 1; place < one.length - 1; place++) {
    const found = other.indexOf(one[place] as number, 1);
    if (found > 0 && found < other.length - 1) shared += 1;
  }
  return 2 * shared > between;
}
