import { Button, useFormat } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { changeAssessment } from "../../edits/cell-edits.model.ts";
import { useText } from "../use-text.ts";
import { useOpenedCell } from "./cell-context.ts";

/** Sister areas listed before "show all". */
const FIRST = 8;

/** Why this cell is worth an offer: the sisters that buy, point by point. */
export function SuggestionSection(): ReactNode {
  const { workspace, text, cell, ref } = useOpenedCell();
  const { model, dispatch, edit, plan, writable } = workspace;
  const t = useText();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const { suggestion, suggestionState } = cell;
  const evidence = model.grid.evidenceOf(cell.area.id, cell.offering.id);
  const sisters = suggestion?.sisters ?? model.grid.sistersOf(cell.area.id, cell.offering.id);
  if (!suggestion && sisters.length === 0) return null;
  const alsoBuys = model.grid.alsoBuys(cell.area.id, cell.offering.id);
  const names = alsoBuys.map((id) => model.offerings.byId.get(id)).filter((node) => node !== undefined);
  const counted = sisters.filter((sister) => !sister.blocked);
  const at = { area: cell.area.id, offering: cell.offering.id };
  const lead = suggestion
    ? t(suggestion.kind === "new" ? "suggestion.new" : "suggestion.strengthen", { count: counted.length })
    : cell.level === "strong" || cell.level === "present"
      ? t("suggestion.sisters")
      : t("suggestion.too-little", {
          evidence: format.number(evidence),
          threshold: format.number(plan.rules.threshold),
        });
  return (
    <section
      className="ws-section"
      data-tone={suggestion && suggestionState !== "declined" ? "suggestion" : undefined}
    >
      <h4 className="ws-section-title">
        {suggestion ? <span className="ws-mark">{text.mark(suggestion)}</span> : null}
        {lead}
      </h4>
      <table className="ws-evidence">
        <caption className="ss-hidden">{t("suggestion.evidence")}</caption>
        <thead className="ss-hidden">
          <tr>
            <th scope="col">{t("suggestion.area")}</th>
            <th scope="col">{t("panel.level")}</th>
            <th scope="col">{t("suggestion.points")}</th>
          </tr>
        </thead>
        <tbody>
          {sisters.slice(0, all ? sisters.length : FIRST).map((sister) => {
            const area = model.areas.byId.get(sister.area);
            return (
              <tr key={sister.area} data-blocked={sister.blocked || undefined}>
                <th scope="row">{area ? text.name(area) : sister.area}</th>
                <td>
                  <span className="ws-bars" data-level={sister.level} aria-hidden="true" />{" "}
                  {sister.blocked ? t("suggestion.barrier") : t(`level.${sister.level}`)}
                </td>
                <td className="ws-points">{sister.blocked ? "" : format.number(sister.evidence)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {sisters.length > FIRST && !all ? (
        <Button size="small" tone="quiet" onClick={() => setAll(true)}>
          {t("lists.all", { count: sisters.length })}
        </Button>
      ) : null}
      {suggestion && names.length > 0 ? (
        <p className="ws-also">
          {t("suggestion.also-buys", {
            area: text.name(cell.area),
            offerings: names.slice(0, 3).map(text.name).join(", "),
            more: Math.max(0, names.length - 3),
          })}
        </p>
      ) : null}
      {suggestion && suggestionState === "declined" ? (
        <p className="ws-actions">
          {t("suggestion.declined")}
          <Button
            size="small"
            disabled={!writable}
            onClick={() => edit(changeAssessment(plan.cells, ref, { makesSense: null }))}
          >
            {t("suggestion.reconsider")}
          </Button>
        </p>
      ) : null}
      {suggestion && suggestionState === "open" && writable ? (
        <p className="ws-actions">
          <Button size="small" onClick={() => dispatch({ kind: "opened", cell: at, intent: "plan" })}>
            {t("suggestion.plan")}
          </Button>
          <Button
            size="small"
            tone="quiet"
            onClick={() => {
              edit(changeAssessment(plan.cells, ref, { makesSense: "no" }));
              dispatch({ kind: "opened", cell: at, intent: "decline" });
            }}
          >
            {t("suggestion.decline")}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
