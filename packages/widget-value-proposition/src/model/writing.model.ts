/** A text every store keeps: without NUL and half characters, which pasting can bring. */
export const toStorable = (text: string): string =>
  text.replaceAll("\0", "").replaceAll(/\p{Surrogate}/gu, "\uFFFD");

/** A text in one line, cut to a length with an ellipsis; never through the middle of a character. */
export function clip(text: string, length: number): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  if (line.length <= length) return line;
  return `${line.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
