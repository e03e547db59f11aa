import { type Field, foldText, type Involvement, type TeamRole } from "@sweetspot/contract";
import type { AccessRule, CrmWorld, WorldObject } from "@sweetspot/fixtures";
import type { TinyAnswer, TinyBody, TinyFetch } from "./line.ts";

type Row = Readonly<Record<string, unknown>>;
type Table = "accounts" | "contacts" | "opportunities" | "products" | "assets" | "users" | "involvements";

interface TinyQuery {
  readonly table: Table;
  /** Rows whose field is one of the values. */
  readonly where?: Readonly<Record<string, readonly unknown[]>>;
  readonly words?: readonly string[];
  /** Rows where this field has a value. */
  readonly filled?: string;
  readonly newestFirst?: string;
  readonly offset: number;
  readonly limit: number;
}

const OBJECTS: Readonly<Partial<Record<Table, WorldObject>>> = {
  accounts: "account",
  contacts: "contact",
  opportunities: "opportunity",
  products: "product",
  assets: "asset",
  involvements: "involvement",
};

/**
 * TinyCRM: an invented CRM with the habits of real ones, for the example of `write-an-adapter.md`. Empty values are null;
 * withheld fields are left out, withheld attributes marked. It has no transactions and no ETags, but it replaces a row only
 * where its stamp is still the one given, and says how many rows that were. Its rate limit comes with status 200.
 */
export function createTinyCrm(world: CrmWorld) {
  const tables = createTables(world);
  const plans = new Map<string, { readonly stamp: number; readonly document: string }>();
  const troubles: (() => TinyAnswer)[] = [];

  function answer(user: string, path: string, body: TinyBody): TinyAnswer {
    const me = world.teamMembers.find((member) => member.id === user);
    if (!me) return { status: 403, body: { code: "NOT_SIGNED_IN" } };
    switch (path) {
      case "/me":
        return ok({ id: me.id });
      case "/query": {
        const wanted = body as unknown as TinyQuery;
        return ok(query(tables(wanted.table, me.role), wanted));
      }
      case "/plans/read":
        return ok({ row: plans.get(String(body["id"])) ?? null });
      case "/plans/replace": {
        const id = String(body["id"]);
        if ((plans.get(id)?.stamp ?? 0) !== body["stamp"]) return ok({ changed: 0 });
        plans.set(id, { stamp: Number(body["stamp"]) + 1, document: String(body["document"]) });
        return ok({ changed: 1 });
      }
      default:
        return { status: 404, body: { code: "NO_SUCH_PATH" } };
    }
  }

  return {
    /** The line of one user, as `fetch` with a token would be. */
    signIn:
      (user: string): TinyFetch =>
      async (path, body, signal) => {
        const trouble = troubles.shift();
        signal?.throwIfAborted();
        await Promise.resolve();
        signal?.throwIfAborted();
        return structuredClone(trouble ? trouble() : answer(user, path, body));
      },
    /** What the next request meets instead of its answer. */
    trouble: (happens: () => TinyAnswer) => troubles.push(happens),
  };
}

const ok = (body: TinyBody): TinyAnswer => ({ status: 200, body });

/** What a role sees of each table; worked out once, because no rule changes the world. */
function createTables(world: CrmWorld): (table: Table, role: TeamRole) => readonly Row[] {
  const seen = new Map<string, readonly Row[]>();
  const rowsOf = (table: Table, role: TeamRole): readonly Row[] => {
    const known = seen.get(`${table} ${role}`);
    if (known) return known;
    const rules = world.access.filter((rule) => rule.role === role && rule.object === OBJECTS[table]);
    const records: readonly object[] = table === "users" ? world.teamMembers : world[table];
    const rows =
      table === "involvements"
        ? world.involvements.flatMap((one) => toInvolvementRow(one, rules, (of) => rowsOf(of, role)))
        : records.flatMap((record) => toRow(record as Row, rules));
    seen.set(`${table} ${role}`, rows);
    return rows;
  };
  return rowsOf;
}

/** A person's part in a company or a deal, flat; none where the role sees only one end of it. */
function toInvolvementRow(
  { person, place, ...rest }: Involvement,
  rules: readonly AccessRule[],
  rowsOf: (table: Table) => readonly Row[],
): Row[] {
  const find = (table: Table, id: string) => rowsOf(table).find((row) => row["id"] === id);
  const deal = place.kind === "opportunity" ? find("opportunities", place.opportunity) : undefined;
  const customer = place.kind === "account" ? place.account : deal?.["account"];
  const contact = person.kind === "contact" ? find("contacts", person.contact.id) : undefined;
  if (!find("accounts", String(customer)) || (person.kind === "contact" && !contact)) return [];
  const ends = {
    name: "",
    customer,
    deal: deal?.["id"] ?? null,
    contact: contact ?? null,
    user: person.kind === "team-member" ? person.teamMember : null,
    kind: `${place.kind === "account" ? "account" : "deal"} ${person.kind === "contact" ? "contact" : "team"}`,
  };
  return toRow(rest as unknown as Row, rules).map((row) => ({ ...row, ...ends }));
}

function query(rows: readonly Row[], wanted: TinyQuery): { rows: Row[]; total: number } {
  const sorted = inOrder(
    rows.filter((row) => matches(row, wanted)),
    wanted.newestFirst,
  );
  return { rows: sorted.slice(wanted.offset, wanted.offset + wanted.limit), total: sorted.length };
}

const matches = (row: Row, { where = {}, words = [], filled }: TinyQuery): boolean =>
  Object.entries(where).every(([field, values]) => values.includes(row[field])) &&
  words.every((word) => foldText(String(row["name"])).includes(foldText(word))) &&
  (filled === undefined || row[filled] != null);

/** By name, then id; with `newestFirst` by that date before. */
function inOrder(rows: readonly Row[], newestFirst: string | undefined): Row[] {
  const dateOf = (row: Row) => (newestFirst ? String(row[newestFirst] ?? "") : "");
  return rows
    .map((row) => ({ row, date: dateOf(row), name: foldText(String(row["name"])), id: String(row["id"]) }))
    .toSorted(
      (one, other) =>
        compare(other.date, one.date) || compare(one.name, other.name) || compare(one.id, other.id),
    )
    .map(({ row }) => row);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** A record of the world in TinyCRM's own form; none where the role may not see it. */
function toRow(record: Row, rules: readonly AccessRule[]): Row[] {
  const mine = rules.filter((rule) => !rule.ids || (rule.ids as readonly unknown[]).includes(record["id"]));
  if (mine.some((rule) => rule.field === undefined)) return [];
  const withheld = new Set(mine.map((rule) => rule.field));
  const plain = Object.entries(record)
    .filter(([name]) => !withheld.has(name))
    .map(([name, value]) => {
      if (name === "attributes") return [name, toAttributes(value as Row, withheld)];
      const raw = toRaw(value);
      return [
        name,
        name === "lineItems" && Array.isArray(raw) ? raw.map((line: Row) => toRow(line, [])[0]) : raw,
      ];
    });
  return [Object.fromEntries(plain) as Row];
}

const toAttributes = (attributes: Row, withheld: ReadonlySet<string | undefined>): Row =>
  Object.fromEntries(
    Object.entries(attributes).map(([label, value]) => [
      label,
      withheld.has(`attributes.${label}`) ? { withheld: true } : toRaw(value),
    ]),
  );

function toRaw(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("state" in value)) return value;
  const field = value as Field<unknown>;
  return field.state === "known" ? field.value : null;
}
