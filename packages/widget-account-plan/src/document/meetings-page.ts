import { meetingSheet } from "@sweetspot/plan-model";
import { type PlanPage, tableBlock } from "./plan-page.ts";
import type { PlanSource } from "./plan-source.ts";
import { choiceText, joined, type Words } from "./words.ts";

/** Step 9, the relationship plan: whom we meet next, why, what to say and to ask. */
export function meetingsPage(source: PlanSource, words: Words): PlanPage | undefined {
  const { t, format } = words;
  const blocks = tableBlock(
    [
      t("column.person"),
      t("column.reason"),
      t("column.messages"),
      t("column.questions"),
      t("column.avoid"),
      t("column.when"),
    ],
    upcoming(source).map(({ fields }) => [
      joined(
        [source.memberName(fields.member), source.teamName(fields.internalContact), fields.colleagues],
        "\n",
      ),
      fields.reason ?? "",
      messagesOf(fields, source),
      questionsOf(fields, source),
      fields.avoid ?? "",
      joined(
        [
          fields.meetingDate === undefined ? t("text.no-date") : format.date(fields.meetingDate),
          choiceText(words, meetingSheet, "status", fields.status),
        ],
        "\n",
      ),
    ]),
  );
  return blocks.length === 0 ? undefined : { kind: "meetings", title: t("page.meetings"), blocks };
}

type Meeting = PlanSource["meetings"][number];

/** A plan looks ahead: what was held or called off is history. */
export const upcoming = (source: PlanSource): Meeting[] =>
  source.meetings
    .filter(({ fields }) => fields.status !== "held" && fields.status !== "cancelled")
    .toSorted((one, other) =>
      (one.fields.meetingDate ?? "9999") < (other.fields.meetingDate ?? "9999") ? -1 : 1,
    );

const messagesOf = (fields: Meeting["fields"], source: PlanSource): string =>
  joined(
    [
      ...(fields.messages ?? []).map((id) => source.messages.find((one) => one.id === id)?.fields.statement),
      fields.keyMessages,
    ],
    "\n",
  );

const questionsOf = (fields: Meeting["fields"], source: PlanSource): string =>
  joined(
    (fields.questions ?? []).map((id) => source.openGaps.find((gap) => gap.id === id)?.fields.question),
    "\n",
  );
