/**
 * The `count` of the first `length` candidates with the highest scores, best first; of equal scores the lower number.
 * Whoever scores nothing is none of them. A candidate may stand there once only.
 */
export function bestFirst(
  candidates: Int32Array,
  length: number,
  scores: Float64Array,
  count: number,
): number[] {
  const best: number[] = [];
  if (count < 1) return best;
  let least = 0;
  let last = -1;
  for (let index = 0; index < length; index++) {
    const candidate = candidates[index] as number;
    const score = scores[candidate] as number;
    if (!(score > 0)) continue;
    const full = best.length >= count;
    if (full && !(score > least || (score === least && candidate < last))) continue;
    let place = full ? best.length - 1 : best.length;
    for (; place > 0; place--) {
      const before = best[place - 1] as number;
      const beforeScore = scores[before] as number;
      if (beforeScore > score || (beforeScore === score && before < candidate)) break;
      best[place] = before;
    }
    best[place] = candidate;
    last = best[best.length - 1] as number;
    least = scores[last] as number;
  }
  return best;
}
