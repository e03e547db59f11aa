import type { MatchSuggestion } from "@sweetspot/strategy-overlap";
import type { ReactNode } from "react";
import { clip } from "../board/card.view.tsx";
import { newestMessages } from "../board/row-facts.model.ts";
import { useBoardCommands } from "../board/use-board-commands.ts";
import { toSpotTitle } from "../lane/spot-title.model.ts";
import { SpotMessages } from "../messages/spot-messages.view.tsx";
import { LibraryHint } from "../library/changed-copies.view.tsx";
import { GapPanel } from "../questions/gap-panel.view.tsx";
import { removeGap } from "../questions/gap-edits.model.ts";
import { InsightPanel } from "../panel/insight-panel.view.tsx";
import { PanelFrame } from "../panel/panel-frame.view.tsx";
import { Section } from "../panel/section.view.tsx";
import { SpotPanel } from "../panel/spot-panel.view.tsx";
import type { BoardEvent, BoardState, Opened } from "../workspace/board-state.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";

interface PanelProps {
  readonly workspace: Workspace;
  readonly state: BoardState;
  readonly dispatch: (event: BoardEvent) => void;
  readonly proposals: readonly MatchSuggestion[];
  /** Closes it and gives the keyboard back to the card. */
  readonly onClose: () => void;
}

/** What is opened on the board, if it is still there. */
export function Panel({ workspace, state, dispatch, proposals, onClose }: PanelProps): ReactNode {
  const { reading, shape } = workspace;
  const { opened, openedBy } = state;
  const t = useText();
  const commands = useBoardCommands(workspace);
  if (!opened) return null;
  const onOpen = (what: Opened): void => dispatch({ kind: "opened", what, by: "keyboard" });
  const levelOf = (level: Parameters<typeof reading.board.level>[0]): string =>
    reading.board.level(level)?.fields.name ?? "";
  const frame = { shape, about: opened.id, takeFocus: openedBy === "keyboard", onClose };
  const insight = opened.kind === "insight" ? reading.insight(opened.id) : undefined;
  if (insight)
    return (
      <PanelFrame
        {...frame}
        eyebrow={t(`half.${insight.fields.side}`, { level: levelOf(insight.fields.level) })}
        title={clip(insight.fields.statement, 120)}
      >
        <LibraryHint workspace={workspace} insight={insight.id} />
        <InsightPanel
          workspace={workspace}
          insight={insight}
          commands={commands}
          proposals={proposals}
          onOpen={onOpen}
          onRemove={() => {
            onClose();
            commands.remove(insight);
          }}
        />
      </PanelFrame>
    );
  const gap = opened.kind === "gap" ? reading.gap(opened.id) : undefined;
  if (gap)
    return (
      <PanelFrame {...frame} eyebrow={t("gap.title")} title={clip(gap.fields.question, 120)}>
        <GapPanel
          workspace={workspace}
          gap={gap}
          onGo={(id) => onOpen({ kind: "insight", id })}
          onRemove={() => {
            onClose();
            workspace.edit(removeGap(gap));
          }}
        />
      </PanelFrame>
    );
  const spot = opened.kind === "spot" ? reading.spot(opened.id) : undefined;
  if (!spot) return null;
  const [first] = spot.fields.customerInsights ?? [];
  const title = toSpotTitle(
    spot,
    newestMessages(reading.messages).get(spot.id),
    first === undefined ? undefined : reading.insight(first),
  );
  return (
    <PanelFrame
      {...frame}
      eyebrow={t("panel.spot-on", { level: levelOf(spot.fields.level) })}
      title={clip(title, 120)}
    >
      <SpotPanel
        workspace={workspace}
        spot={spot}
        commands={commands}
        onOpen={onOpen}
        onRemove={() => {
          onClose();
          commands.removeSpot(spot.id);
        }}
        messages={
          <Section title={t("messages.title")}>
            <SpotMessages workspace={workspace} spot={spot.id} />
          </Section>
        }
      />
    </PanelFrame>
  );
}
