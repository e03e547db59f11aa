import { voiceNote } from "@sweetspot/plan-model";
import { type TableData, useFormat, usePlanLabels } from "@sweetspot/widget-kit";
import { useCallback } from "react";
import { useText } from "./use-text.ts";
import type { VoicePage } from "./use-voice.ts";

/** All notes as a table: for the table view, for copies, for print. */
export function useNotesTable({ found }: VoicePage): () => TableData {
  const t = useText();
  const format = useFormat();
  const labels = usePlanLabels();
  return useCallback(() => {
    const label = (name: keyof typeof voiceNote.fields): string => labels.field(voiceNote, name).label;
    return {
      title: t("widget.title"),
      columns: [
        { id: "statement", label: label("statement") },
        { id: "topic", label: label("topic") },
        { id: "voice", label: label("voice") },
        { id: "from", label: label("source") },
        { id: "date", label: label("sourceDate") },
      ],
      rows: found.map(({ id, fields, heard, speaker }) => ({
        id,
        cells: [
          fields.statement,
          labels.choice(voiceNote, "topic", fields.topic),
          heard === "confirmed" ? t("note.confirmed") : t(`voice.${heard}`),
          speaker ?? fields.source ?? null,
          fields.sourceDate === undefined
            ? null
            : { value: fields.sourceDate, text: format.date(fields.sourceDate) },
        ],
      })),
    };
  }, [found, t, format, labels]);
}
