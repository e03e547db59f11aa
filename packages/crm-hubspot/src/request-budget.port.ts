/** Searches have a limit of their own beside the one for all requests. */
export type RequestKind = "general" | "search";

/**
 * Port. How many requests a portal still takes. All readers of one portal share one; several gateway instances share
 * one by an implementation over their database.
 */
export interface RequestBudget {
  /**
   * Resolves when a request of this kind may be sent, in the order of asking.
   *
   * @throws CrmError `rate-limited` at once, with `retryAfterMs`, where that would take longer than `patienceMs`
   */
  take(
    kind: RequestKind,
    options: { readonly patienceMs: number; readonly signal?: AbortSignal },
  ): Promise<void>;
  /** HubSpot refused a request of this kind: nobody sends one for so many milliseconds. */
  hold(kind: RequestKind, ms: number): Promise<void> | void;
}
