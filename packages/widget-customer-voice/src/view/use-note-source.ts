import { voiceNote } from "@sweetspot/plan-model";
import { useFormat, usePlanLabels } from "@sweetspot/widget-kit";
import { useCallback } from "react";
import type { Note } from "../model/notes.model.ts";

/** Who said it, where and when, in one line; empty where nobody noted it. */
export function useNoteSource(): (note: Note) => string {
  const format = useFormat();
  const labels = usePlanLabels();
  return useCallback(
    ({ fields, speaker }) =>
      [
        speaker ?? fields.source,
        fields.sourceKind === undefined
          ? undefined
          : labels.choice(voiceNote, "sourceKind", fields.sourceKind),
        fields.sourceDate === undefined ? undefined : format.date(fields.sourceDate),
      ]
        .filter(Boolean)
        .join(" · "),
    [format, labels],
  );
}
