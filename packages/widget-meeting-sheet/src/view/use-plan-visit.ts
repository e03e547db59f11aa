import { newRecordId } from "@sweetspot/widget-kit";
import { useCallback } from "react";
import { knowledgeGap, recordsOf } from "@sweetspot/plan-model";
import { planVisit, type Visited } from "../edits/sheet-edits.model.ts";
import { isAnswered } from "../model/sheets.model.ts";
import type { Visits } from "./use-visits.ts";

/** Plans a visit and opens its sheet. */
export function usePlanVisit({
  records,
  members,
  user,
  today,
  edit,
  show,
}: Visits): (visited: Visited) => void {
  return useCallback(
    (visited) => {
      const member = "member" in visited ? visited.member : undefined;
      const lead = members.find(({ id }) => id === member)?.fields.lead;
      const questions = recordsOf(knowledgeGap, records.values()).filter(
        (gap) => member !== undefined && gap.fields.member === member && !isAnswered(gap),
      );
      const planned = planVisit(
        visited,
        { internalContact: lead ?? user, questions: questions.map(({ id }) => id), on: today },
        newRecordId,
      );
      if (edit(planned.edit)) show(planned.sheet);
    },
    [records, members, user, today, edit, show],
  );
}
