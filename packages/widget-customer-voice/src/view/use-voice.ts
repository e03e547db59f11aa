import type { PlanRecord, RecordId } from "@sweetspot/contract";
import { type ApplyEdit, useCrm, useFormat, useHost, usePlanEdit, usePlanPart } from "@sweetspot/widget-kit";
import { useCallback, useMemo, useState } from "react";
import { type LexiconEntry, readLexicon, toTextLanguage } from "../model/lexicon.model.ts";
import { findNotes, type Note, readNotes, type Voice } from "../model/notes.model.ts";

export type Tab = "notes" | "lexicon" | "table";
export type Focus = "customer" | "market" | undefined;
export type Opened = "conflicts" | "history" | { readonly note: RecordId } | undefined;

/** Everything the views of the mounted widget share. The same object until something in it changes. */
export interface VoicePage {
  readonly records: ReadonlyMap<RecordId, PlanRecord>;
  readonly notes: readonly Note[];
  /** Those the search finds. */
  readonly found: readonly Note[];
  readonly lexicon: readonly LexiconEntry[];
  /** Language new words are taken to be in. */
  readonly language: string;
  readonly writable: boolean;
  readonly user: RecordId;
  readonly edit: ApplyEdit;
  readonly memberName: (id: RecordId | undefined) => string;
  readonly tab: Tab;
  readonly setTab: (tab: Tab) => void;
  readonly search: string;
  readonly setSearch: (text: string) => void;
  readonly focus: Focus;
  readonly setFocus: (focus: Focus) => void;
  /** Whose voice new notes are. */
  readonly voice: Voice;
  readonly setVoice: (voice: Voice) => void;
  readonly opened: Opened;
  readonly open: (opened: Opened) => void;
  /** Where the cards of the notes stand. */
  readonly cards: HTMLElement | null;
  readonly setCards: (place: HTMLElement | null) => void;
}

export function useVoice(): VoicePage {
  const records = usePlanPart((view) => view.plan);
  const writable = usePlanPart((view) => view.writable.plan);
  const { teamMembers, opportunities } = useCrm();
  const { user, locale } = useHost();
  const { compare } = useFormat();
  const edit = usePlanEdit();
  const [tab, setTab] = useState<Tab>("notes");
  const [search, setSearch] = useState("");
  const [focus, setFocus] = useState<Focus>(undefined);
  const [voice, setVoice] = useState<Voice>("customer");
  const [opened, open] = useState<Opened>(undefined);
  const [cards, setCards] = useState<HTMLElement | null>(null);
  const language = toTextLanguage(locale) ?? "en";
  const notes = useMemo(() => readNotes(records, opportunities), [records, opportunities]);
  const found = useMemo(() => findNotes(notes, search), [notes, search]);
  const lexicon = useMemo(() => readLexicon(records, language, compare), [records, language, compare]);
  const memberName = useCallback(
    (id: RecordId | undefined) =>
      id === undefined ? "" : (teamMembers.find((member) => member.id === id)?.name ?? ""),
    [teamMembers],
  );
  return useMemo(
    () => ({
      records,
      notes,
      found,
      lexicon,
      language,
      writable,
      user: user.id,
      edit,
      memberName,
      tab,
      setTab,
      search,
      setSearch,
      focus,
      setFocus,
      voice,
      setVoice,
      opened,
      open,
      cards,
      setCards,
    }),
    [
      records,
      notes,
      found,
      lexicon,
      language,
      writable,
      user.id,
      edit,
      memberName,
      tab,
      search,
      focus,
      voice,
      opened,
      cards,
    ],
  );
}
