import { meetingSheet } from "@sweetspot/plan-model";
import { type TableData, useFormat, usePlanLabels } from "@sweetspot/widget-kit";
import { useCallback } from "react";
import { ofUs, toPlanRow } from "../model/plan-table.model.ts";
import { findVisits } from "../model/sheets.model.ts";
import { useText } from "./use-text.ts";
import type { Visits } from "./use-visits.ts";

/** The relationship plan as a table: the columns of the method, in its order. */
export function usePlanTable({ visits, records, memberName, search }: Visits): () => TableData {
  const t = useText();
  const format = useFormat();
  const labels = usePlanLabels();
  return useCallback(() => {
    const label = (name: keyof typeof meetingSheet.fields): string => labels.field(meetingSheet, name).label;
    const toDay = (day: string | undefined) =>
      day === undefined ? null : { value: day, text: format.date(day) };
    return {
      title: t("table.title"),
      columns: [
        { id: "who", label: label("member") },
        { id: "internal", label: label("internalContact") },
        { id: "reason", label: label("reason") },
        { id: "messages", label: t("messages.title") },
        { id: "questions", label: t("questions.title") },
        { id: "avoid", label: label("avoid") },
        { id: "date", label: label("meetingDate") },
        { id: "status", label: label("status") },
        { id: "statusDate", label: label("statusDate") },
      ],
      rows: findVisits(visits, search).map((visit) => {
        const row = toPlanRow(visit, records);
        return {
          id: row.id,
          cells: [
            row.who,
            ofUs(row, memberName),
            row.reason,
            row.keyMessages.join(" · "),
            row.questions.join(" · "),
            row.avoid,
            toDay(row.date),
            [labels.choice(meetingSheet, "status", row.status), row.statusNote].filter(Boolean).join(": "),
            toDay(visit.fields.statusDate),
          ],
        };
      }),
    };
  }, [visits, records, memberName, search, t, format, labels]);
}
