import type { ObjectType } from "./schema.ts";

export interface AssociationType {
  readonly typeId: number;
  readonly category: "HUBSPOT_DEFINED" | "USER_DEFINED";
  readonly label: string | null;
}

const defined = (typeId: number, label: string | null = null): AssociationType => ({
  typeId,
  category: "HUBSPOT_DEFINED",
  label,
});

/** A kind of association has one id for each direction [D associations, association type id values]. */
export interface AssociationKind {
  readonly from: ObjectType;
  readonly to: ObjectType;
  readonly there: AssociationType;
  readonly back: AssociationType;
}

const kind = (
  from: ObjectType,
  to: ObjectType,
  there: AssociationType,
  back: AssociationType,
): AssociationKind => ({
  from,
  to,
  there,
  back,
});

export const CONTACT_COMPANY = kind("contacts", "companies", defined(279), defined(280));
export const CONTACT_PRIMARY_COMPANY = kind(
  "contacts",
  "companies",
  defined(1, "Primary"),
  defined(2, "Primary"),
);
export const DEAL_COMPANY = kind("deals", "companies", defined(341), defined(342));
export const DEAL_PRIMARY_COMPANY = kind("deals", "companies", defined(5, "Primary"), defined(6, "Primary"));
export const DEAL_CONTACT = kind("deals", "contacts", defined(3), defined(4));
export const DEAL_LINE_ITEM = kind("deals", "line_items", defined(19), defined(20));
export const TASK_COMPANY = kind("tasks", "companies", defined(192), defined(191));
export const PARENT_CHILD = kind(
  "companies",
  "companies",
  defined(13, "Child Company"),
  defined(14, "Parent Company"),
);

export const STANDARD_KINDS: readonly AssociationKind[] = [
  CONTACT_COMPANY,
  CONTACT_PRIMARY_COMPANY,
  DEAL_COMPANY,
  DEAL_PRIMARY_COMPANY,
  DEAL_CONTACT,
  DEAL_LINE_ITEM,
  TASK_COMPANY,
  PARENT_CHILD,
];

/** A label an admin of the portal made; its ids are the portal's own. */
export const labelledKind = (
  from: ObjectType,
  to: ObjectType,
  label: string,
  typeId: number,
): AssociationKind => ({
  from,
  to,
  there: { typeId, category: "USER_DEFINED", label },
  back: { typeId: typeId + 1, category: "USER_DEFINED", label },
});

export interface Associated {
  readonly id: string;
  readonly types: AssociationType[];
}

/** All associations of a portal, kept in both directions. */
export interface AssociationBook {
  add(kind: AssociationKind, from: string, to: string): void;
  remove(from: ObjectType, fromId: string, to: ObjectType, toId: string): void;
  /** What a record is associated with, in the order it was. */
  of(from: ObjectType, id: string, to: ObjectType): readonly Associated[];
  /** The survivor of a merge inherits. */
  move(type: ObjectType, from: string, to: string): void;
}

export function createAssociationBook(): AssociationBook {
  const shelves = new Map<string, Map<string, Associated>>();
  const shelfOf = (from: ObjectType, id: string, to: ObjectType): Map<string, Associated> => {
    const key = `${from} ${to} ${id}`;
    const shelf = shelves.get(key) ?? new Map<string, Associated>();
    shelves.set(key, shelf);
    return shelf;
  };

  function put(from: ObjectType, id: string, to: ObjectType, target: string, type: AssociationType): void {
    const shelf = shelfOf(from, id, to);
    const entry = shelf.get(target) ?? { id: target, types: [] };
    if (!entry.types.some((one) => one.typeId === type.typeId)) entry.types.push(type);
    shelf.set(target, entry);
  }

  return {
    add({ from, to, there, back }, fromId, toId) {
      put(from, fromId, to, toId, there);
      put(to, toId, from, fromId, back);
    },
    remove(from, fromId, to, toId) {
      shelfOf(from, fromId, to).delete(toId);
      shelfOf(to, toId, from).delete(fromId);
    },
    of: (from, id, to) => [...(shelves.get(`${from} ${to} ${id}`)?.values() ?? [])],
    move(type, from, to) {
      for (const [key, shelf] of shelves) {
        const [own, other, id] = key.split(" ") as [ObjectType, ObjectType, string];
        if (own !== type || id !== from) continue;
        for (const entry of shelf.values())
          for (const there of entry.types) {
            const back = shelfOf(other, entry.id, own).get(from)?.types ?? [];
            put(own, to, other, entry.id, there);
            for (const type of back) put(other, entry.id, own, to, type);
          }
        for (const entry of shelf.values()) shelfOf(other, entry.id, own).delete(from);
        shelves.delete(key);
      }
    },
  };
}
