import type { LadderRecord, PropositionRecord, StoryReading } from "./reading.model.ts";

/**
 * The ladders a proposition stands on: its own, those of the wording it is a variant of, and those of its sweet spot
 * that belong to no proposition. Older ones first.
 */
export const laddersOf = (
  { ladders }: StoryReading,
  { id, fields }: PropositionRecord,
): readonly LadderRecord[] =>
  ladders
    .filter(({ fields: { proposition, sweetSpot } }) =>
      proposition === undefined
        ? sweetSpot === fields.sweetSpot
        : proposition === id || proposition === fields.variantOf,
    )
    .toSorted((one, other) =>
      one.createdAt === other.createdAt
        ? one.id < other.id
          ? -1
          : 1
        : one.createdAt < other.createdAt
          ? -1
          : 1,
    );

/** What this customer gets from it in the end: the value, else the last answer to "why?", else the benefit. */
export const worthOf = ({ fields }: LadderRecord): string =>
  fields.value ?? fields.whys?.at(-1) ?? fields.benefit ?? "";
