import { LIBRARY, type PlanRecord } from "@sweetspot/contract";
import { RELATION_RULES_ID } from "@sweetspot/plan-model";
import { type ReactNode, useCallback } from "react";
import { useDesk } from "../../gateway/desk.ts";
import { Failure } from "../failure.view.tsx";
import { useReading } from "../use-reading.ts";
import { RulesForm } from "./rules-form.view.tsx";

/** How strong relations are, and how often somebody may be asked. */
export function RulesPart(): ReactNode {
  const { store } = useDesk();
  const read = useCallback(
    async (signal: AbortSignal): Promise<{ readonly stored: PlanRecord | undefined }> => {
      const [library] = await store.load([LIBRARY], { signal });
      return { stored: library?.records.find(({ id }) => id === RELATION_RULES_ID) };
    },
    [store],
  );
  const { value, error, readAgain } = useReading(read);
  return (
    <>
      {error ? <Failure error={error} onRetry={readAgain} /> : null}
      {value ? (
        <RulesForm key={value.stored?.revision ?? 0} stored={value.stored} onSaved={readAgain} />
      ) : null}
      {value || error ? null : <div className="ss-bone wb-bone-head" />}
    </>
  );
}
