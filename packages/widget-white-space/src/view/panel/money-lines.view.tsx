import { Button, useFormat } from "@sweetspot/widget-kit";
import type { CSSProperties, ReactNode } from "react";
import { changeAssessment } from "../../edits/cell-edits.model.ts";
import { marketShareOf } from "../../model/money.model.ts";
import { useText } from "../use-text.ts";
import { useMoneyText } from "../use-money-text.ts";
import { useOpenedCell } from "./cell-context.ts";

/** Where a potential is from; an estimate can be taken over, and is marked as one from then on, too. */
export function PotentialBasis(): ReactNode {
  const { workspace, cell, ref } = useOpenedCell();
  const { money, plan, edit, writable } = workspace;
  const t = useText();
  const format = useFormat();
  const potential = money.potential(cell);
  if (!potential?.estimated) return null;
  const { basis, once } = potential;
  const entered = cell.record?.fields.potential !== undefined;
  const words = [
    `≈ ${format.money(potential.money)}`,
    t(`basis.${basis}`),
    ...(once ? [t("basis.once")] : []),
  ];
  return (
    <p className="ws-field-wide ws-actions ws-estimate">
      {words.join(" · ")}
      {entered || !writable ? null : (
        <Button
          size="small"
          onClick={() =>
            edit(
              changeAssessment(plan.cells, ref, { potential: { ...potential.money }, potentialBasis: basis }),
            )
          }
        >
          {t("basis.take")}
        </Button>
      )}
    </p>
  );
}

/** How much of what the area spends on such things is ours, and what the sums are made of. */
export function MarketShare(): ReactNode {
  const { workspace, cell } = useOpenedCell();
  const t = useText();
  const format = useFormat();
  const amounts = workspace.money.sum([cell.area.id], [cell.offering.id]);
  const text = useMoneyText(workspace.model.currency)(amounts);
  const share = marketShareOf(amounts);
  const told = share !== undefined || amounts.conversions.length > 0 || amounts.missing.length > 0;
  if (!told || !text) return null;
  return (
    <div className="ws-field-wide">
      {share === undefined ? null : (
        <p
          className="ws-market"
          style={{ "--share": `${String(Math.min(100, share * 100))}%` } as CSSProperties}
        >
          {t("money.share-of", { share: format.percent(share) })}
        </p>
      )}
      {amounts.conversions.length + amounts.missing.length > 0 ? (
        <p className="ss-meta ws-lines">{text.title}</p>
      ) : null}
    </div>
  );
}
