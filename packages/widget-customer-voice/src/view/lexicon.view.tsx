import { lexiconTerm } from "@sweetspot/plan-model";
import {
  Button,
  Chip,
  IconButton,
  newRecordId,
  Popover,
  TextInput,
  useKeptFocus,
  usePlanLabels,
  useToast,
} from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { addTerm, changeTerm, removeTerm, setOurWords } from "../edits/voice-edits.model.ts";
import { hasTerm, type LexiconEntry } from "../model/lexicon.model.ts";
import { useText } from "./use-text.ts";
import type { VoicePage } from "./use-voice.ts";

const LIMITS = lexiconTerm.fields;

/** The customer's own words, ours for the same thing, and where ours still stand. */
export function Lexicon({ page }: { readonly page: VoicePage }): ReactNode {
  const { lexicon, writable, edit, language } = page;
  const t = useText();
  const { ref, keep } = useKeptFocus<HTMLElement>();
  const [twice, setTwice] = useState<string | undefined>(undefined);
  return (
    <section ref={ref} className="cv-lexicon" aria-label={t("tab.lexicon")}>
      <p className="ss-meta">{t("lexicon.why")}</p>
      {lexicon.length === 0 ? <p>{t("lexicon.empty")}</p> : null}
      <ul>
        {lexicon.map((entry) => (
          <Entry key={entry.id} page={page} entry={entry} onRemove={keep} />
        ))}
      </ul>
      {writable ? (
        <TextInput
          label={t("lexicon.add")}
          hint={t("lexicon.add-hint")}
          error={twice === undefined ? undefined : t("lexicon.twice", { term: twice })}
          value=""
          maxLength={LIMITS.term.max}
          onType={() => setTwice(undefined)}
          onCommit={(term) => {
            if (hasTerm(lexicon, term)) setTwice(term.trim());
            else edit(addTerm({ term, language }, newRecordId));
          }}
        />
      ) : null}
    </section>
  );
}

interface EntryProps {
  readonly page: VoicePage;
  readonly entry: LexiconEntry;
  /** Before the entry goes. */
  readonly onRemove: () => void;
}

function Entry({ page, entry, onRemove }: EntryProps): ReactNode {
  const { edit, writable } = page;
  const t = useText();
  const labels = usePlanLabels();
  const toast = useToast();
  const { id, fields, quote } = entry;
  const label = (name: keyof typeof LIMITS): string => labels.field(lexiconTerm, name).label;
  const ours = (fields.ourWords ?? []).join(", ");
  const remove = (): void => {
    onRemove();
    if (edit(removeTerm(id))) toast({ text: t("lexicon.removed", { term: fields.term }), undo: true });
  };
  if (!writable)
    return (
      <li className="cv-term" data-read-only>
        <strong dir="auto">{fields.term}</strong>
        <span dir="auto">{ours}</span>
        <span dir="auto">{fields.meaning}</span>
        <span className="cv-term-end">
          <Uses entry={entry} />
        </span>
      </li>
    );
  return (
    <li className="cv-term">
      <TextInput
        label={label("term")}
        value={fields.term}
        maxLength={LIMITS.term.max}
        onCommit={(term) => edit(changeTerm(id, { term: term.trim() }))}
      />
      <TextInput
        label={label("ourWords")}
        value={ours}
        placeholder={t("lexicon.words-hint")}
        onCommit={(words) => edit(setOurWords(id, words))}
      />
      <TextInput
        label={label("meaning")}
        value={fields.meaning ?? ""}
        maxLength={LIMITS.meaning.max}
        onCommit={(meaning) => edit(changeTerm(id, { meaning }))}
      />
      <span className="cv-term-end">
        <Uses entry={entry} />
        <IconButton
          icon="trash"
          size="small"
          label={t("lexicon.remove", { term: fields.term })}
          onClick={remove}
        />
      </span>
      {quote === undefined ? null : (
        <p className="ss-meta cv-quote" dir="auto">
          {quote}
        </p>
      )}
    </li>
  );
}

/** Texts of ours that still speak our way: shown with the words found, never changed by the widget. */
function Uses({ entry }: { readonly entry: LexiconEntry }): ReactNode {
  const t = useText();
  const { uses, fields } = entry;
  if (uses.length === 0)
    return (fields.ourWords?.length ?? 0) > 0 ? (
      <Chip tone="good" icon="check">
        {t("lexicon.clean")}
      </Chip>
    ) : null;
  return (
    <Popover
      title={t("lexicon.uses-title", { term: fields.term })}
      trigger={
        <Button size="small" icon="alert">
          {t("lexicon.uses", { count: uses.length })}
        </Button>
      }
    >
      <ul className="cv-uses">
        {uses.map((use) => (
          <li key={`${use.record} ${use.found}`}>
            <span className="ss-meta">{t(`told.${use.type}`)}</span>
            <p dir="auto" className="cv-quote">
              {use.text}
            </p>
            <p>{t("lexicon.instead", { found: use.found, term: fields.term })}</p>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
