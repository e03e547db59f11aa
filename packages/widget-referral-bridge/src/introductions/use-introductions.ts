import type { IsoDate, PlanRecord, RecordId } from "@sweetspot/contract";
import { type ApplyEdit, useCrm, usePlanEdit, usePlanPart, useToday } from "@sweetspot/widget-kit";
import { useCallback, useMemo } from "react";
import { type AskingRules, readAskingRules } from "./asking-rules.model.ts";
import { type Introduction, readIntroductions } from "./introduction.model.ts";

/** What all views of introductions share. */
export interface Introductions {
  readonly records: ReadonlyMap<RecordId, PlanRecord>;
  readonly library: ReadonlyMap<RecordId, PlanRecord>;
  readonly all: readonly Introduction[];
  readonly rules: AskingRules;
  readonly writable: boolean;
  readonly today: IsoDate;
  readonly edit: ApplyEdit;
  readonly memberName: (id: RecordId | undefined) => string;
}

export function useIntroductions(): Introductions {
  const records = usePlanPart((view) => view.plan);
  const library = usePlanPart((view) => view.library);
  const writable = usePlanPart((view) => view.writable.plan);
  const { teamMembers } = useCrm();
  const today = useToday();
  const edit = usePlanEdit();
  const all = useMemo(() => readIntroductions(records.values(), today), [records, today]);
  const rules = useMemo(() => readAskingRules(library.values()), [library]);
  const memberName = useCallback(
    (id: RecordId | undefined) => teamMembers.find((member) => member.id === id)?.name ?? "",
    [teamMembers],
  );
  return useMemo(
    () => ({ records, library, all, rules, writable, today, edit, memberName }),
    [records, library, all, rules, writable, today, edit, memberName],
  );
}
