import { SOURCE_KINDS, VOICE_TOPICS, voiceNote } from "@sweetspot/plan-model";
import {
  Button,
  Combobox,
  DateInput,
  Dialog,
  newRecordId,
  PersonPicker,
  SegmentedControl,
  Select,
  TextArea,
  TextInput,
  useCrm,
  usePlanLabels,
  useToast,
} from "@sweetspot/widget-kit";
import { type ReactNode, useMemo } from "react";
import { addTerm, changeNote, type NotePatch, removeNote, setVoice } from "../edits/voice-edits.model.ts";
import { isWebAddress } from "../model/web-address.model.ts";
import { hasTerm } from "../model/lexicon.model.ts";
import type { Voice } from "../model/notes.model.ts";
import { Confirmation, type NoteProps, Reading, SourceLink } from "./note-facts.view.tsx";
import { useCardFocus } from "./use-card-focus.ts";
import { useText } from "./use-text.ts";
import type { VoicePage } from "./use-voice.ts";

const LIMITS = voiceNote.fields;

/** One note with its source; here what was heard outside is confirmed. */
export function NotePanel({ page }: { readonly page: VoicePage }): ReactNode {
  const { opened, notes, open, edit, writable } = page;
  const t = useText();
  const toast = useToast();
  const note = notes.find(({ id }) => typeof opened === "object" && id === opened.note);
  const finalFocus = useCardFocus(page.cards, note?.id);
  const remove = (): void => {
    open(undefined);
    if (note && edit(removeNote(note.id))) toast({ text: t("note.removed"), undo: true });
  };
  return (
    <Dialog
      open={note !== undefined}
      onOpenChange={() => open(undefined)}
      place="side"
      finalFocus={finalFocus}
      title={t(note?.heard === "market" ? "voice.market" : "voice.customer")}
      footer={
        writable ? (
          <Button icon="trash" tone="danger" onClick={remove}>
            {t("note.remove")}
          </Button>
        ) : undefined
      }
    >
      {note === undefined ? null : writable ? (
        <Editing key={note.id} page={page} note={note} />
      ) : (
        <Reading page={page} note={note} />
      )}
    </Dialog>
  );
}

function Editing({ page, note }: NoteProps): ReactNode {
  const { edit, lexicon, language } = page;
  const { opportunities } = useCrm();
  const labels = usePlanLabels();
  const t = useText();
  const { id, fields } = note;
  const label = (name: keyof typeof LIMITS): string => labels.field(voiceNote, name).label;
  const change = (patch: NotePatch): void => void edit(changeNote(id, patch));
  const deals = useMemo(
    () =>
      opportunities
        .filter((deal) => deal.status !== "open" || deal.id === fields.opportunity)
        .map((deal) => ({ value: deal.id, label: deal.name, hint: t(`deal.${deal.status}`) })),
    [opportunities, fields.opportunity, t],
  );
  return (
    <div className="cv-panel">
      <TextArea
        label={label("statement")}
        hint={t("note.as-said")}
        value={fields.statement}
        rows={4}
        maxLength={LIMITS.statement.max}
        onCommit={(statement) => change({ statement })}
      />
      <Confirmation page={page} note={note} />
      <div className="cv-whose">
        <span className="ss-label">{label("voice")}</span>
        <SegmentedControl<Voice>
          label={label("voice")}
          value={fields.voice}
          options={[
            { value: "customer", label: t("voice.short-customer") },
            { value: "market", label: t("voice.short-market") },
          ]}
          onChange={(voice) => edit(setVoice(id, voice))}
        />
      </div>
      <Select
        label={label("topic")}
        value={fields.topic}
        options={VOICE_TOPICS.map((topic) => ({
          value: topic,
          label: labels.choice(voiceNote, "topic", topic),
        }))}
        onChange={(topic) => change({ topic })}
      />
      <PersonPicker
        label={label("member")}
        hint={t("note.speaker-hint")}
        value={fields.member}
        placeholders={false}
        onChange={(person) => {
          if (person === undefined) change({ member: null });
          else if (person.kind === "member") change({ member: person.member });
          else change({ source: person.name });
        }}
      />
      <TextInput
        label={label("source")}
        value={fields.source ?? ""}
        maxLength={LIMITS.source.max}
        onCommit={(source) => change({ source })}
      />
      <div className="cv-pair">
        <Select
          label={label("sourceKind")}
          value={fields.sourceKind}
          options={SOURCE_KINDS.map((kind) => ({
            value: kind,
            label: labels.choice(voiceNote, "sourceKind", kind),
          }))}
          onChange={(sourceKind) => change({ sourceKind })}
        />
        <DateInput
          label={label("sourceDate")}
          value={fields.sourceDate}
          onCommit={(sourceDate) => change({ sourceDate })}
        />
      </div>
      <TextInput
        label={label("sourceLink")}
        value={fields.sourceLink ?? ""}
        maxLength={LIMITS.sourceLink.max}
        onCommit={(sourceLink) => change({ sourceLink })}
      />
      {isWebAddress(fields.sourceLink) ? <SourceLink address={fields.sourceLink} /> : null}
      {fields.topic === "wins-and-losses" || fields.opportunity !== undefined ? (
        <Combobox
          label={label("opportunity")}
          value={fields.opportunity}
          options={deals}
          onChange={(opportunity) => change({ opportunity: opportunity ?? null })}
        />
      ) : null}
      <TextInput
        label={t("lexicon.from-note")}
        hint={t("lexicon.from-note-hint")}
        value=""
        maxLength={120}
        onCommit={(term) => {
          if (!hasTerm(lexicon, term)) edit(addTerm({ term, language, note: id }, newRecordId));
        }}
      />
      <ul className="cv-marks">
        {lexicon
          .filter((entry) => entry.fields.note === id)
          .map((entry) => (
            <li key={entry.id}>
              <strong>{entry.fields.term}</strong>
            </li>
          ))}
      </ul>
    </div>
  );
}
