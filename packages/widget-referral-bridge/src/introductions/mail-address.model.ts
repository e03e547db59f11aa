/** Longer addresses are cut off by mail programs, or refused. */
const LONGEST = 1900;

/** A link that opens the user's own mail program with the request in it; undefined where it does not fit into one. */
export function toMailLink(to: string, subject: string, body: string): string | undefined {
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
  const link = `mailto:${encodeURIComponent(to).replaceAll("%40", "@")}?${query}`;
  return link.length > LONGEST ? undefined : link;
}
