import type { RecordId, RelationChoice } from "@sweetspot/contract";

/** Which ways somebody wants to see; what is gone round is named, so that a chip can say it. */
export interface Filters {
  readonly currentOnly: boolean;
  /** From 0 to 2. */
  readonly goBetweens: number;
  /** Kinds of relation that count; all where it is empty. */
  readonly types: readonly string[];
  readonly without: readonly Avoided[];
}

export interface Avoided {
  readonly kind: "person" | "body";
  readonly id: RecordId;
  readonly name: string;
}

export const NO_FILTERS: Filters = { currentOnly: false, goBetweens: 2, types: [], without: [] };

/** How many of the filters are set, each thing that is gone round for itself. */
export const countFilters = ({ currentOnly, goBetweens, types, without }: Filters): number =>
  Number(currentOnly) +
  Number(goBetweens < NO_FILTERS.goBetweens) +
  Number(types.length > 0) +
  without.length;

/** What a question to the relations says of the filters and of the ties found wrong in this plan. */
export function toChoice(
  { currentOnly, types, without }: Filters,
  ties: readonly RecordId[],
): RelationChoice {
  const ids = (kind: Avoided["kind"]): RecordId[] =>
    without.filter((avoided) => avoided.kind === kind).map(({ id }) => id);
  return {
    ...(types.length === 0 ? {} : { relationTypes: types }),
    ...(currentOnly ? { currentOnly } : {}),
    exclude: { people: ids("person"), bodies: ids("body"), ties },
  };
}

export const toggleType = (filters: Filters, type: string): Filters => ({
  ...filters,
  types: filters.types.includes(type)
    ? filters.types.filter((other) => other !== type)
    : [...filters.types, type],
});

export const avoid = (filters: Filters, avoided: Avoided): Filters => ({
  ...filters,
  without: [...filters.without.filter(({ id }) => id !== avoided.id), avoided],
});

export const admit = (filters: Filters, id: RecordId): Filters => ({
  ...filters,
  without: filters.without.filter((avoided) => avoided.id !== id),
});
