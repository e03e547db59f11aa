import type { Account } from "./account.ts";
import type { Asset } from "./asset.ts";
import type { Contact } from "./contact.ts";
import type { InvolvementPage } from "./involvement.ts";
import type { Opportunity } from "./opportunity.ts";
import type { Page, PageOptions, ReadOptions } from "./page.ts";
import type { Product } from "./product.ts";
import type { RecordId } from "./record-id.ts";
import type { TeamMember } from "./team-member.ts";

/**
 * Port. One CRM tenant, as one signed-in user may see it. Records the user may not see are absent; fields the user
 * may not see are `hidden`. Lists have a stable order: by name without case and accents, then id. Asking about an account that
 * does not exist, or that this user may not see, is `not-found` in both cases: nobody learns what they may not know.
 */
export interface CrmReader {
  readonly contract: "crm/1";
  /** Which CRM answers, for example "memory" or "salesforce". For logs and messages, never for branching. */
  readonly system: string;

  /** The user whose eyes these are. */
  whoAmI(options?: ReadOptions): Promise<TeamMember>;

  /** Accounts whose name contains every word of `search`, ignoring case and accents; all of them without it. */
  listAccounts(query: AccountQuery, options?: PageOptions): Promise<Page<Account>>;

  /** Everything a record page paints first, in one call; each list is its own first page. */
  openAccount(account: RecordId, options?: ReadOptions): Promise<AccountOverview>;

  /**
   * The account and all accounts below it, parents before children. An account the user may not see is absent together
   * with everything below it.
   */
  listFamily(account: RecordId, options?: PageOptions): Promise<Page<Account>>;
  /** Contacts of this account alone. */
  listContacts(account: RecordId, options?: PageOptions): Promise<Page<Contact>>;
  /** Opportunities of the whole family, with their line items: newest closing date first, those without one last. */
  listOpportunities(account: RecordId, options?: PageOptions): Promise<Page<Opportunity>>;
  /** Assets of the whole family. Absent where the CRM has none. */
  listAssets?(account: RecordId, options?: PageOptions): Promise<Page<Asset>>;
  /**
   * Who takes part in the family's deals and accounts beyond owners and the contacts that live there; a person, deal or
   * account the user may not see takes its involvements along. The order is the CRM's own, and stable. Not a part of
   * `openAccount`, because few widgets need it. Absent where the CRM keeps nothing of the kind.
   */
  listInvolvements?(account: RecordId, options?: PageOptions): Promise<InvolvementPage>;
  /** The whole catalogue, products no longer sold included. */
  listProducts(options?: PageOptions): Promise<Page<Product>>;
  /** All of our people, those who left included. */
  listTeamMembers(options?: PageOptions): Promise<Page<TeamMember>>;
}

export interface AccountQuery {
  readonly search?: string;
}

/** First paint of a record page. Lists may be first pages: follow `next` with the list's own method. */
export interface AccountOverview {
  readonly account: Account;
  readonly family: Page<Account>;
  readonly contacts: Page<Contact>;
  readonly opportunities: Page<Opportunity>;
  readonly assets: Page<Asset>;
  readonly products: Page<Product>;
  readonly teamMembers: Page<TeamMember>;
  readonly gaps: readonly DataGap[];
}

/**
 * What this CRM cannot tell, so that a widget can say so instead of showing zeros:
 * - `no-…`: it keeps none at all.
 * - `hidden-accounts`, `hidden-opportunities`: this family surely has some that this user may not see.
 * - `hidden-contacts`: this account has contacts that this user may not see, or all contacts are kept from them. A CRM that
 *   counts people of other accounts who take part here among them may say so for these too.
 * - `hidden-unknown`: there may be such accounts or deals without a sign of them, because the CRM does not tell what it
 *   withholds. Without it, the absence of the two above says that this user sees the whole family.
 */
export type DataGap =
  | "no-line-items"
  | "no-assets"
  | "no-products"
  | "no-hierarchy"
  | "hidden-accounts"
  | "hidden-opportunities"
  | "hidden-contacts"
  | "hidden-unknown";
