import {
  type Account,
  type AccountOverview,
  CrmError,
  type CrmReader,
  type DataGap,
  foldText,
  gapOf,
  type Involvement,
  INVOLVEMENT_GAPS,
  type InvolvementPage,
  type Page,
  type PageOptions,
  type ReadOptions,
  type RecordId,
  type TeamMember,
  valueOf,
} from "@sweetspot/contract";
import type { CrmWorld } from "@sweetspot/fixtures";
import { toPage } from "./pages.ts";
import { familyOf, type Sight } from "./sight.ts";

/** What the ports of one user stand on. Each is asked anew by every call: the world may have changed meanwhile. */
export interface Desk {
  /** Every port method works inside this: it knows the user, cancels, and fails as planned. */
  call<T>(method: string, options: ReadOptions | undefined, work: () => T | Promise<T>): Promise<T>;
  world(): CrmWorld;
  user(): TeamMember;
  sight(): Sight;
}

export function createMemoryReader(desk: Desk): CrmReader {
  const lists = {
    family: (account: RecordId, options?: PageOptions) =>
      toPage(visibleFamily(desk.sight(), account), ["family", account], options),
    contacts(account: RecordId, options?: PageOptions) {
      visibleFamily(desk.sight(), account);
      const contacts = desk.sight().contacts.filter((contact) => valueOf(contact.account) === account);
      return toPage(contacts, ["contacts", account], options);
    },
    opportunities: (account: RecordId, options?: PageOptions) =>
      toPage(ofFamily(desk.sight(), account, "opportunities"), ["opportunities", account], options),
    assets: (account: RecordId, options?: PageOptions) =>
      toPage(ofFamily(desk.sight(), account, "assets"), ["assets", account], options),
    involvements: (account: RecordId, options?: PageOptions): InvolvementPage => ({
      ...toPage(involvementsOf(desk.sight(), account), ["involvements", account], options),
      gaps: INVOLVEMENT_GAPS.filter((gap) => !desk.world().involvements.some((one) => gapOf(one) === gap)),
    }),
    products: (options?: PageOptions) => toPage(desk.sight().products, ["products"], options),
    teamMembers: (options?: PageOptions) => toPage(desk.sight().teamMembers, ["team"], options),
  };

  function openAccount(id: RecordId): AccountOverview {
    const [account] = visibleFamily(desk.sight(), id);
    if (!account) throw notFound(id);
    return {
      account,
      family: lists.family(id),
      contacts: lists.contacts(id),
      opportunities: lists.opportunities(id),
      assets: lists.assets(id),
      products: lists.products(),
      teamMembers: lists.teamMembers(),
      gaps: gapsOf(desk.world(), desk.sight(), id),
    };
  }

  return {
    contract: "crm/1",
    system: "memory",
    whoAmI: (options) => desk.call("whoAmI", options, () => desk.user()),
    listAccounts: (query, options) =>
      desk.call("listAccounts", options, () => searchAccounts(desk.sight(), query.search ?? "", options)),
    openAccount: (account, options) => desk.call("openAccount", options, () => openAccount(account)),
    listFamily: (account, options) => desk.call("listFamily", options, () => lists.family(account, options)),
    listContacts: (account, options) =>
      desk.call("listContacts", options, () => lists.contacts(account, options)),
    listOpportunities: (account, options) =>
      desk.call("listOpportunities", options, () => lists.opportunities(account, options)),
    listAssets: (account, options) => desk.call("listAssets", options, () => lists.assets(account, options)),
    listInvolvements: (account, options) =>
      desk.call("listInvolvements", options, () => lists.involvements(account, options)),
    listProducts: (options) => desk.call("listProducts", options, () => lists.products(options)),
    listTeamMembers: (options) => desk.call("listTeamMembers", options, () => lists.teamMembers(options)),
  };
}

/** The same words whether the account is missing or invisible. */
export const notFound = (account: RecordId): CrmError =>
  new CrmError("not-found", `There is no account ${account}.`);

function searchAccounts(sight: Sight, search: string, options?: PageOptions): Page<Account> {
  const words = foldText(search).split(/\s+/);
  const found = sight.accounts.filter((account) => {
    const name = foldText(account.name);
    return words.every((word) => name.includes(word));
  });
  return toPage(found, ["accounts", ...words], options);
}

function visibleFamily(sight: Sight, account: RecordId): Account[] {
  const family = familyOf(sight.accounts, account);
  if (family.length === 0) throw notFound(account);
  return family;
}

function ofFamily<K extends "opportunities" | "assets">(
  sight: Sight,
  account: RecordId,
  kind: K,
): Sight[K][number][] {
  const family = new Set(visibleFamily(sight, account).map((member) => member.id));
  return sight[kind].filter((record) => {
    const owner = valueOf(record.account);
    return owner !== undefined && family.has(owner);
  });
}

function involvementsOf(sight: Sight, account: RecordId): readonly Involvement[] {
  const accounts = visibleFamily(sight, account);
  const deals = ofFamily(sight, account, "opportunities");
  const places = new Set([...accounts, ...deals].map((place) => place.id));
  return sight.involvements.filter(({ place }) =>
    places.has(place.kind === "account" ? place.account : place.opportunity),
  );
}

const contactsOf = ({ contacts }: Pick<CrmWorld, "contacts">, account: RecordId) =>
  contacts.filter((contact) => valueOf(contact.account) === account);

function gapsOf(world: CrmWorld, sight: Sight, account: RecordId): DataGap[] {
  const whole = new Set(familyOf(world.accounts, account).map((member) => member.id));
  const deals = world.opportunities.filter(
    (deal) => deal.account.state === "known" && whole.has(deal.account.value),
  );
  const gaps: Readonly<Record<DataGap, boolean>> = {
    "no-line-items": world.opportunities.every((deal) => deal.lineItems.state === "empty"),
    "no-assets": world.assets.length === 0,
    "no-products": world.products.length === 0,
    "no-hierarchy": world.accounts.every((member) => member.parent.state === "empty"),
    "hidden-accounts": visibleFamily(sight, account).length < whole.size,
    "hidden-opportunities": ofFamily(sight, account, "opportunities").length < deals.length,
    "hidden-contacts": contactsOf(sight, account).length < contactsOf(world, account).length,
    "hidden-unknown": false,
  };
  return (Object.keys(gaps) as DataGap[]).filter((gap) => gaps[gap]);
}
