/** A pattern of texts that hold the word; signs that mean something in a pattern mean themselves. */
export const likePart = (word: string): string => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
