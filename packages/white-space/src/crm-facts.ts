/** An account as far as levels need it. Leave hidden fields out. */
export interface AccountFact {
  readonly id: string;
  /** Field name and value as the CRM shows them; rules such as Region = North read these. */
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * A deal (opportunity). Values are numbers of ONE currency: values compare only within one, so convert before, or leave a
 * value out, which still counts as a deal but never as a share.
 */
export interface Deal {
  readonly id: string;
  readonly name: string;
  readonly account?: string | undefined;
  readonly status: "open" | "won" | "lost";
  /** `YYYY-MM-DD`; for an open deal the date expected. */
  readonly closeDate?: string | undefined;
  readonly value?: number | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  /** What is sold. Empty where the CRM says nothing of it: then the deal's name is read. */
  readonly lines?: readonly DealLine[] | undefined;
}

export interface DealLine {
  readonly product?: string | undefined;
  readonly productName: string;
  readonly value?: number | undefined;
  /** `opportunity`: no line item, but the one product the CRM names on the deal itself. */
  readonly origin: "line-item" | "opportunity";
}

/** Something of ours in use at the customer. */
export interface AssetFact {
  readonly id: string;
  readonly account?: string | undefined;
  readonly product?: string | undefined;
  readonly productName: string;
  readonly active: boolean;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** A leaf area and what counts for it: records of these accounts, and records that keep to the rule. */
export interface AreaMatch {
  readonly id: string;
  readonly accounts: readonly string[];
  readonly rule?: { readonly field: string; readonly value: string } | undefined;
}

/** A leaf offering and what counts as it. */
export interface OfferingMatch {
  readonly id: string;
  readonly name: string;
  /** Products of the CRM's catalogue. */
  readonly products: readonly string[];
  /** Words that mean the offering in a product's text or a deal's name; its own name always does. */
  readonly terms: readonly string[];
}
