import type {
  Account,
  Asset,
  Contact,
  Field,
  LineItem,
  Opportunity,
  Product,
  RecordId,
  TeamMember,
} from "@sweetspot/contract";

/** A contract record as a file tells it: null where the cell is empty. Nothing is ever hidden in a file. */
type Plain<Row> = {
  readonly [Key in keyof Row]: Row[Key] extends Field<infer Value> ? Value | null : Row[Key];
};

/** Further columns of the file under their own label; null where the cell is empty. */
type Attributes = Readonly<Record<string, string | null>>;

/** `normaliseName(name)`: what the record is found by when a file names it instead of giving its id. */
interface Named {
  readonly nameKey: string;
}

/** `role` is in a batch's `fields` never: an import makes reps, admins are made by hand and stay. */
export type TeamMemberRow = Plain<TeamMember> & Named;
export type AccountRow = Omit<Plain<Account>, "attributes"> & Named & { readonly attributes: Attributes };
export type ProductRow = Plain<Product> & Named;
export type ContactRow = Plain<Contact>;

/**
 * `product` and `productName` are what the deal itself names where the CRM has no line items: readers show them as
 * one line item with origin "opportunity", id `<opportunity id>:product` and the deal's amount, unless the
 * opportunity has line items of its own. Both are null where the deal names none.
 */
export type OpportunityRow = Omit<Plain<Opportunity>, "attributes" | "lineItems"> &
  Named & {
    readonly attributes: Attributes;
    readonly product: RecordId | null;
    readonly productName: string | null;
  };

/** A row of a line item file. `opportunity` exists already or was written earlier in the same import. */
export type LineItemRow = Omit<Plain<LineItem>, "origin"> & { readonly opportunity: RecordId };
export type AssetRow = Plain<Asset>;
