import { VOICE_TOPICS, voiceNote } from "@sweetspot/plan-model";
import { listBlock, type PlanPage, tableBlock } from "./plan-page.ts";
import type { PlanSource } from "./plan-source.ts";
import { choiceText, joined, type Words } from "./words.ts";

const MOST_NOTES = 40;

/** Step 4: what the customer says, apart from what is said of him, and his own words. */
export function voicePage(source: PlanSource, words: Words): PlanPage | undefined {
  const { t, format } = words;
  const blocks = [
    ...VOICE_TOPICS.flatMap((topic) =>
      listBlock(
        choiceText(words, voiceNote, "topic", topic),
        source.notes
          .filter(({ fields }) => fields.topic === topic)
          .map(({ fields }) => ({
            text: fields.statement,
            note: joined([
              fields.voice === "market" && fields.confirmedAt === undefined ? t("voice.market") : undefined,
              source.memberName(fields.member) ?? fields.source,
              fields.sourceDate === undefined ? undefined : format.date(fields.sourceDate),
            ]),
          })),
        { most: MOST_NOTES, say: (rest) => t("text.more", { rest }) },
      ),
    ),
    ...tableBlock(
      [t("column.their-word"), t("column.our-words"), t("column.meaning")],
      source.terms.map(({ fields }) => [
        fields.term,
        (fields.ourWords ?? []).join(", "),
        fields.meaning ?? "",
      ]),
      t("voice.lexicon"),
    ),
  ];
  return blocks.length === 0 ? undefined : { kind: "voice", title: t("page.voice"), blocks };
}
