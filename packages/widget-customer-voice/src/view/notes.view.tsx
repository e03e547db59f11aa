import { voiceNote } from "@sweetspot/plan-model";
import { Button, newRecordId, TextInput, usePlanLabels } from "@sweetspot/widget-kit";
import { type ReactNode, useId, useState } from "react";
import { addNote } from "../edits/voice-edits.model.ts";
import { byTopic, type Note, type TopicNotes } from "../model/notes.model.ts";
import { NoteCard } from "./note-card.view.tsx";
import { useText } from "./use-text.ts";
import type { VoicePage } from "./use-voice.ts";

/** The four fields of the method, each with the customer's voice and, apart from it, the market's. */
export function Notes({ page }: { readonly page: VoicePage }): ReactNode {
  const { setCards } = page;
  return (
    <div ref={setCards} className="cv-fields">
      {byTopic(page.found).map((field) => (
        <Field key={field.topic} page={page} field={field} />
      ))}
    </div>
  );
}

function Field({ page, field }: { readonly page: VoicePage; readonly field: TopicNotes }): ReactNode {
  const { edit, writable, voice } = page;
  const t = useText();
  const labels = usePlanLabels();
  const id = useId();
  return (
    <section className="cv-field" aria-labelledby={id}>
      <h3 id={id}>{labels.choice(voiceNote, "topic", field.topic)}</h3>
      <p className="ss-meta">{t(`topic.${field.topic}`)}</p>
      <Group page={page} title={t("voice.customer")} notes={field.customer} voice="customer" />
      <Group page={page} title={t("voice.market")} notes={field.market} voice="market" />
      {writable ? (
        <TextInput
          label={t(voice === "customer" ? "note.add-customer" : "note.add-market", {
            topic: labels.choice(voiceNote, "topic", field.topic),
          })}
          hideLabel
          placeholder={t(voice === "customer" ? "note.type-customer" : "note.type-market")}
          value=""
          maxLength={voiceNote.fields.statement.max}
          onCommit={(statement) => edit(addNote({ topic: field.topic, voice, statement }, newRecordId))}
        />
      ) : null}
    </section>
  );
}

interface GroupProps {
  readonly page: VoicePage;
  readonly title: string;
  readonly notes: readonly Note[];
  readonly voice: "customer" | "market";
}

/** More than these wait behind a button: every node costs in a sandbox. */
const DRAWN = 20;

function Group({ page, title, notes, voice }: GroupProps): ReactNode {
  const { focus, open } = page;
  const t = useText();
  const id = useId();
  const [drawn, setDrawn] = useState(DRAWN);
  if (notes.length === 0) return null;
  return (
    <div className="cv-group" data-voice={voice}>
      <h4 id={id}>{title}</h4>
      <ul aria-labelledby={id}>
        {notes.slice(0, drawn).map((note) => (
          <NoteCard
            key={note.id}
            note={note}
            faded={focus !== undefined && focus !== voice}
            onOpen={(note) => open({ note })}
          />
        ))}
      </ul>
      {notes.length > drawn ? (
        <Button size="small" onClick={() => setDrawn(drawn + DRAWN)}>
          {t("note.more", { count: Math.min(DRAWN, notes.length - drawn) })}
        </Button>
      ) : null}
    </div>
  );
}
