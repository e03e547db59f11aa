import type { Format } from "@sweetspot/widget-kit";
import type { PlanLabels } from "@sweetspot/plan-model";
import { createContext, use } from "react";
import type { CurrentCard } from "./current-card.ts";
import type { InsightRecord } from "../workspace/board-reading.model.ts";
import type { BoardEvent } from "../workspace/board-state.ts";
import type { Text } from "../workspace/use-text.ts";

/** What every card needs and none of them changes: words, and the ways to act. The same object while the board is edited. */
export interface BoardTools {
  readonly t: Text;
  readonly format: Format;
  readonly labels: PlanLabels;
  readonly writable: boolean;
  /** The card with the tab stop. */
  readonly current: CurrentCard;
  readonly dispatch: (event: BoardEvent) => void;
  /** Hands the words over that were written in place; `next` goes on to the card below. */
  readonly reword: (key: string, insight: InsightRecord, text: string, next: boolean) => void;
  /** Puts the keyboard on a card. */
  readonly focus: (key: string) => void;
}

export const BoardContext = createContext<BoardTools | undefined>(undefined);

export function useBoardTools(): BoardTools {
  const tools = use(BoardContext);
  if (!tools) throw new Error("A card stands outside the board: render it inside BoardView.");
  return tools;
}
