import { CrmError, type CrmView, type DataGap, type IsoInstant, type PlanView } from "@sweetspot/contract";

/**
 * Everything a widget can be in. The first four take the whole widget; the next four stand as a strip above content
 * that stays usable, and say whether that content is empty.
 */
export type WidgetState =
  | { readonly kind: "loading" }
  | { readonly kind: "forbidden"; readonly error: CrmError }
  | { readonly kind: "failed"; readonly error: CrmError | undefined }
  | { readonly kind: "empty" }
  | { readonly kind: "conflict"; readonly empty: boolean; readonly count: number }
  | { readonly kind: "offline"; readonly empty: boolean; readonly pending: number; readonly durable: boolean }
  | {
      readonly kind: "stale";
      readonly empty: boolean;
      readonly since: IsoInstant | undefined;
      readonly error: CrmError | undefined;
    }
  | { readonly kind: "partial"; readonly empty: boolean; readonly gaps: readonly DataGap[] }
  | { readonly kind: "ready" };

/** What a user should know first. A gap is partial only where it hides records; the other gaps are the widget's to say. */
export function stateOf(plan: PlanView, crm: CrmView, isEmpty: boolean): WidgetState {
  const blocking = plan.status === "failed" ? plan.error : crm.status === "failed" ? crm.error : undefined;
  if (CrmError.is(blocking, "forbidden") || CrmError.is(blocking, "not-found")) {
    return { kind: "forbidden", error: blocking };
  }
  if (plan.status === "failed" || crm.status === "failed") return { kind: "failed", error: blocking };
  if (plan.status === "loading" || crm.status === "loading") return { kind: "loading" };

  if (plan.conflicts.length > 0) return { kind: "conflict", empty: isEmpty, count: plan.conflicts.length };
  const { saving } = plan;
  if (saving.state === "offline") {
    return { kind: "offline", empty: isEmpty, pending: saving.pending, durable: saving.durable };
  }
  const refreshError = plan.error ?? crm.error;
  if (refreshError !== undefined) {
    const since = [plan.loadedAt, crm.loadedAt].filter((at) => at !== undefined).toSorted()[0];
    return { kind: "stale", empty: isEmpty, since, error: refreshError };
  }
  if (isEmpty && crm.complete) return { kind: "empty" };
  const gaps = crm.gaps.filter((gap) => HIDING.includes(gap));
  if (gaps.length > 0) return { kind: "partial", empty: isEmpty, gaps };
  return { kind: "ready" };
}

/** Gaps by which a user's picture may differ from a colleague's. */
const HIDING: readonly DataGap[] = ["hidden-accounts", "hidden-opportunities", "hidden-contacts"];
