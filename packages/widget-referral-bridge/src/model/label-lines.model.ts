/** Widths of letters in shares of the font's size, rather too wide than too narrow: no browser is asked. */
function widthOfLetter(letter: string): number {
  if (letter === SOFT_HYPHEN) return 0;
  if (/[\u1100-\uffff]/u.test(letter) || letter.length > 1) return 1.05;
  if (/[iljtfI.,;:'’!|()[\]\- ]/u.test(letter)) return 0.3;
  if (/[rsckvxyzJ"*]/u.test(letter)) return letter === "r" ? 0.38 : 0.51;
  if (/[MWm@%]/u.test(letter)) return 0.86;
  return /[\p{Lu}w&<>]/u.test(letter) ? 0.72 : 0.56;
}

const SOFT_HYPHEN = "\u00AD";

/** Width of a text in pixels, about, at a font size. */
export const widthOfText = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + widthOfLetter(letter) * size, 0);

/** Breaks a name into lines that fit, long words at their soft hyphens; what does not fit ends with an ellipsis. */
export function toLines(text: string, width: number, size: number, most: number): readonly string[] {
  const fits = (line: string): boolean => widthOfText(line, size) <= width;
  const pieces = text.split(/(?<=[-\u00AD])|(?<=\s)/u).filter((piece) => piece.trim() !== "");
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && fits(toEnd(last + piece))) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.slice(0, most).map((line, index) => {
    const more = index === most - 1 && lines.length > most;
    const whole = more ? lines.slice(index).join("") : toEnd(line);
    return !more && fits(whole) ? whole : cut(whole.replaceAll(SOFT_HYPHEN, ""), fits);
  });
}

/** A line that ends within a word shows it. */
const toEnd = (line: string): string => {
  const shown = line.trimEnd();
  return `${shown.replaceAll(SOFT_HYPHEN, "")}${shown.endsWith(SOFT_HYPHEN) ? "-" : ""}`;
};

function cut(line: string, fits: (line: string) => boolean): string {
  const letters = [...line];
  while (letters.length > 1 && !fits(`${letters.join("").trimEnd()}…`)) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
