import { CrmError } from "@sweetspot/contract";
import type { WorldRelations } from "@sweetspot/fixtures";
import { bodyKey, personKey } from "./match-key.ts";

/** Ties in one part; the real service stops when its heap runs short as well. */
const PART = 2000;

type Row = Readonly<Record<string, unknown>>;
interface Named {
  readonly id: string;
  readonly name: string;
}

/** The relation objects of the package as rows, with the keys that triggers give them. */
export interface RelationTables {
  readonly sources: readonly object[];
  readonly wishes: readonly object[];
  readonly decisions: readonly { readonly one: string; readonly other: string }[];
  readonly people: ReadonlyMap<string, Row>;
  readonly bodies: ReadonlyMap<string, Row>;
  readonly ties: readonly TieRow[];
}

interface TieRow extends Row {
  readonly id: string;
  readonly person?: string;
  readonly body?: string;
  readonly otherPerson?: string;
  readonly otherBody?: string;
}

export function toRelationTables(relations: WorldRelations): RelationTables {
  const idOf = ({ source, key }: { readonly source: string; readonly key: string }) => `${source}/${key}`;
  const rows = <Item extends { readonly source: string; readonly key: string; readonly name: string }>(
    items: readonly Item[],
    match: (name: string) => string,
  ) =>
    new Map<string, Row>(
      items.map(({ key, ...row }) => {
        const id = idOf({ source: row.source, key });
        return [id, { ...row, id, match: match(row.name) }];
      }),
    );
  const people = rows(relations.people, personKey);
  const bodies = rows(relations.bodies, bodyKey);
  const end = (source: string, key: string): string =>
    people.has(`${source}/${key}`) || bodies.has(`${source}/${key}`) ? `${source}/${key}` : key;
  return {
    ...relations,
    people,
    bodies,
    ties: relations.ties.map(({ key, person, body, otherPerson, otherBody, ...tie }) => ({
      ...tie,
      id: idOf({ source: tie.source, key }),
      ...(person ? { person: end(tie.source, person) } : {}),
      ...(body ? { body: end(tie.source, body) } : {}),
      ...(otherPerson ? { otherPerson: end(tie.source, otherPerson) } : {}),
      ...(otherBody ? { otherBody: end(tie.source, otherBody) } : {}),
    })),
  };
}

/** Answers like `SweetspotRelations` of apps/salesforce. */
export function answerRelations(tables: RelationTables, request: Row): object {
  const {
    step,
    people = [],
    bodies = [],
    known = [],
    cursor,
  } = request as {
    readonly known?: readonly string[];
    readonly step?: string;
    readonly people?: readonly unknown[];
    readonly bodies?: readonly unknown[];
    readonly cursor?: string;
  };
  if (step === "find") return find(tables, people as readonly Named[], bodies as readonly Named[]);
  if (step === "around")
    return around(
      tables,
      { people: people as readonly string[], bodies: bodies as readonly string[], known: new Set(known) },
      cursor,
    );
  throw new CrmError("malformed", "There is no such step.");
}

function find(tables: RelationTables, people: readonly Named[], bodies: readonly Named[]): object {
  const named = [
    ...people.map(({ id, name }) => ({ id, match: personKey(name) })),
    ...bodies.map(({ id, name }) => ({ id, match: bodyKey(name) })),
  ];
  const decisions = decisionsOn(tables, new Set(named.map(({ id }) => id)));
  const decided = endsOf(decisions);
  const among = (rows: ReadonlyMap<string, Row>, asked: readonly Named[]) => {
    const ids = new Set(asked.map(({ id }) => id));
    const matches = new Set(named.flatMap(({ id, match }) => (ids.has(id) ? [match] : [])));
    return [...rows].flatMap(([id, row]) =>
      matches.has(String(row["match"])) || decided.has(id) ? [row] : [],
    );
  };
  return {
    sources: tables.sources,
    wishes: tables.wishes,
    named,
    people: among(tables.people, people),
    bodies: among(tables.bodies, bodies),
    ties: [],
    decisions,
  };
}

interface Around {
  readonly people: readonly string[];
  readonly bodies: readonly string[];
  /** Matches of bodies the caller knows whole. */
  readonly known: ReadonlySet<string>;
}

function around(
  tables: RelationTables,
  { people: asked, bodies: places, known }: Around,
  cursor: string | undefined,
): object {
  const people = matesOf(tables.people, asked);
  const own = tables.ties.filter(
    ({ person, otherPerson }) => people.has(person ?? "") || people.has(otherPerson ?? ""),
  );
  const bodies = matesOf(tables.bodies, [...places, ...own.flatMap(({ body }) => body ?? [])]);
  const isOwn = new Set(own);
  const inside = tables.ties.filter(
    (tie) =>
      !isOwn.has(tie) &&
      bodies.has(tie.body ?? "") &&
      !known.has(String(tables.bodies.get(tie.body ?? "")?.["match"])),
  );
  const all = [...own, ...inside];
  const start = Number(cursor ?? 0);
  const ties = all.slice(start, start + PART);
  const touched = new Set([...people, ...bodies]);
  const decisions = decisionsOn(tables, touched);
  const seen = [
    ...touched,
    ...endsOf(decisions),
    ...ties.flatMap((tie) => [tie.person, tie.body, tie.otherPerson, tie.otherBody]),
  ];
  const rowsOf = (rows: ReadonlyMap<string, Row>) =>
    [...new Set(seen)].flatMap((id) => rows.get(id ?? "") ?? []);
  return {
    people: rowsOf(tables.people),
    bodies: rowsOf(tables.bodies),
    ties,
    decisions,
    ...(start + PART < all.length ? { next: String(start + PART) } : {}),
  };
}

/** These records and all others of their matches. */
function matesOf(rows: ReadonlyMap<string, Row>, ids: readonly string[]): ReadonlySet<string> {
  const matches = new Set(ids.flatMap((id) => rows.get(id)?.["match"] ?? []));
  return new Set([...rows].flatMap(([id, row]) => (matches.has(row["match"]!) ? [id] : [])));
}

const decisionsOn = ({ decisions }: RelationTables, ids: ReadonlySet<string>): RelationTables["decisions"] =>
  decisions.filter(({ one, other }) => ids.has(one) || ids.has(other));

const endsOf = (decisions: RelationTables["decisions"]): ReadonlySet<string> =>
  new Set(decisions.flatMap(({ one, other }) => [one, other]));
