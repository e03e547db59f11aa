import { type ReadOptions, type Scope, toRecordId } from "@sweetspot/contract";
import { smallCommit } from "./drafts.ts";
import type { Ports } from "./harness.ts";

/** One port method with arguments that succeed; undefined where the adapter leaves the method out. */
export type PortCall = (ports: Ports, scope: Scope, options?: ReadOptions) => Promise<unknown> | undefined;

const ROOT = toRecordId("acc-nordwind");

export const READER_CALLS: readonly (readonly [string, PortCall])[] = [
  ["whoAmI", ({ reader }, _, options) => reader.whoAmI(options)],
  ["listAccounts", ({ reader }, _, options) => reader.listAccounts({}, options)],
  ["openAccount", ({ reader }, _, options) => reader.openAccount(ROOT, options)],
  ["listFamily", ({ reader }, _, options) => reader.listFamily(ROOT, options)],
  ["listContacts", ({ reader }, _, options) => reader.listContacts(ROOT, options)],
  ["listOpportunities", ({ reader }, _, options) => reader.listOpportunities(ROOT, options)],
  ["listAssets", ({ reader }, _, options) => reader.listAssets?.(ROOT, options)],
  ["listProducts", ({ reader }, _, options) => reader.listProducts(options)],
  ["listTeamMembers", ({ reader }, _, options) => reader.listTeamMembers(options)],
];

export const STORE_CALLS: readonly (readonly [string, PortCall])[] = [
  ["load", ({ store }, scope, options) => store.load([scope], options)],
  ["commit", ({ store }, scope, options) => store.commit(smallCommit(scope), options)],
  ["changes", ({ store }, scope, options) => store.changes(scope, { since: 0 }, options)],
  ["asOf", ({ store }, scope, options) => store.asOf(scope, "2026-01-01T00:00:00.000Z", options)],
];
