import type { AcquaintancesQuery, PageOptions, PathsQuery, RecordId, TieWish } from "@sweetspot/contract";

const LONGEST_ID = 400;
const MOST_IDS = 2000;
const WISHES: readonly unknown[] = ["shared", "ask-first", "hidden"] satisfies readonly TieWish[];

type Check = (value: unknown) => boolean;

export const isId = (value: unknown): value is RecordId =>
  typeof value === "string" && value !== "" && value.length <= LONGEST_ID;

export const isWish = (value: unknown): value is TieWish => WISHES.includes(value);

const isListOfIds: Check = (value) =>
  Array.isArray(value) && value.length <= MOST_IDS && value.every((entry) => isId(entry));

const isWhole =
  (most: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;

/** Nothing but these fields, each as it has to be; those of `optional` may be missing. */
const isRecord =
  (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value) => {
    if (typeof value !== "object" || value === null) return false;
    const fields = Object.entries(value);
    const checks: Readonly<Record<string, Check>> = { ...required, ...optional };
    return (
      Object.keys(required).every((name) => Object.hasOwn(value, name)) &&
      fields.every(([name, field]) => Object.hasOwn(checks, name) && checks[name]?.(field) === true)
    );
  };

const CHOICE: Readonly<Record<string, Check>> = {
  relationTypes: isListOfIds,
  currentOnly: (value) => typeof value === "boolean",
  exclude: isRecord({}, { people: isListOfIds, bodies: isListOfIds, ties: isListOfIds }),
};

const [isPerson, isContact] = [isRecord({ person: isId }), isRecord({ contact: isId })];
const fitsPaths = isRecord(
  { account: isId, to: (value) => isPerson(value) || isContact(value) },
  { ...CHOICE, from: isListOfIds, maxIntroductions: isWhole(3), count: isWhole(12) },
);
const fitsAcquaintances = isRecord({ account: isId, person: isId }, CHOICE);
const fitsPage = isRecord(
  {},
  { cursor: (value) => typeof value === "string" && value.length <= 8000, limit: Number.isInteger },
);

export const isPathsQuery = (value: unknown): value is PathsQuery => fitsPaths(value);
export const isAcquaintancesQuery = (value: unknown): value is AcquaintancesQuery => fitsAcquaintances(value);

/** @returns undefined for what is no page of a list */
export const toPageOptions = (value: unknown = {}): PageOptions | undefined =>
  fitsPage(value) ? (value as PageOptions) : undefined;
