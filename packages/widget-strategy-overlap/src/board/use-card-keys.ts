import { toRecordId } from "@sweetspot/contract";
import { useToast } from "@sweetspot/widget-kit";
import type { KeyboardEvent, MouseEvent } from "react";
import { removeGap } from "../questions/gap-edits.model.ts";
import type { InsightRecord } from "../workspace/board-reading.model.ts";
import type { BoardEvent, BoardState, Opened } from "../workspace/board-state.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { toCardCommand } from "./board-keys.model.ts";
import type { BoardCommands } from "./use-board-commands.ts";
import type { Navigation } from "./navigation.model.ts";

interface Hands {
  readonly workspace: Workspace;
  readonly state: BoardState;
  readonly dispatch: (event: BoardEvent) => void;
  readonly navigation: Navigation;
  readonly commands: BoardCommands;
  /** Puts the keyboard on a card, as soon as it is drawn. */
  readonly focus: (key: string) => void;
  /** Goes to a card that is drawn already. */
  readonly walk: (key: string) => void;
  /** Gives a card the tab stop, wherever the keyboard is. */
  readonly choose: (key: string) => void;
}

export interface CardKeys {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
}

/** Keys and clicks on cards, caught once for the whole board. */
export function useCardKeys(hands: Hands): CardKeys {
  const { workspace, state, dispatch, navigation, commands, focus, walk, choose } = hands;
  const { reading, writable } = workspace;
  const t = useText();
  const toast = useToast();
  /** Of a card, or of one that is only named in a sweet spot: "spot/insight". */
  const insightAt = (key: string): InsightRecord | undefined =>
    reading.insight(toRecordId(key)) ?? reading.insight(toRecordId(key.slice(key.indexOf("/") + 1)));
  const openedAt = (key: string): Opened | undefined => {
    const insight = insightAt(key);
    if (insight) return { kind: "insight", id: insight.id };
    const id = toRecordId(key);
    if (reading.spot(id)) return { kind: "spot", id };
    return reading.gap(id) ? { kind: "gap", id } : undefined;
  };
  const hold = (key: string, insight: InsightRecord | undefined): void => {
    const held = state.held === undefined ? undefined : reading.insight(state.held);
    if (!held) {
      if (insight) dispatch({ kind: "held", insight: insight.id });
      return;
    }
    const spot = reading.spot(toRecordId(key));
    const done = spot
      ? commands.join(spot.id, held.id)
      : insight !== undefined && commands.match(held, insight);
    if (done || insight?.id === held.id) {
      dispatch({ kind: "held", insight: undefined });
      focus(insight?.id ?? key);
    } else toast({ tone: "warn", text: t("lane.not-matched") });
  };
  /** Where the keyboard goes when the card it is on goes away. */
  const beside = (key: string): string | undefined =>
    navigation.step(key, "down") ?? navigation.step(key, "up");
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const key = (event.target as Element).getAttribute("data-key");
    const command = key === null ? undefined : toCardCommand(event);
    if (key === null || !command) return;
    const insight = insightAt(key);
    const write = (act: (insight: InsightRecord) => void): void => {
      if (writable && insight) act(insight);
    };
    event.preventDefault();
    switch (command.kind) {
      case "step": {
        const to = navigation.step(key, command.step);
        if (to !== undefined) walk(to);
        return;
      }
      case "edit":
        return write(() => dispatch({ kind: "editing", key }));
      case "remove": {
        const next = beside(key);
        const spot = reading.spot(toRecordId(key));
        const gap = reading.gap(toRecordId(key));
        if (writable && spot) commands.removeSpot(spot.id);
        else if (writable && gap) workspace.edit(removeGap(gap));
        else if (!insight) return;
        else write(commands.remove);
        if (writable && next !== undefined) focus(next);
        return;
      }
      case "confirm":
        return write(commands.confirm);
      case "hold":
        if (writable) hold(key, insight);
        return;
      case "new":
        return write(({ fields }) =>
          dispatch({
            kind: "composing",
            where: { level: fields.level, side: fields.side },
          }),
        );
      case "kind":
        return write((one) => {
          commands.setKind(one, command.place);
          focus(key);
        });
      case "shift":
        return write((one) => {
          commands.shift(one, command.by);
          focus(key);
        });
      case "lift":
        return write((one) => {
          commands.lift(one, command.by);
          focus(key);
        });
      case "escape":
        if (state.held !== undefined) dispatch({ kind: "held", insight: undefined });
        else if (state.opened) dispatch({ kind: "closed" });
        return;
    }
  };
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const target = event.target as Element;
    const place =
      target.closest("[data-key]") ?? target.closest("[data-card], [data-gap]")?.querySelector("[data-key]");
    const key = place?.getAttribute("data-key");
    if (key === null || key === undefined) return;
    const what = openedAt(key);
    if (!what) return;
    // The first click opens a card, the next one on its words rewords it.
    const again = state.opened?.id === what.id && target.closest(".so-statement") !== null;
    if (again && writable && what.kind === "insight" && event.detail > 0) {
      dispatch({ kind: "editing", key });
      return;
    }
    choose(key);
    // A click that no pointer made is the keyboard's Enter.
    dispatch({ kind: "opened", what, by: event.detail === 0 ? "keyboard" : "pointer" });
  };
  return { onKeyDown, onClick };
}
