import type { IsoInstant, PlanEdit, PlanFields, RecordId } from "@sweetspot/contract";
import { fitText, lexiconTerm, type PatchOf, voiceNote } from "@sweetspot/plan-model";
import { toWordList } from "../model/lexicon.model.ts";
import type { Topic, Voice } from "../model/notes.model.ts";

export type NewId = (type: string) => RecordId;
export type NotePatch = PatchOf<typeof voiceNote>;
export type TermPatch = Pick<PatchOf<typeof lexiconTerm>, "term" | "meaning" | "language" | "note">;

const edit = (name: string, type: string, id: RecordId, fields: PlanFields): PlanEdit => ({
  name,
  scope: "plan",
  puts: [{ id, type, fields }],
  removes: [],
});

const removal = (name: string, id: RecordId): PlanEdit => ({ name, scope: "plan", puts: [], removes: [id] });

/** A note in one of the four fields; undefined for no words. Line ends are kept: people paste whole quotes. */
export function addNote(
  note: { readonly topic: Topic; readonly voice: Voice; readonly statement: string },
  newId: NewId,
): PlanEdit | undefined {
  const statement = fitText(note.statement.trim(), voiceNote.fields.statement.max);
  if (statement === "") return undefined;
  return edit("note-added", voiceNote.name, newId(voiceNote.name), {
    topic: note.topic,
    voice: note.voice,
    statement,
    ...(note.voice === "customer" ? { sourceKind: "conversation" } : {}),
  });
}

/** Empty texts clear their field; a note keeps its words. */
export function changeNote(note: RecordId, patch: NotePatch): PlanEdit | undefined {
  if (patch.statement !== undefined && (patch.statement ?? "").trim() === "") return undefined;
  return edit("note-changed", voiceNote.name, note, withoutBlanks(patch));
}

/** The customer's own words need no confirmation: with the voice goes what was confirmed. */
export const setVoice = (note: RecordId, voice: Voice): PlanEdit =>
  edit("note-voice-set", voiceNote.name, note, {
    voice,
    ...(voice === "customer" ? { confirmedBy: null, confirmedAt: null } : {}),
  });

/** What was heard from outside is his own voice once he has confirmed it to one of us. */
export const confirmNote = (note: RecordId, by: RecordId, at: IsoInstant): PlanEdit =>
  edit("note-confirmed", voiceNote.name, note, { confirmedBy: by, confirmedAt: at });

export const unconfirmNote = (note: RecordId): PlanEdit =>
  edit("note-unconfirmed", voiceNote.name, note, { confirmedBy: null, confirmedAt: null });

export const removeNote = (note: RecordId): PlanEdit => removal("note-removed", note);

/** A word of the customer's; undefined for none. */
export function addTerm(
  term: { readonly term: string; readonly language: string; readonly note?: RecordId },
  newId: NewId,
): PlanEdit | undefined {
  const word = fitText(term.term.replaceAll(/\s+/g, " ").trim(), lexiconTerm.fields.term.max);
  if (word === "") return undefined;
  return edit("term-added", lexiconTerm.name, newId(lexiconTerm.name), {
    term: word,
    language: term.language,
    ...(term.note === undefined ? {} : { note: term.note }),
  });
}

export function changeTerm(term: RecordId, patch: TermPatch): PlanEdit | undefined {
  if (patch.term !== undefined && (patch.term ?? "").trim() === "") return undefined;
  return edit("term-changed", lexiconTerm.name, term, withoutBlanks(patch));
}

/** Our words for the same thing, as listed by commas. */
export function setOurWords(term: RecordId, text: string): PlanEdit {
  const words = toWordList(text);
  return edit("our-words-set", lexiconTerm.name, term, { ourWords: words.length > 0 ? words : null });
}

export const removeTerm = (term: RecordId): PlanEdit => removal("term-removed", term);

const withoutBlanks = (patch: object): PlanFields =>
  Object.fromEntries(
    Object.entries(patch).map(([name, value]) => [
      name,
      typeof value === "string" && value.trim() === "" ? null : value,
    ]),
  ) as PlanFields;
