import { defineSummary, type IsoInstant, type PlanRecord, toRecordId } from "@sweetspot/contract";
import { buyingCentreMember, memberRating } from "@sweetspot/plan-model";
import { countIn } from "../model/filter.model.ts";
import { readPeople } from "../model/people.model.ts";

/** Nobody: a card is made for no user, so what is "mine" is not asked for. */
const NOBODY = toRecordId("");

/** The buying centre in figures, for a card: who decides, who is unknown, and whose relationship nobody leads. */
export const summary = defineSummary({
  widget: "buying-centre",
  compute: ({ plan, crm }) => {
    const people = readPeople(plan, {
      account: crm?.account,
      family: crm?.family ?? [],
      opportunities: crm?.opportunities ?? [],
      // A card does not read contacts, so it says nothing of those who left.
      contacts: [],
      complete: false,
      gaps: [],
    });
    if (people.length === 0) return { state: "empty", headline: { key: "summary.empty" }, counts: [] };
    const count = (focus: Parameters<typeof countIn>[1]): number => countIn(people, focus, { user: NOBODY });
    const missing = count("lead-missing");
    const lastReview = lastChange(plan);
    return {
      state: "ready",
      headline:
        missing > 0
          ? { key: "summary.lead-missing", values: { count: missing } }
          : { key: "summary.all-led" },
      counts: [
        {
          key: "summary.count.people",
          value: people.filter(({ standing }) => standing !== "left").length,
        },
        { key: "summary.count.deciders", value: count("deciders") },
        { key: "summary.count.unknown", value: count("unknown") },
        { key: "summary.count.diverging", value: count("diverging") },
      ],
      ...(lastReview === undefined ? {} : { lastReview }),
    };
  },
});

const lastChange = (plan: readonly PlanRecord[]): IsoInstant | undefined =>
  plan
    .filter(({ type }) => type === buyingCentreMember.name || type === memberRating.name)
    .map(({ updatedAt }) => updatedAt)
    .toSorted()
    .at(-1);
