import { inGivenOrder } from "./given-order.ts";
import type { Block, PlanPage } from "./plan-page.ts";
import type { PlanSource } from "./plan-source.ts";
import { joined, type Words } from "./words.ts";

/** Step 3: what to say, by level, in the customer's words. */
export function messagesPage(source: PlanSource, { t }: Words): PlanPage | undefined {
  const blocks = source.board.levels.flatMap((level): Block[] => {
    const told = inGivenOrder(source.messages.filter(({ fields }) => fields.level === level.id));
    return told.map(({ fields }, index): Block => ({
      kind: "text",
      text: fields.statement,
      isQuote: true,
      ...(index === 0 || fields.member !== undefined
        ? { title: joined([level.fields.name, source.memberName(fields.member)]) }
        : {}),
    }));
  });
  return blocks.length === 0 ? undefined : { kind: "messages", title: t("page.messages"), blocks };
}
