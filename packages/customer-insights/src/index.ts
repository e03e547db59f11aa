export { collectCustomers, rootsOf } from "./collect-customers.ts";
export type { SeenRecords } from "./collect-customers.ts";
export { createInsightReader } from "./create-insight-reader.ts";
export type { InsightAccess, OpenInsights } from "./create-insight-reader.ts";
export type { CustomerPurchases, OfferingPurchases, Trait } from "./customer-purchases.ts";
export { createInsightBook } from "./insight-book.ts";
export type {
  FoundCustomer,
  FoundLookalikes,
  FoundSuggestion,
  InsightBook,
  InsightBookParts,
  LookalikeWish,
} from "./insight-book.ts";
export { readInsightLibrary } from "./insight-library.ts";
export type { InsightLibrary, LibraryOffering } from "./insight-library.ts";
export { createInsightMatrix } from "./insight-matrix.ts";
export type { InsightMatrix, InsightMatrixBuilder } from "./insight-matrix.ts";
export { toInsightPeriods } from "./insight-periods.ts";
export type { InsightPeriods } from "./insight-periods.ts";
export { toTraits } from "./traits.ts";
export type { TraitFields } from "./traits.ts";
