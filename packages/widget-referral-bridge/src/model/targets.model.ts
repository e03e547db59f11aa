import { foldText, type RecordId, type RelationTarget } from "@sweetspot/contract";

/** A target has one id or the other; the relations' own is the surer. */
export const keyOf = ({ person, contact }: RelationTarget): RecordId | undefined => person ?? contact;

export const isSame = (one: RelationTarget, other: RelationTarget | undefined): boolean =>
  other !== undefined &&
  ((one.person !== undefined && one.person === other.person) ||
    (one.contact !== undefined && one.contact === other.contact));

/** Whom we reach and whom not, in the order of the answer, by words of name and part. */
export function findTargets(
  targets: readonly RelationTarget[],
  search: string,
): { readonly reached: readonly RelationTarget[]; readonly others: readonly RelationTarget[] } {
  const words = foldText(search).split(/\s+/u).filter(Boolean);
  const found = targets.filter(({ name, part = "" }) => {
    const text = foldText(`${name} ${part}`);
    return words.every((word) => text.includes(word));
  });
  return {
    reached: found.filter(({ best }) => best !== undefined),
    others: found.filter(({ best }) => best === undefined),
  };
}
