import {
  type RecordId,
  RELATION_TYPES,
  type RelationGround,
  type RelationLink,
  type RelationPath,
  type RelationTie,
  toRecordId,
} from "@sweetspot/contract";
import type { Cast } from "./model/chosen-way.ts";

const id = toRecordId;

/** Anna of ours, Ben, Cem and Dora, and two bodies. */
export const CAST: Cast = {
  people: new Map(
    [
      { id: id("anna"), name: "Anna Ahlwardt", teamMember: id("member-anna"), sources: [] },
      { id: id("ben"), name: "Ben Brookmüller", sources: [] },
      { id: id("cem"), name: "Cem Çelebioğlu", sources: [] },
      { id: id("dora"), name: "Dora Düsterwald", sources: [], insolvencies: [id("mill"), id("print")] },
    ].map((person) => [person.id, person]),
  ),
  bodies: new Map(
    [
      { id: id("harbour"), name: "Harbour AG", people: 6, sources: [] },
      { id: id("mill"), name: "Mill GmbH", people: 9, insolvent: "2024", sources: [] },
      { id: id("print"), name: "Print KG", people: 3, insolvent: "2025-02", sources: [] },
    ].map((body) => [body.id, body]),
  ),
};

export const tieOf = (person: string, type: string, more: Partial<RelationTie> = {}): RelationTie => ({
  id: id(`${person}-${type}`),
  person: id(person),
  body: id("harbour"),
  type,
  ...more,
});

export const groundOf = (
  ties: readonly RelationTie[],
  {
    time = "together",
    ...more
  }: Partial<RelationGround> & { readonly time?: "together" | "apart" | "unknown" } = {},
): RelationGround => ({
  ...(ties[0]?.body === undefined ? {} : { body: ties[0].body }),
  ties,
  current: true,
  strength: 0.6,
  reasons: [{ reason: "time", factor: 1, time }],
  ...more,
});

export const linkOf = (from: string, to: string, ...because: readonly RelationGround[]): RelationLink => ({
  from: id(from),
  to: id(to),
  strength: 0.6,
  because,
});

export const pathOf = (...links: readonly RelationLink[]): RelationPath => ({
  strength: 0.6 ** links.length,
  people: [links[0]?.from as RecordId, ...links.map(({ to }) => to)],
  links,
});

/** Kinds of tie that a person has to a body. */
export const BODY_TYPES = RELATION_TYPES.filter(
  (type) => !["colleague", "crm_contact", "meeting"].includes(type),
);
