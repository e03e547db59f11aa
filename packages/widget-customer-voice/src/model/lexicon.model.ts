import { foldText, type PlanRecord, type RecordId } from "@sweetspot/contract";
import {
  coreMessage,
  type FieldsOf,
  fitText,
  lexiconTerm,
  recordsOf,
  valueProposition,
  voiceNote,
} from "@sweetspot/plan-model";
import { findJargon, TEXT_LANGUAGES, type TextLanguage } from "@sweetspot/strategy-overlap";

export type TermFields = FieldsOf<typeof lexiconTerm>;

/** A text of ours that still says it our way. */
export interface Use {
  readonly record: RecordId;
  readonly type: "core-message" | "value-proposition";
  readonly text: string;
  /** The words found. */
  readonly found: string;
}

/** A word of the customer's with ours for the same thing, and where we still use ours. */
export interface LexiconEntry {
  readonly id: RecordId;
  readonly fields: TermFields;
  /** The statement it was heard in. */
  readonly quote: string | undefined;
  readonly uses: readonly Use[];
}

/**
 * The lexicon by the customer's words.
 *
 * @param language what a text is read in when it does not say
 * @param compare order of words in the user's language
 */
export function readLexicon(
  records: ReadonlyMap<RecordId, PlanRecord>,
  language: TextLanguage,
  compare: (one: string, other: string) => number,
): readonly LexiconEntry[] {
  const terms = recordsOf(lexiconTerm, records.values());
  const known = terms.map(({ id, fields }) => ({ id, term: fields.term, ourWords: fields.ourWords ?? [] }));
  const uses = textsOf(records).flatMap(({ record, type, text, written }) =>
    findJargon(text, known, written ?? language).map(({ id, found }) => ({
      term: id,
      use: { record, type, text, found },
    })),
  );
  return terms
    .map(({ id, fields }): LexiconEntry => {
      const [note] = recordsOf(
        voiceNote,
        fields.note === undefined ? [] : [records.get(fields.note)].filter((one) => one !== undefined),
      );
      return {
        id,
        fields,
        quote: note?.fields.statement,
        uses: uses.filter(({ term }) => term === id).map(({ use }) => use),
      };
    })
    .toSorted((one, other) => compare(one.fields.term, other.fields.term));
}

interface Told {
  readonly record: RecordId;
  readonly type: Use["type"];
  readonly text: string;
  readonly written: TextLanguage | undefined;
}

/** What we tell the customer: core messages and value propositions. */
function textsOf(records: ReadonlyMap<RecordId, PlanRecord>): readonly Told[] {
  return [
    ...recordsOf(coreMessage, records.values()).map(({ id, fields }) => ({
      record: id,
      type: "core-message" as const,
      text: fields.statement,
      written: toTextLanguage(fields.language),
    })),
    ...recordsOf(valueProposition, records.values()).map(({ id, fields }) => ({
      record: id,
      type: "value-proposition" as const,
      text: [fields.promise, fields.addedValue, fields.delivery, fields.proof].filter(Boolean).join("\n"),
      written: toTextLanguage(fields.language),
    })),
  ];
}

/** The language of texts nearest to a code or locale. */
export const toTextLanguage = (code: string | undefined): TextLanguage | undefined =>
  TEXT_LANGUAGES.find((language) => code?.toLowerCase().split(/[-_]/)[0] === language);

/** Words as people list them: by commas, semicolons or lines; each once, cut to what the plan holds. */
export function toWordList(text: string): readonly string[] {
  const found = new Map<string, string>();
  for (const part of text.split(/[,;\n]/)) {
    const word = fitText(part.replaceAll(/\s+/g, " ").trim(), WORD_LENGTH);
    if (word !== "" && !found.has(foldText(word))) found.set(foldText(word), word);
  }
  return [...found.values()].slice(0, lexiconTerm.fields.ourWords.max);
}

const WORD_LENGTH = lexiconTerm.fields.ourWords.of.max;

/** Is the word in the lexicon already, however it is written? */
export const hasTerm = (entries: readonly Pick<LexiconEntry, "fields">[], term: string): boolean =>
  entries.some(({ fields }) => foldText(fields.term) === foldText(term.trim()));
