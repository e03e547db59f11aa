import type { Format } from "@sweetspot/widget-kit";
import { type Holder, holdingOf } from "@sweetspot/white-space-plan";
import { toMoneyText } from "./money-lens.ts";
import type { CellText } from "./use-cell-text.ts";
import type { Text } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

/** What the lens in use says of some cells, for whatever leaves the page. */
export interface LensWords {
  readonly word: string;
  readonly under: string;
  /** Of a whole row. */
  readonly total: string;
  readonly holder: Holder | undefined;
}

/** Undefined where levels are looked at: their words are the engine's own. */
export function toLensWords(
  { model, money, state }: Pick<Workspace, "model" | "money" | "state">,
  { areas, offerings }: { readonly areas: readonly string[]; readonly offerings: readonly string[] },
  { text, t, format }: { readonly text: CellText; readonly t: Text; readonly format: Format },
): LensWords | undefined {
  switch (state.lens) {
    case "level":
      return undefined;
    case "possession": {
      const held = holdingOf(model, areas, offerings);
      const several = areas.length * offerings.length > 1;
      return {
        word: held.holder === undefined ? "" : text.holder(held.holder),
        under: several ? text.holders(held.counts) : (held.name ?? ""),
        total: text.holders(held.counts),
        holder: held.holder,
      };
    }
    case "money": {
      const amounts = money.sum(areas, offerings);
      const said = toMoneyText(amounts, { format, t, currency: model.currency ?? format.currency });
      const won = said.share === undefined ? said.won : `${said.won} · ${String(said.share)}%`;
      const under = [said.open, said.potential].filter(Boolean).join(" ");
      return { word: won, under, total: [won, under].filter(Boolean).join(" "), holder: undefined };
    }
  }
}
