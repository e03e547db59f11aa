import { type CSSProperties, memo, type ReactNode } from "react";
import type { Holding } from "@sweetspot/white-space-plan";
import type { CellText } from "./use-cell-text.ts";
import type { MoneyText } from "./money-lens.ts";
import { useText } from "./use-text.ts";

interface FrameCellProps {
  /** Column of the grid; 0 holds the names. */
  readonly column: number;
  readonly active: boolean;
  readonly label: string;
}

interface CoverageCellProps extends FrameCellProps {
  readonly covered: number;
  readonly possible: number;
  /** Is it the column at the end, which stays in sight? */
  readonly atEnd?: boolean;
  /** Stands instead of the counts where the money lens is on. */
  readonly money?: MoneyText | undefined;
  /** In whose hands the cells are, where that is looked at. */
  readonly held?: Holding | undefined;
  readonly text?: CellText | undefined;
}

/** How much of what is possible is bought, as a bar and in words. */
export const CoverageCell = memo(function CoverageCell(props: CoverageCellProps): ReactNode {
  const { column, active, label, covered, possible, money, atEnd, held, text } = props;
  const t = useText();
  const lensed = held?.counts;
  const all = lensed ? lensed.ours + lensed.competitor + lensed.partner + lensed.open : possible;
  const percent = (count: number): number => (all === 0 ? 0 : Math.round((count / all) * 100));
  const share = money ? (money.share ?? 0) : percent(lensed ? lensed.ours : covered);
  const others = share + percent(lensed ? lensed.competitor + lensed.partner : 0);
  const moneyWords = money && `${money.won}${money.share === undefined ? "" : ` · ${String(money.share)}%`}`;
  const words =
    moneyWords ??
    (lensed ? t("grid.of", { covered: lensed.ours, possible: all }) : t("grid.of", { covered, possible }));
  return (
    <td
      className="ws-cover"
      data-end={atEnd || undefined}
      tabIndex={active ? 0 : -1}
      aria-colindex={column + 1}
      aria-label={[
        lensed ? `${label}: ${words}` : t("grid.coverage-label", { name: label, covered, possible }),
        ...(money ? [words, money.title.replaceAll("\n", ", ")] : []),
        ...(held && text ? [text.held(held)] : []),
      ]
        .filter(Boolean)
        .join(", ")}
      data-column={column}
      data-plus={money?.potential || (lensed && text?.holders({ ...lensed, ours: 0 })) || undefined}
      data-open={money?.open || undefined}
      title={money?.title}
      data-lens={money ? "money" : lensed && "possession"}
      data-market={money?.share === undefined ? undefined : true}
      data-estimated={money?.estimated || undefined}
      style={{ "--share": `${String(share)}%`, "--others": `${String(others)}%` } as CSSProperties}
    >
      {words}
    </td>
  );
});

/** Records that belong to no area or to no offering: shown, so that nobody takes them for missing. */
export const UnmatchedCell = memo(function UnmatchedCell(
  props: FrameCellProps & { readonly count: number },
): ReactNode {
  const { column, active, label, count } = props;
  const t = useText();
  return (
    <td
      className="ws-loose"
      tabIndex={active ? 0 : -1}
      aria-colindex={column + 1}
      aria-label={t("grid.unmatched-label", { name: label, count })}
      data-column={column}
      data-count={count > 0 ? count : undefined}
    >
      {count > 0 ? t("grid.records", { count }) : ""}
    </td>
  );
});
