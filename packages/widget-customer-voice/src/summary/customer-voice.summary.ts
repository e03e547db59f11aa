import { defineSummary, type IsoInstant, type PlanRecord } from "@sweetspot/contract";
import { lexiconTerm, VOICE_TOPICS, voiceNote } from "@sweetspot/plan-model";
import { readLexicon } from "../model/lexicon.model.ts";
import { byTopic, readNotes } from "../model/notes.model.ts";

/** The voice of the customer in figures, for a card: which fields are silent, what waits to be confirmed. */
export const summary = defineSummary({
  widget: "customer-voice",
  compute: ({ plan, crm }) => {
    const records = new Map(plan.map((record) => [record.id, record]));
    const notes = readNotes(records, crm?.opportunities ?? []);
    const lexicon = readLexicon(records, "en", (one, other) => (one < other ? -1 : Number(one > other)));
    if (notes.length === 0 && lexicon.length === 0)
      return { state: "empty", headline: { key: "summary.empty" }, counts: [] };
    const silent = byTopic(notes).filter(({ customer }) => customer.length === 0).length;
    const market = notes.filter(({ heard }) => heard === "market").length;
    const lastReview = lastChange(plan);
    return {
      state: "ready",
      headline: silent > 0 ? { key: "summary.silent", values: { count: silent } } : { key: "summary.heard" },
      counts: [
        { key: "summary.count.fields", value: VOICE_TOPICS.length - silent, of: VOICE_TOPICS.length },
        { key: "summary.count.customer", value: notes.length - market },
        { key: "summary.count.market", value: market },
        { key: "summary.count.words", value: lexicon.length },
      ],
      ...(lastReview === undefined ? {} : { lastReview }),
    };
  },
});

const lastChange = (plan: readonly PlanRecord[]): IsoInstant | undefined =>
  plan
    .filter(({ type }) => type === voiceNote.name || type === lexiconTerm.name)
    .map(({ updatedAt }) => updatedAt)
    .toSorted()
    .at(-1);
