import type { RecordId } from "@sweetspot/contract";
import type { MatchSuggestion, Side } from "@sweetspot/strategy-overlap";
import { Button } from "@sweetspot/widget-kit";
import { memo, type ReactNode } from "react";
import { Proposal, SpotLens } from "../lane/spot-lens.view.tsx";
import { useBoardTools } from "./board-context.ts";
import { BandHead } from "./band-head.view.tsx";
import type { CardFilter } from "./filter.model.ts";
import { Half } from "./half.view.tsx";
import type { BoardRow, LevelRows } from "./level-rows.model.ts";

export interface LevelBandProps {
  readonly rows: LevelRows;
  /** Key of the card being reworded, where it is on this level. */
  readonly editing: string | undefined;
  readonly opened: RecordId | undefined;
  readonly held: RecordId | undefined;
  readonly passes: CardFilter | undefined;
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

const isOpened = (row: BoardRow, opened: RecordId | undefined): boolean =>
  opened !== undefined && row.kind === "spot" && row.place.spot.id === opened;

/** A sweet spot fades with all that meets in it. */
const isFaded = ({ customer, provider }: BoardRow, passes: CardFilter | undefined): boolean =>
  passes !== undefined &&
  [...customer, ...provider].every(({ insight, reading }) => !passes.insight(insight, reading));

function Row({ row, band }: { readonly row: BoardRow; readonly band: LevelBandProps }): ReactNode {
  const { opened, onAccept, onDismiss } = band;
  return (
    <div
      className="so-match"
      data-kind={row.kind}
      data-opened={isOpened(row, opened) || undefined}
      data-faded={(row.kind === "spot" && isFaded(row, band.passes)) || undefined}
    >
      <Half row={row} side="customer" band={band} />
      <div className="so-lane" data-lane={band.rows.level.id}>
        {row.kind === "alone" ? null : (
          <>
            <Bracket count={row.customer.length} side="customer" />
            <Bracket count={row.provider.length} side="provider" />
          </>
        )}
        {row.kind === "spot" ? <SpotLens place={row.place} opened={isOpened(row, opened)} /> : null}
        {row.kind === "proposal" ? (
          <Proposal proposal={row.proposal} cardKey={row.key} onAccept={onAccept} onDismiss={onDismiss} />
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
