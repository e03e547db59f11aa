/**
 * The `count` candidates of the highest scores, best first; of equal scores the lower number. Scores are read once, so
 * that choosing a few of many costs little more than looking at them.
 */
export function bestFirst(candidates: Iterable<number>, scores: Float64Array, count: number): number[] {
  const best: number[] = [];
  const comesBefore = (a: number, b: number): boolean => {
    const [scoreA, scoreB] = [scores[a] as number, scores[b] as number];
    return scoreA > scoreB || (scoreA === scoreB && a < b);
  };
  for (const candidate of candidates) {
    if (best.length === count && !(count > 0 && comesBefore(candidate, best[count - 1] as number))) continue;
    let place = best.length === count ? count - 1 : best.length;
    for (; place > 0 && comesBefore(candidate, best[place - 1] as number); place--)
      best[place] = best[place - 1] as number;
    best[place] = candidate;
  }
  return best;
}
