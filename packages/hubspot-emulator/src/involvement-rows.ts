import { type Involvement, valueOf } from "@sweetspot/contract";
import type { CrmWorld } from "@sweetspot/fixtures";
import { type AssociationKind, CONTACT_COMPANY, DEAL_CONTACT, labelledKind } from "./associations.ts";
import { toOptionValue, toPropertyName } from "./portal-rows.ts";
import type { Portal } from "./portal.ts";
import { customDefinition, type ObjectType, toOptions } from "./schema.ts";

/** Ids of labels an admin makes are the portal's own. */
const FIRST_LABEL = 1001;

/**
 * People in deals and at accounts, where a portal has them: labels of associations, the buying role of a contact at his
 * own company, collaborators of deals, and user properties whose label is a role. It keeps no dates of any of these, marks
 * nobody as first, and withholds no label.
 */
export function placePeople(portal: Portal, world: CrmWorld): void {
  for (const { person, place, roles } of world.involvements) {
    const labels = valueOf(roles) ?? [];
    if (person.kind === "team-member") placeOurs(portal, place, person.teamMember, labels);
    else if (place.kind === "opportunity")
      associate(portal, DEAL_CONTACT, place.opportunity, person.contact.id, labels);
    else if (valueOf(person.contact.account) === place.account)
      giveBuyingRole(portal, person.contact.id, labels);
    else associate(portal, CONTACT_COMPANY, person.contact.id, place.account, labels);
  }
}

function associate(
  portal: Portal,
  kind: AssociationKind,
  from: string,
  to: string,
  labels: readonly string[],
): void {
  portal.associations.add(kind, from, to);
  for (const label of labels) portal.associations.add(labelOf(portal, kind, label), from, to);
}

function labelOf({ labels }: Portal, { from, to }: AssociationKind, label: string): AssociationKind {
  const known = labels.find((one) => one.from === from && one.to === to && one.there.label === label);
  if (known) return known;
  const made = labelledKind(from, to, label, FIRST_LABEL + 2 * labels.length);
  labels.push(made);
  return made;
}

function giveBuyingRole(portal: Portal, contact: string, labels: readonly string[]): void {
  const record = portal.records.contacts.get(contact);
  if (record) record.properties["hs_buying_role"] = labels.map(toOptionValue).join(";");
  const definition = portal.definitions.contacts.get("hs_buying_role");
  if (!definition) return;
  const known = definition.options.map(({ value, label }) => [value, label] as const);
  const options = new Map([...known, ...labels.map((label) => [toOptionValue(label), label] as const)]);
  portal.definitions.contacts.set("hs_buying_role", { ...definition, options: toOptions(options) });
}

function placeOurs(
  portal: Portal,
  place: Involvement["place"],
  member: string,
  labels: readonly string[],
): void {
  const type: ObjectType = place.kind === "account" ? "companies" : "deals";
  const id = place.kind === "account" ? place.account : place.opportunity;
  const properties = portal.records[type].get(id)?.properties;
  if (!properties) return;
  const team = place.kind === "account" ? portal.mapped.accountTeam : portal.mapped.opportunityTeam;
  for (const label of labels.length === 0 && type === "companies" ? [""] : labels) {
    const property = `team_${toPropertyName(label)}`;
    if (!team.some((one) => one.property === property)) team.push({ property, label });
    portal.definitions[type].set(property, {
      ...customDefinition(property, label === "" ? "Account team" : label),
      type: "enumeration",
    });
    properties[property] = join(properties[property], member);
  }
  if (labels.length === 0 && type === "deals")
    properties["hs_all_collaborator_owner_ids"] = join(properties["hs_all_collaborator_owner_ids"], member);
}

const join = (list: string | null | undefined, member: string): string =>
  list ? `${list};${member}` : member;
