import type { MatchSuggestion } from "@sweetspot/strategy-overlap";
import { Button, Icon } from "@sweetspot/widget-kit";
import { memo, type ReactNode } from "react";
import { useBoardTools } from "../board/board-context.ts";
import { clip } from "../board/card.view.tsx";
import { useTabStop } from "../board/current-card.ts";
import type { SpotPlace } from "../board/level-rows.model.ts";

interface SpotLensProps {
  readonly place: SpotPlace;
  readonly opened: boolean;
}

/** A sweet spot: where both sides meet, and whether it has been told yet. */
export const SpotLens = memo(function SpotLens({ place, opened }: SpotLensProps): ReactNode {
  const { t } = useBoardTools();
  const { spot, title, message } = place;
  const tabIndex = useTabStop(spot.id);
  const told = message ? t("lane.message", { version: message.fields.version }) : t("lane.no-message");
  return (
    <button
      type="button"
      className="so-spot"
      data-key={spot.id}
      data-spot={spot.id}
      tabIndex={tabIndex}
      aria-current={opened ? "true" : undefined}
      aria-label={`${t("lane.spot")}: ${clip(title, 120)}, ${told}`}
    >
      <Icon name="lens" />
      <b dir="auto">{clip(title, 90)}</b>
      <span>{told}</span>
    </button>
  );
});

interface ProposalProps {
  readonly proposal: MatchSuggestion;
  readonly cardKey: string;
  readonly onAccept: (proposal: MatchSuggestion) => void;
  readonly onDismiss: (proposal: MatchSuggestion) => void;
}

/** Two insights that may belong together, with the reason. Only a person makes a sweet spot of them. */
export const Proposal = memo(function Proposal(props: ProposalProps): ReactNode {
  const { proposal, cardKey, onAccept, onDismiss } = props;
  const { t, writable } = useBoardTools();
  const tabIndex = useTabStop(cardKey);
  return (
    <div className="so-proposal">
      <Icon name="sparkle" />
      <b>{t("lane.proposed")}</b>
      <span>{t("lane.shared", { words: proposal.shared.join(", ") })}</span>
      {writable ? (
        <div className="so-proposal-ways">
          <Button
            size="small"
            tone="primary"
            data-key={cardKey}
            tabIndex={tabIndex}
            onClick={() => onAccept(proposal)}
          >
            {t("lane.accept")}
          </Button>
          <Button size="small" onClick={() => onDismiss(proposal)}>
            {t("lane.dismiss")}
          </Button>
        </div>
      ) : null}
    </div>
  );
});
