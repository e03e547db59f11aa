/** By the place people gave them; what has none comes last, equals by id. */
export const inGivenOrder = <T extends { readonly id: string; readonly fields: { readonly order?: number } }>(
  records: readonly T[],
): T[] =>
  records.toSorted(
    (one, other) =>
      (one.fields.order ?? Number.MAX_VALUE) - (other.fields.order ?? Number.MAX_VALUE) ||
      (one.id < other.id ? -1 : 1),
  );
