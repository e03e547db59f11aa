export { describeCrmAdapter } from "./describe-crm-adapter.ts";
export { describeInsightReader } from "./describe-insight-reader.ts";
export { describePlanStore } from "./describe-plan-store.ts";
export { describeRelationReader } from "./describe-relation-reader.ts";
export type { AdapterHarness, AdapterUnderTest, Ports } from "./harness.ts";
export { inWorldsForm } from "./in-worlds-form.ts";
