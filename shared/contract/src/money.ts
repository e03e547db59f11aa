/** An amount in whole currency units (not cents) and its ISO 4217 code. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}
