/** What leaves the widget with a message, in the reader's language. */
export interface MessageWords {
  readonly subject: string;
  /** The line under the message: level, version, customer. */
  readonly note: string;
}

/** The message with its line below, as one pastes it into a chat or a mail. */
export const toSharedText = (statement: string, { note }: MessageWords): string => `${statement}\n\n${note}`;

/** All messages as plain text, level by level, as everybody with customer contact should have them. */
export const toOverviewText = (
  title: string,
  levels: readonly { readonly name: string; readonly statements: readonly string[] }[],
): string =>
  [
    title,
    ...levels
      .filter(({ statements }) => statements.length > 0)
      .map(({ name, statements }) => [name, ...statements.map((one) => `– ${one}`)].join("\n")),
  ].join("\n\n");

/** Longer addresses are cut by mail programs and browsers. */
const LONGEST_ADDRESS = 1900;

/** An address that opens a new mail with the message in it. Undefined where it would be too long to arrive whole. */
export function toMailAddress(subject: string, body: string): string | undefined {
  const lines = body.replaceAll(/\r?\n/g, "\r\n");
  const address = `mailto:?subject=${encode(subject)}&body=${encode(lines)}`;
  return address.length > LONGEST_ADDRESS ? undefined : address;
}

/** Half a character, as a cut text may end with, has no address. */
const encode = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "\uFFFD"));
