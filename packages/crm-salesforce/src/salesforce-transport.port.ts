import type { OperationName } from "./documents/operations.ts";
import type { OrgPart } from "./documents/org-parts.ts";

/**
 * Port. The way to an org that the host page gives: named operations and nothing else. In native mode the host LWC runs
 * them through `lightning/graphql` and `@AuraEnabled` Apex, in hosted mode they cross a channel first, tests use REST.
 * Arguments and answers are structured-clone-safe. A failure is the vendor's own answer, see `toCrmError`; the signal
 * may be ignored where the way cannot be cancelled.
 */
export interface SalesforceTransport {
  /**
   * Runs `toQueryDocument(operation, …)`, made with the org's own mapping, with these variables. The answer is `{ data, errors }` as Salesforce gives it;
   * a host whose client hands out `data` and `errors` apart puts them together again.
   */
  graphql(
    operation: OperationName,
    variables: Readonly<Record<string, unknown>>,
    options?: GraphqlOptions,
  ): Promise<unknown>;
  /** Calls the plan service of `apps/salesforce`; its answer is JSON, as text or parsed: `{ value }` or `{ error }`. */
  apex(operation: ApexOperation, request: PlanRequest, options?: TransportOptions): Promise<unknown>;
}

export type PlanRequest = Readonly<Record<string, unknown>>;

export interface TransportOptions {
  readonly signal?: AbortSignal;
}

export interface GraphqlOptions extends TransportOptions {
  /** Parts this org, or this user, does not have: the document must leave them out. */
  readonly lacks?: readonly OrgPart[];
}

/**
 * The four calls of `PlanStore`, whose long answers come in parts with a `next`; `setup`: who may write the library, and
 * what the org's own fields mean, which a host keeps because its documents depend on it too; `relations`: who is near
 * somebody in the org's records of relations.
 */
export type ApexOperation = (typeof APEX_OPERATIONS)[number];
export const APEX_OPERATIONS = ["load", "commit", "changes", "asOf", "setup", "relations"] as const;
