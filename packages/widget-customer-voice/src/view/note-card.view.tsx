import type { RecordId } from "@sweetspot/contract";
import { voiceNote } from "@sweetspot/plan-model";
import { Chip, useFormat, usePlanLabels } from "@sweetspot/widget-kit";
import { memo, type ReactNode } from "react";
import type { Note } from "../model/notes.model.ts";
import { useText } from "./use-text.ts";

interface Props {
  readonly note: Note;
  readonly faded: boolean;
  readonly onOpen: (note: RecordId) => void;
}

/** What was said, by whom and when. The two voices look different, not only by colour. */
export const NoteCard = memo(function NoteCard({ note, faded, onOpen }: Props): ReactNode {
  const t = useText();
  const format = useFormat();
  const labels = usePlanLabels();
  const { fields, heard, speaker, deal } = note;
  const from = [
    speaker ?? fields.source,
    fields.sourceKind === undefined ? undefined : labels.choice(voiceNote, "sourceKind", fields.sourceKind),
    fields.sourceDate === undefined ? undefined : format.date(fields.sourceDate),
  ].filter(Boolean);
  return (
    <li>
      <button
        type="button"
        className="cv-note"
        data-heard={heard}
        data-faded={faded || undefined}
        onClick={() => onOpen(note.id)}
      >
        <span dir="auto" className="cv-statement">
          {fields.statement}
        </span>
        <span className="cv-from ss-meta">{from.length === 0 ? t("note.no-source") : from.join(" · ")}</span>
        {heard === "confirmed" || deal ? (
          <span className="cv-marks">
            {heard === "confirmed" ? (
              <Chip tone="good" icon="check">
                {t("note.confirmed")}
              </Chip>
            ) : null}
            {deal ? (
              <Chip tone={deal.status === "won" ? "good" : deal.status === "lost" ? "bad" : "plain"}>
                <bdi>{deal.name}</bdi>
              </Chip>
            ) : null}
          </span>
        ) : null}
      </button>
    </li>
  );
});
