import { insight as insightEntity } from "@sweetspot/plan-model";
import type { Reading } from "@sweetspot/strategy-overlap";
import { Face, Icon } from "@sweetspot/widget-kit";
import { memo, type ReactNode } from "react";
import type { InsightRecord } from "../workspace/board-reading.model.ts";
import { useBoardTools } from "./board-context.ts";
import { useTabStop } from "./current-card.ts";
import { CardEditor } from "./card-editor.view.tsx";
import { isUnconfirmed } from "./filter.model.ts";
import type { InsightState } from "./insight-edits.model.ts";

export const STATE_ICONS = {
  unconfirmed: "circle-dashed",
  confirmed: "circle-check",
  done: "circle-full",
} as const satisfies Record<InsightState, string>;

export interface CardProps {
  readonly cardKey: string;
  readonly insight: InsightRecord;
  readonly reading: Reading;
  readonly conflict: string | undefined;
  readonly why: string | undefined;
  readonly person: string | undefined;
  /** Stands elsewhere: here only its name. */
  readonly named: boolean;
  readonly faded: boolean;
  readonly editing: boolean;
  readonly opened: boolean;
  readonly held: boolean;
}

/** One statement. Drawn again only when something on it looks different. */
export const Card = memo(function Card(props: CardProps): ReactNode {
  const { cardKey, insight, reading, conflict, why, person, named, faded, editing, opened, held } = props;
  const { t, labels } = useBoardTools();
  const tabIndex = useTabStop(cardKey);
  const { side, kind, statement, internal } = insight.fields;
  const state = side === "customer" ? (insight.fields.state ?? "unconfirmed") : insight.fields.state;
  const kindWord = labels.choice(insightEntity, "kind", kind);
  const stateWord = state && labels.choice(insightEntity, "state", state);
  return (
    <li
      className="so-card"
      data-card={insight.id}
      data-side={side}
      data-reading={reading}
      data-named={named || undefined}
      data-faded={faded || undefined}
      data-opened={opened || undefined}
      data-held={held || undefined}
    >
      <div className="so-card-line">
        <span className="so-kind">
          <Icon name={kind} size="small" />
          {kindWord}
        </span>
        {internal === true ? <Icon name="lock" size="small" label={t("card.internal")} /> : null}
        {state && !named ? (
          <span className="so-state" data-state={state}>
            <Icon name={STATE_ICONS[state]} size="small" />
            {stateWord}
          </span>
        ) : null}
      </div>
      {editing ? (
        <CardEditor cardKey={cardKey} insight={insight} />
      ) : (
        <button
          type="button"
          className="so-statement"
          dir="auto"
          data-key={cardKey}
          tabIndex={tabIndex}
          aria-current={opened ? "true" : undefined}
          aria-label={[
            clip(statement),
            kindWord,
            stateWord,
            named ? t("card.stands-elsewhere") : t(`reading.${reading}`),
            person,
          ]
            .filter(Boolean)
            .join(", ")}
        >
          {statement}
        </button>
      )}
      {named ? null : (
        <>
          {conflict === undefined ? null : (
            <p className="so-conflict" dir="auto">
              <Icon name="conflict" size="small" />
              <span>
                <b>{t("card.conflict", { other: clip(conflict, 60) })}</b>
                {why === undefined ? null : <> {clip(why, 120)}</>}
              </span>
            </p>
          )}
          {reading === "matched" ? null : (
            <p className="so-verdict">
              <Icon name={reading === "open-need" ? "plus" : "eye-off"} size="small" />
              {t(`card.${reading}`)}
            </p>
          )}
          <Foot insight={insight} person={person} />
        </>
      )}
    </li>
  );
});

/** Where we know it from, and whom it is about. Who told us is asked where nobody said, not demanded. */
function Foot({
  insight,
  person,
}: {
  readonly insight: InsightRecord;
  readonly person: string | undefined;
}): ReactNode {
  const { t, labels, format } = useBoardTools();
  const { sourceKind, toldBy, sourceDate, side, copiedFrom } = insight.fields;
  const words = [
    sourceKind && labels.choice(insightEntity, "sourceKind", sourceKind),
    toldBy,
    sourceDate && format.date(sourceDate),
  ].filter((word) => word !== undefined && word !== "");
  const source = words.join(", ") || (copiedFrom === undefined ? "" : t("card.from-library"));
  const ask = source === "" && side === "customer" && isUnconfirmed(insight.fields);
  if (source === "" && !ask && person === undefined) return null;
  return (
    <div className="so-card-line so-card-foot">
      {source === "" ? null : (
        <span className="so-source" dir="auto">
          <Icon name={sourceKind === "conversation" ? "note" : "document"} size="small" />
          <span>{source}</span>
        </span>
      )}
      {ask ? <span className="so-ask">{t("card.who-told")}</span> : null}
      {person === undefined ? null : (
        <span className="so-who" dir="auto">
          <Face name={person} side={side} />
          {person}
        </span>
      )}
    </div>
  );
}

/** What a screen reader reads and an eye skims, not the ten thousand letters behind it. */
export const clip = (text: string, length = 240): string => {
  const letters = [...text];
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join("")}…`;
};
