import { fromCrmErrorMessage, type SavingState } from "@sweetspot/contract";
import type { CommitSender } from "./commit-sender.ts";
import type { PlanScope } from "./plan-scope.ts";

/** One sentence about all scopes: what needs the user first, then what needs the line, then what goes by itself. */
export function toSavingState(
  scopes: readonly PlanScope[],
  senders: readonly CommitSender[],
  durable: boolean,
): SavingState {
  const edits = scopes.flatMap((scope) => scope.draft.edits);
  const refused = edits.find((edit) => edit.refused !== undefined);
  const stopped = senders.find((sender) => sender.state === "stopped");
  const offline = senders.find((sender) => sender.state === "offline");
  const common = { pending: edits.length, savedAt: latest(senders), durable, error: undefined };
  if (scopes.some((scope) => scope.draft.conflicts.size > 0)) return { ...common, state: "conflict" };
  if (refused?.refused)
    return {
      ...common,
      state: "failed",
      error: fromCrmErrorMessage(refused.refused),
      refusedEdit: refused.name,
    };
  if (edits.length === 0) return { ...common, state: "saved" };
  if (stopped) return { ...common, state: "failed", error: stopped.error };
  if (offline) return { ...common, state: "offline", error: offline.error };
  return { ...common, state: senders.some((sender) => sender.state === "sending") ? "saving" : "waiting" };
}

function latest(senders: readonly CommitSender[]): SavingState["savedAt"] {
  return senders
    .flatMap((sender) => sender.savedAt ?? [])
    .toSorted()
    .at(-1);
}
