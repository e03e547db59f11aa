import { type ReadOptions, type Scope, toRecordId } from "@sweetspot/contract";
import { smallCommit } from "./drafts.ts";
import type { Ports } from "./harness.ts";

/**
 * One port method with arguments that succeed; undefined where the adapter leaves the method out. `fresh` gives the scope
 * of a plan to the methods that need one.
 */
export type PortCall = (
  ports: Ports,
  fresh: () => Scope,
  options?: ReadOptions,
) => Promise<unknown> | undefined;

/** Why a rule about a method is skipped. */
export const ABSENT = "this CRM keeps nothing of the kind";

const MAY_BE_LEFT_OUT = ["listAssets", "listInvolvements"] as const;
export const isLeftOut = (method: string, { reader }: Ports): boolean =>
  MAY_BE_LEFT_OUT.some((name) => name === method && !reader[name]);

const ROOT = toRecordId("acc-nordwind");

export const READER_CALLS: readonly (readonly [string, PortCall])[] = [
  ["whoAmI", ({ reader }, _, options) => reader.whoAmI(options)],
  ["listAccounts", ({ reader }, _, options) => reader.listAccounts({}, options)],
  ["openAccount", ({ reader }, _, options) => reader.openAccount(ROOT, options)],
  ["listFamily", ({ reader }, _, options) => reader.listFamily(ROOT, options)],
  ["listContacts", ({ reader }, _, options) => reader.listContacts(ROOT, options)],
  ["listOpportunities", ({ reader }, _, options) => reader.listOpportunities(ROOT, options)],
  ["listAssets", ({ reader }, _, options) => reader.listAssets?.(ROOT, options)],
  ["listInvolvements", ({ reader }, _, options) => reader.listInvolvements?.(ROOT, options)],
  ["listProducts", ({ reader }, _, options) => reader.listProducts(options)],
  ["listTeamMembers", ({ reader }, _, options) => reader.listTeamMembers(options)],
];

export const STORE_CALLS: readonly (readonly [string, PortCall])[] = [
  ["load", ({ store }, fresh, options) => store.load([fresh()], options)],
  ["commit", ({ store }, fresh, options) => store.commit(smallCommit(fresh()), options)],
  ["changes", ({ store }, fresh, options) => store.changes(fresh(), { since: 0 }, options)],
  ["asOf", ({ store }, fresh, options) => store.asOf(fresh(), "2199-01-01T00:00:00.000Z", options)],
];
