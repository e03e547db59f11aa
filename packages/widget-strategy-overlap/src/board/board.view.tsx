import { toRecordId } from "@sweetspot/contract";
import type { MatchSuggestion } from "@sweetspot/strategy-overlap";
import { Button, Icon, useFormat, usePlanLabels } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo, useRef } from "react";
import { LinkLines } from "../lane/link-lines.view.tsx";
import { useMemberName } from "../messages/message-context.ts";
import { type BoardEvent, type BoardState } from "../workspace/board-state.ts";
import { useLatest } from "../workspace/use-latest.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { BoardContext, type BoardTools } from "./board-context.ts";
import { clip } from "./card.view.tsx";
import { createFilter } from "./filter.model.ts";
import { rewordInsight } from "./insight-edits.model.ts";
import { LevelBand } from "./level-band.view.tsx";
import { LevelComposer } from "./level-composer.view.tsx";
import type { LevelRows } from "./level-rows.model.ts";
import { addKey, createNavigation } from "./navigation.model.ts";
import { useLevelRows } from "./use-level-rows.ts";
import { useBoardCommands } from "./use-board-commands.ts";
import { useCardKeys } from "./use-card-keys.ts";
import { useCurrentCard } from "./use-current-card.ts";
import { useDrag } from "./use-drag.ts";

export interface BoardViewProps {
  readonly workspace: Workspace;
  readonly state: BoardState;
  readonly dispatch: (event: BoardEvent) => void;
  readonly proposals: readonly MatchSuggestion[];
  readonly customerName: string;
}

const NO_PROPOSALS: readonly MatchSuggestion[] = [];

/** Levels from the top, the customer beside us, and between them where both meet. */
export function BoardView(props: BoardViewProps): ReactNode {
  const { workspace, state, dispatch, customerName } = props;
  const { reading, writable, edit } = workspace;
  const t = useText();
  const format = useFormat();
  const labels = usePlanLabels();
  const holder = useRef<HTMLDivElement>(null);
  const proposals = state.proposals ? props.proposals : NO_PROPOSALS;
  const levels = useLevelRows(workspace, state, proposals);
  const navigation = useMemo(() => createNavigation(levels, writable), [levels, writable]);
  const passes = useMemo(() => createFilter(state.filter), [state.filter]);
  const { current, focus, walk, choose, onFocus } = useCurrentCard(holder, navigation);
  const nameOf = useMemberName();
  const reword = useLatest<Parameters<BoardTools["reword"]>, void>((key, insight, text, next) => {
    edit(rewordInsight(insight, text));
    const below = next ? navigation.step(key, "down") : undefined;
    const goesOn = below !== undefined && reading.insight(toRecordId(below)) !== undefined;
    dispatch({ kind: "editing", key: goesOn ? below : undefined });
    if (next) focus(below ?? key);
  });
  const tools = useMemo(
    (): BoardTools => ({ t, format, labels, writable, current, dispatch, reword, focus }),
    [t, format, labels, writable, current, dispatch, reword, focus],
  );
  const commands = useBoardCommands(workspace);
  const {
    insight: dragged,
    ghost,
    on: pointer,
    cancel,
  } = useDrag(holder, reading, writable, (insight, drop) => {
    commands.drop(insight, drop);
    focus(insight.id);
  });
  const keys = useCardKeys({ workspace, state, dispatch, navigation, commands, focus, walk, choose });
  const accept = useLatest((proposal: MatchSuggestion) => {
    commands.accept(proposal);
    focus(proposal.customer);
  });
  const dismiss = useLatest((proposal: MatchSuggestion) => {
    commands.dismiss(proposal);
    focus(proposal.customer);
  });
  const held = state.held === undefined ? undefined : reading.insight(state.held);
  const opened = state.opened?.id;
  const { composing } = state;
  const on = (rows: LevelRows, key: string | undefined): string | undefined =>
    key !== undefined && holds(rows, key) ? key : undefined;
  return (
    <BoardContext value={tools}>
      {held ? (
        <output className="so-held">
          <Icon name="lens" />
          {t("lane.held", { name: clip(held.fields.statement, 80) })}
        </output>
      ) : null}
      {/* Keys and clicks of the cards, caught once: a handler on each of them costs in a sandbox. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events */}
      <div
        ref={holder}
        className="so-board"
        data-dragging={dragged?.fields.side}
        data-links={state.links || undefined}
        data-filtered={passes !== undefined || undefined}
        {...pointer}
        {...keys}
        onFocus={onFocus}
        onKeyDown={(event) => {
          if (dragged && event.key === "Escape") cancel();
          else keys.onKeyDown(event);
        }}
      >
        <div className="so-heads" aria-hidden="true">
          <b data-side="customer" dir="auto">
            {customerName} <span>{t("side.customer")}</span>
          </b>
          <b data-side="lane">
            <Icon name="lens" />
            {t("board.overlap")}
          </b>
          <b data-side="provider">{t("head.provider")}</b>
        </div>
        {levels.map((rows) => (
          <LevelBand
            key={rows.level.id}
            rows={rows}
            editing={on(rows, state.editing)}
            opened={opened}
            held={state.held}
            passes={passes}
            person={state.filter.person}
            composing={composing?.level === rows.level.id ? composing.side : undefined}
            composer={
              composing?.level === rows.level.id ? (
                <LevelComposer
                  key={composing.side}
                  workspace={workspace}
                  level={composing.level}
                  side={composing.side}
                  dispatch={dispatch}
                  onLeave={() => {
                    dispatch({ kind: "composing", where: undefined });
                    focus(addKey(composing.level, composing.side));
                  }}
                />
              ) : null
            }
            ownerOf={nameOf}
            onAccept={accept}
            onDismiss={dismiss}
          />
        ))}
        {writable ? (
          <div className="so-ends">
            <Button
              size="small"
              tone="quiet"
              icon="hierarchy"
              onClick={() => dispatch({ kind: "dialog", dialog: "levels" })}
            >
              {t("board.levels")}
            </Button>
          </div>
        ) : null}
        {state.links ? <LinkLines holder={holder} reading={reading} shown={levels} /> : null}
        {dragged ? (
          <div ref={ghost} className="so-ghost" aria-hidden="true" dir="auto">
            {clip(dragged.fields.statement, 80)}
          </div>
        ) : null}
      </div>
    </BoardContext>
  );
}

/** Keys name what they stand on: a card of this level, its sweet spot, or the button that adds to a half of it. */
function holds({ level, rows }: LevelRows, key: string): boolean {
  if (key.startsWith("add/")) return key.endsWith(`/${level.id}`);
  return rows.some(
    (row) =>
      row.key === key ||
      row.customer.some((card) => card.key === key) ||
      row.provider.some((card) => card.key === key) ||
      (row.kind === "alone" && row.gaps.some(({ gap }) => gap.id === key)),
  );
}
