import type { Side } from "@sweetspot/strategy-overlap";
import { Face, Icon } from "@sweetspot/widget-kit";
import { memo, type ReactNode } from "react";
import type { GapRecord } from "../workspace/board-reading.model.ts";
import { useBoardTools } from "./board-context.ts";
import { clip } from "./card.view.tsx";
import { useTabStop } from "./current-card.ts";

interface GapCardProps {
  readonly gap: GapRecord;
  readonly side: Side;
  readonly owner: string | undefined;
  readonly faded: boolean;
  readonly opened: boolean;
}

/** A question in place of an insight: what we do not know drives the next meeting. */
export const GapCard = memo(function GapCard(props: GapCardProps): ReactNode {
  const { gap, side, owner, faded, opened } = props;
  const { t, format } = useBoardTools();
  const tabIndex = useTabStop(gap.id);
  const { question, due } = gap.fields;
  return (
    <li
      className="so-card so-gap"
      data-gap={gap.id}
      data-side={side}
      data-faded={faded || undefined}
      data-opened={opened || undefined}
    >
      <div className="so-card-line">
        <span className="so-kind">
          <Icon name="gap" size="small" />
          {t("gap.title")}
        </span>
        {due === undefined ? null : <span>{t("gap.due", { date: format.date(due) })}</span>}
      </div>
      <button
        type="button"
        className="so-statement"
        dir="auto"
        data-key={gap.id}
        tabIndex={tabIndex}
        aria-current={opened ? "true" : undefined}
        aria-label={[clip(question), t("gap.title"), owner].filter(Boolean).join(", ")}
      >
        {question}
      </button>
      {owner === undefined ? null : (
        <div className="so-card-line so-card-foot">
          <span className="so-who" dir="auto">
            <Face name={owner} side="provider" />
            {owner}
          </span>
        </div>
      )}
    </li>
  );
});
