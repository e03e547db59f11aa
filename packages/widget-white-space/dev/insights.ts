import { type InsightReader, type LookalikeAnswer, toRecordId } from "@sweetspot/contract";

const NAMES = [
  "Sieć Północ",
  "Cascadia Fresh",
  "O'Brien <b>",
  "Samudra Mart",
  "Etikett & Söhne",
  "Haver Kost",
];

/** Twenty customers who are alike, seven of whom buy what this one does not; one of the seven may not be seen. */
const ANSWER: LookalikeAnswer = {
  basis: { customers: 2140, offerings: 48, model: "neighbours", asOf: "2026-11-22T04:00:00.000Z" },
  similar: Array.from({ length: 20 }, (_, place) => ({
    similarity: 0.82 - place * 0.03,
    sharedOfferings: [toRecordId("offering-plug-in-cabinets"), toRecordId("offering-maintenance")],
    ...(place < NAMES.length
      ? {
          account: toRecordId(`similar-${String(place)}`),
          name: NAMES[place] ?? "",
          traits: [{ field: "industry", value: "Food retail" }],
        }
      : { traits: [] }),
  })),
  suggestions: [
    {
      offering: toRecordId("offering-shelf-lighting"),
      score: 0.71,
      buyers: 7,
      of: 20,
      named: NAMES.map((_, place) => toRecordId(`similar-${String(place)}`)),
      confidence: "high",
      typicalSpend: { amount: 180_000, currency: "EUR" },
    },
    {
      offering: toRecordId("offering-energy-audit"),
      score: 0.4,
      buyers: 4,
      of: 20,
      named: NAMES.slice(0, 4).map((_, place) => toRecordId(`similar-${String(place)}`)),
      confidence: "medium",
      pattern: "one-off",
    },
  ],
  gaps: ["names-withheld"],
};

export const manyLookalikes: InsightReader = {
  contract: "insights/1",
  findLookalikes: () => Promise.resolve(ANSWER),
};
