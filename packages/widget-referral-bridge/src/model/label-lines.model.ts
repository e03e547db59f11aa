/** Widths of letters in shares of the font's size, rather too wide than too narrow: no browser is asked. */
const widthOfLetter = (letter: string): number => {
  if (/[\u1100-\uffff]/u.test(letter) || letter.length > 1) return 1.05;
  if (/[MWmw@%&]/u.test(letter)) return 0.9;
  if (/[\p{Lu}\d]/u.test(letter)) return 0.68;
  return /[iljtf.,;:'’!|()\- ]/u.test(letter) ? 0.34 : 0.575;
};

/** Width of a text in pixels, about, at a font size. */
export const widthOfText = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + widthOfLetter(letter) * size, 0);

/** Breaks a name into lines that fit; what does not fit ends with an ellipsis. */
export function toLines(text: string, width: number, size: number, most: number): readonly string[] {
  const fits = (line: string): boolean => widthOfText(line, size) <= width;
  const lines: string[] = [];
  for (const word of text.split(/(?<=-)|\s+/u).filter(Boolean)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : last.endsWith("-") ? last + word : `${last} ${word}`;
    if (last !== undefined && fits(joined)) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  const rest = lines.slice(most).join(" ");
  return lines.slice(0, most).map((line, index) => {
    const more = index === most - 1 && rest !== "";
    return fits(line) && !more ? line : cut(more ? `${line} ${rest}` : line, fits);
  });
}

function cut(line: string, fits: (line: string) => boolean): string {
  const letters = [...line];
  while (letters.length > 1 && !fits(`${letters.join("")}…`)) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
