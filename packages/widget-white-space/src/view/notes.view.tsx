import { Icon, useCrm, useFormat } from "@sweetspot/widget-kit";
import { hiddenFieldsOf } from "@sweetspot/white-space-plan";
import { type ReactNode, useMemo } from "react";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

/** What the data cannot tell, said before anybody wonders: old data, no line items, hidden fields, records left over. */
export function Notes({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { model, facts, plan, state } = workspace;
  const { derived } = model;
  const crm = useCrm();
  const t = useText();
  const format = useFormat();
  const hidden = useMemo(
    () =>
      hiddenFieldsOf({ account: crm.account, family: crm.family, opportunities: crm.opportunities }, plan),
    [crm.account, crm.family, crm.opportunities, plan],
  );
  const loose = derived.unmatched.records.length;
  const {
    "deal-names": byName,
    "opportunity-product": byProduct,
    "line-items": byLine,
  } = derived.basisCounts;
  const notes: string[] = [];
  if (!crm.complete && crm.status === "ready") notes.push(t("notes.loading"));
  if (derived.nowFromData) notes.push(t("notes.as-of", { date: format.date(derived.now) }));
  if (byName > 0) notes.push(t("notes.deal-names", { count: byName, all: byName + byProduct + byLine }));
  else if (byProduct > 0 && byLine === 0) notes.push(t("notes.one-product"));
  if (hidden.length > 0)
    notes.push(t("notes.hidden", { fields: hidden.map((field) => t(`notes.field.${field}`)).join(", ") }));
  if (facts.otherCurrencies > 0 && facts.currency !== undefined)
    notes.push(t("notes.currencies", { count: facts.otherCurrencies, currency: facts.currency }));
  const missing =
    state.lens === "money"
      ? workspace.money.sum(
          model.areas.leaves.map((leaf) => leaf.id),
          model.offerings.leaves.map((leaf) => leaf.id),
        ).missing
      : [];
  if (missing.length > 0) notes.push(`* ${t("money.missing", { currencies: missing.join(", ") })}`);
  if (plan.rulesChanged) notes.push(t("notes.own-rules"));
  if (notes.length === 0 && loose === 0) return null;
  return (
    <ul className="ws-notes">
      {notes.map((note) => (
        <li key={note}>
          <Icon name="info" size="small" />
          {note}
        </li>
      ))}
      {loose > 0 ? (
        <li>
          <Icon name="question" size="small" />
          <span>
            {t("notes.unmatched", { count: loose })}{" "}
            <button
              type="button"
              className="ss-link"
              onClick={() => workspace.dispatch({ kind: "dialog-opened", dialog: "unmatched" })}
            >
              {t("unmatched.open")}
            </button>
          </span>
        </li>
      ) : null}
    </ul>
  );
}
