import { lexiconTerm, recordsOf } from "@sweetspot/plan-model";
import { findJargon, type Jargon, TEXT_LANGUAGES, type TextLanguage } from "@sweetspot/strategy-overlap";
import type { MessageRecord, Records } from "../workspace/board-reading.model.ts";

/**
 * Words of ours in a message that the customer has a word of his own for.
 *
 * @param language taken where the message does not say its own
 */
export function jargonIn(
  { fields }: MessageRecord,
  records: Records,
  language: TextLanguage,
): readonly Jargon[] {
  const terms = recordsOf(lexiconTerm, records.values()).map(({ id, fields: { term, ourWords = [] } }) => ({
    id,
    term,
    ourWords,
  }));
  const code = fields.language?.toLowerCase().split("-")[0];
  return findJargon(fields.statement, terms, TEXT_LANGUAGES.find((one) => one === code) ?? language);
}
