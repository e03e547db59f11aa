import type { Opportunity, RecordId } from "@sweetspot/contract";
import type { Person } from "./people.model.ts";

/** An open deal and who decides it. */
export interface DealDeciders {
  readonly deal: Opportunity;
  readonly deciders: readonly Person[];
}

/** Open deals in the CRM's order; one without anybody who decides is an open task. Who left decides nothing any more. */
export function dealsOf(
  opportunities: readonly Opportunity[],
  people: readonly Person[],
): readonly DealDeciders[] {
  const byDeal = new Map<RecordId, Person[]>();
  for (const person of people)
    if (person.standing !== "left")
      for (const deal of new Set(person.fields.decides ?? []))
        byDeal.set(deal, [...(byDeal.get(deal) ?? []), person]);
  return opportunities
    .filter(({ status }) => status === "open")
    .map((deal) => ({ deal, deciders: byDeal.get(deal.id) ?? [] }));
}
