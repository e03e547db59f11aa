import type { RecordId } from "@sweetspot/contract";
import { Chip } from "@sweetspot/widget-kit";
import { memo, type ReactNode } from "react";
import type { Note } from "../model/notes.model.ts";
import { useNoteSource } from "./use-note-source.ts";
import { useText } from "./use-text.ts";

interface Props {
  readonly note: Note;
  readonly faded: boolean;
  readonly onOpen: (note: RecordId) => void;
}

/** What was said, by whom and when. The two voices look different, not only by colour. */
export const NoteCard = memo(function NoteCard({ note, faded, onOpen }: Props): ReactNode {
  const t = useText();
  const { fields, heard, deal } = note;
  const from = useNoteSource()(note);
  return (
    <li>
      <button
        type="button"
        className="cv-note"
        data-note={note.id}
        data-heard={heard}
        data-faded={faded || undefined}
        onClick={() => onOpen(note.id)}
      >
        <span dir="auto" className="cv-statement">
          {fields.statement}
        </span>
        <span className="cv-from ss-meta">{from === "" ? t("note.no-source") : from}</span>
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
