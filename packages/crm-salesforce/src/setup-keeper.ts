import { toOrgSetup } from "./org-setup.ts";
import type { FieldMapping } from "./field-mapping.ts";
import { readPlanAnswer } from "./to-crm-error.ts";

/** A host's memory of the plan service's `setup`: documents depend on it, and it is asked once for all who need it. */
export interface SetupKeeper<Answer> {
  /** As the plan service gave it. A failure is not kept: whoever asks next asks the org. */
  answer(): Promise<Answer>;
  mapping(): Promise<FieldMapping>;
}

/** @param ask calls the plan service's `setup` */
export function createSetupKeeper<Answer>(ask: () => Promise<Answer>): SetupKeeper<Answer> {
  let kept: Promise<Answer> | undefined;
  const answer = (): Promise<Answer> => {
    if (kept) return kept;
    const asked = ask();
    kept = asked;
    asked.then(readPlanAnswer).catch(() => {
      if (kept === asked) kept = undefined;
    });
    return asked;
  };
  return { answer, mapping: async () => toOrgSetup(readPlanAnswer(await answer())).mapping };
}
