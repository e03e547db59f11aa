import { Button, useFormat, useKeptFocus } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { confirmNote, unconfirmNote } from "../edits/voice-edits.model.ts";
import type { Note } from "../model/notes.model.ts";
import { isWebAddress } from "../model/web-address.model.ts";
import { useNoteSource } from "./use-note-source.ts";
import { useText } from "./use-text.ts";
import type { VoicePage } from "./use-voice.ts";

export interface NoteProps {
  readonly page: VoicePage;
  readonly note: Note;
}

/** A note for who may only look. */
export function Reading({ page, note }: NoteProps): ReactNode {
  const { memberName } = page;
  const t = useText();
  const format = useFormat();
  const sourceOf = useNoteSource();
  const { fields, heard } = note;
  return (
    <div className="cv-panel">
      <p dir="auto" className="cv-words">
        {fields.statement}
      </p>
      <p className="ss-meta">{sourceOf(note)}</p>
      {isWebAddress(fields.sourceLink) ? <SourceLink address={fields.sourceLink} /> : null}
      {heard === "confirmed" ? (
        <p>
          {t("confirm.done", {
            name: memberName(fields.confirmedBy),
            date: format.date(fields.confirmedAt ?? ""),
          })}
        </p>
      ) : null}
    </div>
  );
}

export function SourceLink({ address }: { readonly address: string }): ReactNode {
  const t = useText();
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {t("note.open-link")}
    </a>
  );
}

/** VoM stays VoM until the customer himself has said so to one of us. */
export function Confirmation({ page, note }: NoteProps): ReactNode {
  const { user, memberName } = page;
  const { ref, keep } = useKeptFocus<HTMLElement>();
  const edit: typeof page.edit = (made) => {
    keep();
    return page.edit(made);
  };
  const t = useText();
  const format = useFormat();
  const { id, fields, heard } = note;
  if (heard === "customer") return null;
  if (heard === "market")
    return (
      <section ref={ref} className="cv-confirm">
        <p>{t("confirm.text")}</p>
        <Button icon="check" onClick={() => edit(confirmNote(id, user, new Date().toISOString()))}>
          {t("confirm.yes")}
        </Button>
      </section>
    );
  return (
    <section ref={ref} className="cv-confirm" data-done>
      <p>
        {t("confirm.done", {
          name: memberName(fields.confirmedBy),
          date: format.date(fields.confirmedAt ?? ""),
        })}
      </p>
      <Button size="small" tone="quiet" onClick={() => edit(unconfirmNote(id))}>
        {t("confirm.undo")}
      </Button>
    </section>
  );
}
