import { PARENT_CHILD } from "./associations.ts";
import { type HubspotRecord, type Portal, recordOf } from "./portal.ts";
import { type ObjectType, SCHEMA } from "./schema.ts";
import type { Sight } from "./sight.ts";

/** The portal as one user's token opens it. */
export interface Desk {
  readonly portal: Portal;
  readonly sight: Sight;
  readonly now: () => number;
  /** Associated records in one answer before it goes on. */
  readonly associationsPerPage: number;
  /** Associations lead to records the user may not see. */
  readonly leaksAssociations: boolean;
}

export interface Wanted {
  readonly properties?: readonly string[] | undefined;
  readonly history?: readonly string[] | undefined;
}

/** A record's value; what HubSpot counts is counted here when it is asked for. */
export const valueIn = (
  portal: Portal,
  type: ObjectType,
  record: HubspotRecord,
  name: string,
): string | null => {
  const count = COUNTS[name];
  return count ? String(count(portal, type, record.id)) : (record.properties[name] ?? null);
};

/** Of everything there is, whoever asks. */
const COUNTS: Readonly<Record<string, (portal: Portal, type: ObjectType, id: string) => number>> = {
  num_associated_contacts: ({ associations }, type, id) => associations.of(type, id, "contacts").length,
  hs_num_child_companies: ({ associations }, type, id) =>
    associations
      .of(type, id, "companies")
      .filter(({ types }) => types.some(({ typeId }) => typeId === PARENT_CHILD.there.typeId)).length,
};

/** Sent whatever was asked for. */
const ALWAYS = ["hs_object_id", "createdate"];

/** A record in HubSpot's form: what it does not know, or may not show, is left out; what is empty is null. */
export function toAnswer({ portal, sight }: Desk, type: ObjectType, record: HubspotRecord, wanted: Wanted) {
  const names = wanted.properties?.length ? wanted.properties : SCHEMA[type].defaults;
  const shown = (list: readonly string[]): string[] =>
    list.filter((name) => portal.definitions[type].has(name) && sight.shows(type, name));
  return {
    id: record.id,
    properties: Object.fromEntries(
      shown([...ALWAYS, ...names]).map((name) => [name, valueIn(portal, type, record, name)]),
    ),
    ...(wanted.history?.length
      ? {
          propertiesWithHistory: Object.fromEntries(
            shown(wanted.history).map((name) => [
              name,
              (record.history.get(name) ?? []).map((entry) => ({ ...entry, sourceType: "INTEGRATION" })),
            ]),
          ),
        }
      : {}),
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    archived: record.archived,
  };
}

export const visibleRecord = (
  { portal, sight }: Desk,
  type: ObjectType,
  id: string,
  archived = false,
): HubspotRecord | undefined => {
  const record = recordOf(portal, type, id, archived);
  return record && sight.sees(type, record) ? record : undefined;
};

/** Clients repeat the parameter or divide its value by commas. */
export const namesOf = ({ searchParams }: URL, parameter: string): string[] =>
  searchParams.getAll(parameter).flatMap((text) => (text === "" ? [] : text.split(",")));

export const toInstant = (ms: number): string => new Date(ms).toISOString();

/** What surrounds the results of a batch; 207 says that some could not be done [D error handling]. */
export function batchAnswer(
  results: readonly unknown[],
  errors: readonly object[],
  now: number,
  status = 200,
): Response {
  const times = { startedAt: toInstant(now), completedAt: toInstant(now) };
  return errors.length === 0
    ? Response.json({ status: "COMPLETE", results, ...times }, { status })
    : Response.json(
        { status: "COMPLETE", results, numErrors: errors.length, errors, ...times },
        { status: 207 },
      );
}

export const batchError = (
  category: string,
  message: string,
  ids: readonly string[],
  subCategory?: string,
): object => ({
  status: "error",
  category,
  ...(subCategory === undefined ? {} : { subCategory }),
  message,
  context: { ids },
  errors: [],
  links: {},
});
