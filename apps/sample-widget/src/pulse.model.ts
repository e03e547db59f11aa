import { type CrmView, type Field, type IsoDate, type Money, valueOf } from "@sweetspot/contract";

/** What the widget says about an account's deals. */
export interface Pulse {
  readonly openDeals: number;
  /** One sum per currency, largest first: amounts of different currencies are never added. */
  readonly openValue: readonly Money[];
  readonly nextClose: Field<IsoDate>;
  readonly overdue: number;
  readonly lastWin: Field<IsoDate>;
  /** Something the user may not see is missing from these figures. */
  readonly partlyHidden: boolean;
}

/** Pure. `today` decides what is overdue. */
export function toPulse(view: Pick<CrmView, "opportunities" | "gaps">, today: IsoDate): Pulse {
  const open = view.opportunities.filter(({ status }) => status === "open");
  const won = view.opportunities.filter(({ status }) => status === "won");
  const due = open.map(({ closeDate }) => closeDate);
  const upcoming = due.filter((date) => date.state !== "known" || date.value >= today);
  return {
    openDeals: open.length,
    openValue: sumByCurrency(open.map(({ amount }) => amount)),
    nextClose: pick(upcoming, (dates) => dates.toSorted().at(0)),
    overdue: due.length - upcoming.length,
    lastWin: pick(
      won.map(({ closeDate }) => closeDate),
      (dates) => dates.toSorted().at(-1),
    ),
    partlyHidden:
      view.gaps.includes("hidden-opportunities") ||
      [...open, ...won].some(
        ({ amount, closeDate }) => amount.state === "hidden" || closeDate.state === "hidden",
      ),
  };
}

function sumByCurrency(amounts: readonly Field<Money>[]): readonly Money[] {
  const sums = new Map<string, number>();
  for (const field of amounts) {
    const money = valueOf(field);
    if (money) sums.set(money.currency, (sums.get(money.currency) ?? 0) + money.amount);
  }
  return [...sums]
    .map(([currency, amount]) => ({ currency, amount }))
    .toSorted((a, b) => b.amount - a.amount);
}

/** Hidden only where no date is known and at least one is withheld: absence must not look like "none". */
function pick(
  fields: readonly Field<IsoDate>[],
  choose: (dates: readonly IsoDate[]) => IsoDate | undefined,
): Field<IsoDate> {
  const value = choose(fields.map(valueOf).filter((date) => date !== undefined));
  if (value !== undefined) return { state: "known", value };
  return fields.some(({ state }) => state === "hidden") ? { state: "hidden" } : { state: "empty" };
}
