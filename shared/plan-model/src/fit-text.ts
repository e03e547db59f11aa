/**
 * As much of a text as a field holds, from its beginning: never half of a character that takes two code units, which no
 * store would take.
 *
 * @param max in UTF-16 code units, as fields declare it
 */
export function fitText(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = text.codePointAt(max - 1) ?? 0;
  return text.slice(0, end > 0xff_ff ? max - 1 : max);
}
