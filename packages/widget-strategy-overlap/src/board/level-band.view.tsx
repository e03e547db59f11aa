import type { RecordId } from "@sweetspot/contract";
import { type MatchSuggestion, type Reading, type Side } from "@sweetspot/strategy-overlap";
import { Button, Face, Icon } from "@sweetspot/widget-kit";
import { memo, type ReactNode } from "react";
import { Proposal, SpotLens } from "../lane/spot-lens.view.tsx";
import type { InsightRecord } from "../workspace/board-reading.model.ts";
import { useBoardTools } from "./board-context.ts";
import { Card } from "./card.view.tsx";
import { GapCard } from "./gap-card.view.tsx";
import type { BoardRow, CardPlace, LevelRows } from "./level-rows.model.ts";
import { addKey } from "./navigation.model.ts";

const SIDES = ["customer", "provider"] as const;

export interface LevelBandProps {
  readonly rows: LevelRows;
  /** Key of the card with the tab stop, where it is on this level. */
  readonly current: string | undefined;
  readonly editing: string | undefined;
  readonly opened: RecordId | undefined;
  readonly held: RecordId | undefined;
  readonly passes: ((insight: InsightRecord, reading: Reading) => boolean) | undefined;
  readonly person: RecordId | undefined;
  /** The half somebody is writing in. */
  readonly composing: Side | undefined;
  readonly composer: ReactNode;
  readonly ownerOf: (id: RecordId | undefined) => string | undefined;
  readonly onAccept: (proposal: MatchSuggestion) => void;
  readonly onDismiss: (proposal: MatchSuggestion) => void;
}

/** One level: what is matched side by side, then what stands alone. */
export const LevelBand = memo(function LevelBand(props: LevelBandProps): ReactNode {
  const { rows } = props;
  const { level, more } = rows;
  const { t, dispatch } = useBoardTools();
  return (
    <section className="so-band" aria-label={level.fields.name} data-level={level.id}>
      <BandHead rows={rows} person={props.person} />
      {rows.rows.map((row) => (
        <Row key={row.key} row={row} band={props} />
      ))}
      {more.spots > 0 ? (
        <div className="so-more">
          <Button
            size="small"
            tone="quiet"
            onClick={() => dispatch({ kind: "more-shown", level: level.id, list: "spots" })}
          >
            {t("board.more-spots", { count: more.spots })}
          </Button>
        </div>
      ) : null}
    </section>
  );
});

function BandHead({
  rows,
  person,
}: {
  readonly rows: LevelRows;
  readonly person: RecordId | undefined;
}): ReactNode {
  const { level, counts, people } = rows;
  const { t, dispatch, format } = useBoardTools();
  return (
    <header className="so-band-head">
      <h3 dir="auto">{level.fields.name}</h3>
      {level.fields.kind === "person" ? <span className="ss-meta">{t("level.one-to-one")}</span> : null}
      {people.map(({ id, fields }) => (
        <button
          key={id}
          type="button"
          className="ss-chip so-person"
          dir="auto"
          aria-pressed={person === id}
          onClick={() => dispatch({ kind: "filtered", filter: { person: person === id ? undefined : id } })}
        >
          <Face name={fields.name} side="customer" />
          {fields.name}
        </button>
      ))}
      <span className="so-counts">
        <b data-side="customer">
          <span className="ss-hidden">{t("counts.customer")} </span>
          {format.number(counts.customer)}
        </b>
        <b data-side="spots">
          <Icon name="lens" size="small" />
          <span className="ss-hidden">{t("counts.spots")} </span>
          {format.number(counts.spots)}
        </b>
        <b data-side="provider">
          <span className="ss-hidden">{t("counts.provider")} </span>
          {format.number(counts.provider)}
        </b>
        {counts.openNeeds > 0 ? (
          <span className="so-needs">{t("counts.needs", { count: counts.openNeeds })}</span>
        ) : null}
        {counts.gaps > 0 ? (
          <span className="so-needs">
            <Icon name="gap" size="small" />
            <span className="ss-hidden">{t("counts.gaps")} </span>
            {format.number(counts.gaps)}
          </span>
        ) : null}
      </span>
    </header>
  );
}

const isOpened = (row: BoardRow, opened: RecordId | undefined): boolean =>
  opened !== undefined && row.kind === "spot" && row.place.spot.id === opened;

function Row({ row, band }: { readonly row: BoardRow; readonly band: LevelBandProps }): ReactNode {
  const { current, opened, onAccept, onDismiss } = band;
  return (
    <div className="so-match" data-kind={row.kind} data-opened={isOpened(row, opened) || undefined}>
      <Half row={row} side="customer" band={band} />
      <div className="so-lane" data-lane={band.rows.level.id}>
        {row.kind === "alone" ? null : (
          <>
            <Bracket count={row.customer.length} side="customer" />
            <Bracket count={row.provider.length} side="provider" />
          </>
        )}
        {row.kind === "spot" ? (
          <SpotLens place={row.place} current={current === row.key} opened={isOpened(row, opened)} />
        ) : null}
        {row.kind === "proposal" ? (
          <Proposal
            proposal={row.proposal}
            cardKey={row.key}
            current={current === row.key}
            onAccept={onAccept}
            onDismiss={onDismiss}
          />
        ) : null}
      </div>
      <Half row={row} side="provider" band={band} />
    </div>
  );
}

/** Lines from cards of equal height to the middle: nothing needs to be measured. */
function Bracket({ count, side }: { readonly count: number; readonly side: Side }): ReactNode {
  if (count === 0) return null;
  const paths = Array.from({ length: count }, (_, index) => {
    const y = ((index + 0.5) / count) * 100;
    return side === "customer" ? `M0 ${y}C17 ${y} 17 50 34 50` : `M34 ${y}C17 ${y} 17 50 0 50`;
  });
  return (
    <svg
      className="so-bracket"
      data-side={side}
      viewBox="0 0 34 100"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={paths.join("")} />
    </svg>
  );
}

function Half({
  row,
  side,
  band,
}: {
  readonly row: BoardRow;
  readonly side: Side;
  readonly band: LevelBandProps;
}): ReactNode {
  const { t, writable, dispatch } = useBoardTools();
  const { rows, current, opened, composing, composer, ownerOf } = band;
  const { level, more } = rows;
  const cards = row[side];
  const gaps = row.kind === "alone" ? row.gaps.filter((one) => one.side === side) : [];
  const last = row.kind === "alone";
  const key = addKey(level.id, side);
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
          faded={band.passes !== undefined}
          current={current === gap.id}
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
        <button
          type="button"
          className="so-add"
          data-key={key}
          data-add={side}
          tabIndex={current === key ? 0 : -1}
          aria-label={t(`add.${side}`, { level: level.fields.name })}
          onClick={() => dispatch({ kind: "composing", where: { level: level.id, side } })}
        >
          <Icon name="plus" size="small" />
          {SIDES.every((one) => row[one].length === 0) && cards.length === 0 && rows.rows.length === 1
            ? t(`hint.${side}.${level.fields.kind}`)
            : t(`add.short.${side}`)}
        </button>
      ) : null}
    </div>
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
      faded={band.passes !== undefined && !band.passes(insight, reading)}
      current={band.current === key}
      editing={band.editing === key}
      opened={band.opened === insight.id}
      held={band.held === insight.id}
    />
  );
}
