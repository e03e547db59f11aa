/** Two texts, split where they differ: what both begin with, what each says in between, what both end with. */
export interface Difference {
  readonly start: string;
  readonly mine: string;
  readonly theirs: string;
  readonly end: string;
}

/** Splits between words, so that no word is torn. */
export function differenceOf(mine: string, theirs: string): Difference {
  const left = toWords(mine);
  const right = toWords(theirs);
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  return {
    start: left.slice(0, start).join(""),
    mine: left.slice(start, left.length - end).join(""),
    theirs: right.slice(start, right.length - end).join(""),
    end: left.slice(left.length - end).join(""),
  };
}

/** Words and the spaces between them. */
const toWords = (text: string): readonly string[] => text.split(/(\s+)/u).filter((word) => word !== "");
