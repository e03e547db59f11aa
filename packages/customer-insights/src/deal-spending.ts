import type { Money } from "@sweetspot/contract";

/** One thing sold in a deal. */
export interface SoldPart {
  /** Places of the offerings it may be. */
  readonly offerings: readonly number[];
  readonly amount?: Money | undefined;
}

/**
 * What was sold in a deal, each offering once, with what is known to be paid for it. As for levels nothing is split by
 * guess: a part that may be several offerings has no amount; the deal's own counts where no part has one and all are the
 * same offering.
 */
export function spendingOf(
  parts: readonly SoldPart[],
  amount: Money | undefined,
): ReadonlyMap<number, readonly Money[]> {
  const byOffering = new Map<number, Money[]>();
  for (const part of parts)
    for (const offering of part.offerings) {
      const spent = byOffering.get(offering) ?? [];
      byOffering.set(offering, spent);
      if (part.offerings.length === 1 && part.amount) spent.push(part.amount);
    }
  const isPriced = parts.some((part) => part.amount);
  const [only] = byOffering.keys();
  if (
    !isPriced &&
    amount &&
    only !== undefined &&
    byOffering.size === 1 &&
    parts.every(({ offerings }) => offerings.length === 1)
  )
    byOffering.set(only, [amount]);
  return byOffering;
}

/** One sum a currency, by its code. */
export function addUp(amounts: readonly Money[]): readonly Money[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums]
    .map(([currency, amount]) => ({ amount, currency }))
    .toSorted((one, other) => (one.currency < other.currency ? -1 : 1));
}
