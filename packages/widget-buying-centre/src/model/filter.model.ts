import { foldText, type RecordId } from "@sweetspot/contract";
import type { Person } from "./people.model.ts";

/** Questions a rep asks of a long list. */
export const FOCUSES = [
  "this-deal",
  "deciders",
  "lead-missing",
  "diverging",
  "changed",
  "unknown",
  "mine",
] as const;
export type Focus = (typeof FOCUSES)[number];

export interface PeopleFilter {
  readonly text: string;
  readonly focus: Focus | undefined;
}

export const NO_FILTER: PeopleFilter = { text: "", focus: undefined };

/** Who looks, and from which deal's page, if from one. */
export interface Eyes {
  readonly user: RecordId;
  readonly deal?: RecordId | undefined;
}

export interface ShownPerson {
  readonly person: Person;
  /** Does the focus mean somebody else? Such a person is faded, not hidden. */
  readonly faded: boolean;
}

/** The words searched for, without case and accents. */
export const toWords = (text: string): readonly string[] => foldText(text).split(/\s+/).filter(Boolean);

/**
 * Whom to show: the search narrows, the focus fades. In the focus come first, so that nobody has to look for them among
 * five hundred.
 */
export function filterPeople(
  people: readonly Person[],
  { text, focus }: PeopleFilter,
  eyes: Eyes,
): readonly ShownPerson[] {
  const words = toWords(text);
  const found =
    words.length === 0
      ? people
      : people.filter(({ fields }) => {
          const hay = foldText(
            [fields.name, fields.position, fields.unofficialRole, fields.notes].filter(Boolean).join(" "),
          );
          return words.every((word) => hay.includes(word));
        });
  const shown = found.map((person) => ({
    person,
    faded: focus !== undefined && !isIn(person, focus, eyes),
  }));
  return focus === undefined
    ? shown
    : shown.toSorted((one, other) => Number(one.faded) - Number(other.faded));
}

export function isIn(person: Person, focus: Focus, { user, deal }: Eyes): boolean {
  const { fields, standing } = person;
  switch (focus) {
    case "this-deal":
      return standing !== "left" && deal !== undefined && fields.decides?.includes(deal) === true;
    case "deciders":
      return isDecider(person);
    case "lead-missing":
      return person.leadMissing;
    case "diverging":
      return standing !== "left" && person.diverging.length > 0;
    case "changed":
      return person.notice !== undefined;
    case "unknown":
      return standing === "unknown";
    case "mine":
      return standing !== "left" && fields.lead === user;
  }
}

/** Decides by role, or a deal of his own. */
export const isDecider = ({ fields, standing }: Person): boolean =>
  standing !== "left" &&
  (fields.role === "decision-maker" || fields.role === "sponsor" || (fields.decides?.length ?? 0) > 0);

export const countIn = (people: readonly Person[], focus: Focus, eyes: Eyes): number =>
  people.filter((person) => isIn(person, focus, eyes)).length;
