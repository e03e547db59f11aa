/** A text every store keeps: without NUL and half characters, which pasting can bring. */
export const toStorable = (text: string): string =>
  text.replaceAll("\0", "").replaceAll(/\p{Surrogate}/gu, "\uFFFD");
