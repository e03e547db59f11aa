import { ABSENCE_REASONS, ANSWERS, POSSESSIONS, POTENTIAL_BASES } from "@sweetspot/plan-model";
import { foldText, LEVEL_ORDER, type Level } from "@sweetspot/white-space";

/** Columns of the file, in its order. A file may leave out any but the first three and may hold further ones. */
export const CSV_COLUMNS = [
  "perspective",
  "area",
  "offering",
  "level",
  "setBy",
  "reason",
  "makesSense",
  "proposed",
  "absenceReason",
  "absenceNote",
  "competitor",
  "potential",
  "currency",
  "nextStep",
  "owner",
  "due",
  "done",
  "notes",
  "deals",
  "possession",
  "potentialBasis",
  "market",
  "marketCurrency",
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

export type Answer = (typeof ANSWERS)[number];
export type Possession = (typeof POSSESSIONS)[number];
export type PotentialBasis = (typeof POTENTIAL_BASES)[number];
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** The words of one language, as written into a file. */
export interface CsvWords {
  readonly columns: Readonly<Record<CsvColumn, string>>;
  readonly levels: Readonly<Record<Level, string>>;
  readonly answers: Readonly<Record<Answer, string>>;
  readonly reasons: Readonly<Record<AbsenceReason, string>>;
  readonly possessions: Readonly<Record<Possession, string>>;
  readonly bases: Readonly<Record<PotentialBasis, string>>;
  readonly byHand: string;
  readonly fromCrm: string;
  readonly yes: string;
}

/** Reads words of any of our languages, and the plan model's own names, without case and accents. */
export interface CsvReader {
  column(text: string): CsvColumn | undefined;
  level(text: string): Level | undefined;
  answer(text: string): Answer | undefined;
  reason(text: string): AbsenceReason | undefined;
  possession(text: string): Possession | undefined;
  basis(text: string): PotentialBasis | undefined;
  setBy(text: string): "hand" | "crm" | undefined;
  flag(text: string): boolean | undefined;
}

/** The keys of a language's texts that a file is written with. */
export function createCsvWords(t: (key: string) => string): CsvWords {
  const of = <K extends string>(keys: readonly K[], prefix: string): Record<K, string> =>
    Object.fromEntries(keys.map((key) => [key, t(`${prefix}${key}`)])) as Record<K, string>;
  return {
    columns: of(CSV_COLUMNS, "csv.column."),
    levels: of(LEVEL_ORDER, "level."),
    answers: of(ANSWERS, "answer."),
    reasons: of(ABSENCE_REASONS, "absence."),
    possessions: of(POSSESSIONS, "possession."),
    bases: of(POTENTIAL_BASES, "basis."),
    byHand: t("csv.by-hand"),
    fromCrm: t("csv.from-crm"),
    yes: t("answer.yes"),
  };
}

export function createCsvReader(languages: readonly CsvWords[]): CsvReader {
  const index = <K extends string>(
    keys: readonly K[],
    wordOf: (words: CsvWords, key: K) => string,
  ): ((text: string) => K | undefined) => {
    const found = new Map<string, K>();
    for (const key of keys) {
      found.set(foldText(key), key);
      for (const words of languages) found.set(foldText(wordOf(words, key)), key);
    }
    return (text) => found.get(foldText(text));
  };
  const setBy = index(["hand", "crm"], (words, key) => (key === "hand" ? words.byHand : words.fromCrm));
  const flag = index(["yes", "no"], (words, key) => words.answers[key]);
  return {
    column: index(CSV_COLUMNS, (words, column) => words.columns[column]),
    level: index(LEVEL_ORDER, (words, level) => words.levels[level]),
    answer: index(ANSWERS, (words, answer) => words.answers[answer]),
    reason: index(ABSENCE_REASONS, (words, reason) => words.reasons[reason]),
    possession: index(POSSESSIONS, (words, possession) => words.possessions[possession]),
    basis: index(POTENTIAL_BASES, (words, basis) => words.bases[basis]),
    setBy,
    flag: (text) => {
      const folded = foldText(text);
      if (folded === "true" || folded === "1" || folded === "x") return true;
      if (folded === "false" || folded === "0") return false;
      const word = flag(text);
      return word === undefined ? undefined : word === "yes";
    },
  };
}
