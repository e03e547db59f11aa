/**
 * An amount in whole currency units (not cents) and its ISO 4217 code: the record's own. Adapters never convert; a
 * CRM's rates, dated ones above all, are not a part of this contract, so amounts of two currencies cannot be added.
 */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}
