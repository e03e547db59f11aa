import type { PictureLink, PicturePath } from "./picture.ts";

/**
 * Each person as far right as the longest way to him, two columns a link; the target behind all. A link that would close
 * a circle, since two paths take two people in different order, is drawn backward and moves nobody. Whom a branch brings
 * in stands one link behind who knows him, or before the target.
 */
export function placePeople(
  paths: readonly PicturePath[],
  branches: readonly PictureLink[],
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const next: number[][] = [];
  const targets: number[] = [];
  const numberOf = (id: string): number => {
    let number = numbers.get(id);
    if (number === undefined) {
      number = next.length;
      numbers.set(id, number);
      next.push([]);
    }
    return number;
  };
  for (const { people } of paths) {
    let before = -1;
    for (const id of people) {
      const person = numberOf(id);
      if (before >= 0 && !leadsTo(next, person, before)) follow(next, before, person);
      before = person;
    }
    if (before >= 0 && !targets.includes(before)) targets.push(before);
  }
  const beforeTarget: number[] = [];
  for (const { from, to } of branches) {
    if (numbers.has(to)) continue;
    const [one, other] = [numberOf(from), numberOf(to)];
    if (targets.includes(one)) beforeTarget.push(other);
    else follow(next, one, other);
  }
  const columns = moveRight(next);
  let inner = 0;
  let last = beforeTarget.length === 0 ? 0 : 4;
  for (let person = 0; person < columns.length; person++) {
    const column = columns[person] as number;
    if (targets.includes(person)) last = Math.max(last, column);
    else inner = Math.max(inner, column + 2);
  }
  last = Math.max(last, inner);
  for (const target of targets) columns[target] = last;
  for (const person of beforeTarget) columns[person] = last - 2;
  for (const [id, number] of numbers) numbers.set(id, columns[number] as number);
  return numbers;
}

function follow(next: readonly number[][], from: number, to: number): void {
  const known = next[from] as number[];
  if (!known.includes(to)) known.push(to);
}

function leadsTo(next: readonly (readonly number[])[], from: number, to: number): boolean {
  if (from === to) return true;
  for (const person of next[from] as readonly number[]) if (leadsTo(next, person, to)) return true;
  return false;
}

/** Everybody at least two columns behind whoever leads to him. */
function moveRight(next: readonly (readonly number[])[]): number[] {
  const columns = next.map(() => 0);
  for (let moved = true; moved;) {
    moved = false;
    for (let person = 0; person < next.length; person++) {
      const least = (columns[person] as number) + 2;
      for (const follower of next[person] as readonly number[]) {
        if ((columns[follower] as number) >= least) continue;
        columns[follower] = least;
        moved = true;
      }
    }
  }
  return columns;
}
