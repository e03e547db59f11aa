const YES = new Set([
  "true",
  "1",
  "yes",
  "y",
  "ja",
  "j",
  "wahr",
  "x",
  "ya",
  "benar",
  "t",
  "active",
  "aktiv",
  "aktif",
]);
const NO = new Set([
  "false",
  "0",
  "no",
  "n",
  "nein",
  "falsch",
  "tidak",
  "salah",
  "f",
  "inactive",
  "inaktiv",
  "nonaktif",
]);

/** Yes or no in English, German and Indonesian; undefined where it is neither. */
export function parseBoolean(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}
