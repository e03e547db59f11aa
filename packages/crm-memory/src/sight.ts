import {
  type Account,
  type Asset,
  type Contact,
  foldText,
  HIDDEN,
  type Involvement,
  type Opportunity,
  type Product,
  type RecordId,
  type TeamMember,
  type TeamRole,
  valueOf,
} from "@sweetspot/contract";
import type { AccessRule, CrmWorld, WorldObject } from "@sweetspot/fixtures";

/** The world as one role sees it: invisible records left out, hidden fields hidden, lists in the port's order. */
export interface Sight {
  readonly accounts: readonly Account[];
  readonly contacts: readonly Contact[];
  readonly opportunities: readonly Opportunity[];
  readonly assets: readonly Asset[];
  readonly products: readonly Product[];
  readonly teamMembers: readonly TeamMember[];
  /** Of visible people, wherever they take part. */
  readonly involvements: readonly Involvement[];
}

interface Named {
  readonly id: RecordId;
  readonly name: string;
}

export function toSight(world: CrmWorld, role: TeamRole): Sight {
  const rules = world.access.filter((rule) => rule.role === role);
  const see = <T extends Named>(object: WorldObject, records: readonly T[]): readonly T[] => {
    const own = rules.filter((rule) => rule.object === object);
    return records.flatMap((record) => seen(record, own)).toSorted(byName);
  };
  const contacts = see("contact", world.contacts);
  return {
    accounts: see("account", world.accounts),
    contacts,
    opportunities: see("opportunity", world.opportunities).toSorted(byClosingDate),
    involvements: seenInvolvements(
      world,
      rules.filter((rule) => rule.object === "involvement"),
      contacts,
    ),
    assets: see("asset", world.assets),
    products: see("product", world.products),
    teamMembers: world.teamMembers.toSorted(byName),
  };
}

function seenInvolvements(
  { involvements }: CrmWorld,
  rules: readonly AccessRule[],
  visible: readonly Contact[],
): Involvement[] {
  const contacts = new Map(visible.map((contact) => [contact.id, contact]));
  return involvements.flatMap((involvement) => {
    const { person } = involvement;
    if (person.kind === "team-member") return seen(involvement, rules);
    const contact = contacts.get(person.contact.id);
    return contact ? seen({ ...involvement, person: { ...person, contact } }, rules) : [];
  });
}

/** The account and those below it, level by level, each level by name. Empty where the account is not among them. */
export function familyOf(accounts: readonly Account[], root: RecordId): Account[] {
  const children = new Map<RecordId | undefined, Account[]>();
  for (const account of accounts) {
    const siblings = children.get(valueOf(account.parent));
    if (siblings) siblings.push(account);
    else children.set(valueOf(account.parent), [account]);
  }
  const family = new Set(accounts.filter((account) => account.id === root));
  // A set is walked in the order of its growth and takes each member once: a circle of parents ends by itself.
  for (const account of family) for (const child of children.get(account.id) ?? []) family.add(child);
  return [...family];
}

function seen<T extends { readonly id: RecordId }>(record: T, rules: readonly AccessRule[]): T[] {
  const mine = rules.filter((rule) => rule.ids === undefined || rule.ids.includes(record.id));
  if (mine.some((rule) => rule.field === undefined)) return [];
  return [mine.reduce<T>((masked, rule) => (rule.field ? hide(masked, rule.field) : masked), record)];
}

const ATTRIBUTE = "attributes.";

function hide<T extends object>(record: T, field: string): T {
  if (!field.startsWith(ATTRIBUTE)) return field in record ? { ...record, [field]: HIDDEN } : record;
  const { attributes = {} } = record as { attributes?: Account["attributes"] };
  const label = field.slice(ATTRIBUTE.length);
  return label in attributes ? { ...record, attributes: { ...attributes, [label]: HIDDEN } } : record;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const byName = (one: Named, other: Named): number =>
  compare(foldText(one.name), foldText(other.name)) || compare(one.id, other.id);

/** Newest first; deals without a date last. Sorting is stable, so deals of one day stay in the order of names. */
const byClosingDate = (one: Opportunity, other: Opportunity): number =>
  compare(valueOf(other.closeDate) ?? "", valueOf(one.closeDate) ?? "");
