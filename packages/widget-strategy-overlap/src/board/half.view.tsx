import type { Level, Side } from "@sweetspot/strategy-overlap";
import { Button, Icon } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { useBoardTools } from "./board-context.ts";
import { Card } from "./card.view.tsx";
import { useTabStop } from "./current-card.ts";
import { GapCard } from "./gap-card.view.tsx";
import type { LevelBandProps } from "./level-band.view.tsx";
import type { BoardRow, CardPlace } from "./level-rows.model.ts";
import { addKey } from "./navigation.model.ts";

const SIDES = ["customer", "provider"] as const;

/** The cards of one side in a row; what stands alone has its questions and the button to add beneath. */
export function Half({
  row,
  side,
  band,
}: {
  readonly row: BoardRow;
  readonly side: Side;
  readonly band: LevelBandProps;
}): ReactNode {
  const { t, writable, dispatch } = useBoardTools();
  const { rows, opened, composing, composer, ownerOf } = band;
  const { level, more } = rows;
  const cards = row[side];
  const gaps = row.kind === "alone" ? row.gaps.filter((one) => one.side === side) : [];
  const last = row.kind === "alone";
  const list = (
    <ul
      className="so-stack"
      data-side={side}
      data-half={`${level.id} ${side}`}
      aria-label={t(`half.${side}`, { level: level.fields.name })}
    >
      {cards.map((place) => toCard(place, band))}
      {gaps.map(({ gap }) => (
        <GapCard
          key={gap.id}
          gap={gap}
          side={side}
          owner={ownerOf(gap.fields.owner)}
          faded={band.passes?.gap(gap) === false}
          opened={opened === gap.id}
        />
      ))}
    </ul>
  );
  if (!last) return list;
  return (
    <div className="so-half" data-side={side} data-half={`${level.id} ${side}`}>
      {cards.length + gaps.length > 0 ? list : null}
      {more[side] > 0 ? (
        <Button
          size="small"
          tone="quiet"
          onClick={() => dispatch({ kind: "more-shown", level: level.id, list: side })}
        >
          {t("board.more-cards", { count: more[side] })}
        </Button>
      ) : null}
      {composing === side ? (
        composer
      ) : writable ? (
        <AddButton
          level={level}
          side={side}
          empty={SIDES.every((one) => row[one].length === 0) && rows.rows.length === 1}
        />
      ) : null}
    </div>
  );
}

interface AddButtonProps {
  readonly level: Level;
  readonly side: Side;
  /** Nothing stands on this level yet: say what belongs here. */
  readonly empty: boolean;
}

function AddButton({ level, side, empty }: AddButtonProps): ReactNode {
  const { t, dispatch } = useBoardTools();
  const key = addKey(level.id, side);
  const tabIndex = useTabStop(key);
  return (
    <button
      type="button"
      className="so-add"
      data-key={key}
      data-add={side}
      tabIndex={tabIndex}
      aria-label={t(`add.${side}`, { level: level.fields.name })}
      onClick={() => dispatch({ kind: "composing", where: { level: level.id, side } })}
    >
      <Icon name="plus" size="small" />
      {empty ? t(`hint.${side}.${level.fields.kind}`) : t(`add.short.${side}`)}
    </button>
  );
}

function toCard(place: CardPlace, band: LevelBandProps): ReactNode {
  const { key, insight, reading, conflict, person, named } = place;
  return (
    <Card
      key={key}
      cardKey={key}
      insight={insight}
      reading={reading}
      conflict={conflict?.with}
      why={conflict?.explanation}
      person={person}
      named={named}
      faded={band.passes?.insight(insight, reading) === false}
      editing={band.editing === key}
      opened={band.opened === insight.id}
      held={band.held === insight.id}
    />
  );
}
