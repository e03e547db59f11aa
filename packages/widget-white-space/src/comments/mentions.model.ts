import type { RecordId, TeamMember } from "@sweetspot/contract";

/**
 * Team members a text names as `@Full name`, each once, in the order of the team. Where one name begins another, the
 * longer one is meant. Whoever left is not asked any more, and an address of a mailbox names nobody.
 */
export function mentionsIn(
  text: string,
  members: readonly Pick<TeamMember, "id" | "name" | "active">[],
): readonly RecordId[] {
  const folded = text.toLocaleLowerCase();
  const byLength = members
    .filter(({ active, name }) => active && name !== "")
    .toSorted((one, other) => other.name.length - one.name.length);
  const found = new Set<RecordId>();
  for (let at = folded.indexOf("@"); at !== -1; at = folded.indexOf("@", at + 1)) {
    if (isLetter(folded[at - 1])) continue;
    const named = byLength.find(({ name }) => {
      const start = name.toLocaleLowerCase();
      return folded.startsWith(start, at + 1) && !isLetter(folded[at + 1 + start.length]);
    });
    if (named) found.add(named.id);
  }
  return members.filter(({ id }) => found.has(id)).map(({ id }) => id);
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);

/** The text with somebody named at its end. */
export const withMention = (text: string, name: string): string =>
  `${text}${text === "" || text.endsWith(" ") ? "" : " "}@${name} `;
