import { Button, Chip, Face, SegmentedControl, TextInput, useCrm, useFormat } from "@sweetspot/widget-kit";
import { cell as cellEntity } from "@sweetspot/plan-model";
import { LEVEL_ORDER, type Level } from "@sweetspot/white-space";
import { handLevelOf } from "@sweetspot/white-space-plan";
import { type ReactNode, useState } from "react";
import { handBackLevels, putCell, setLevel } from "../../edits/cell-edits.model.ts";
import { planEdit } from "../../edits/edit.ts";
import { useText } from "../use-text.ts";
import { useOpenedCell } from "./cell-context.ts";
import { WhySection } from "./why-section.view.tsx";

/** The level, whose word it is, and the way back to the CRM's data. */
export function LevelSection(): ReactNode {
  const { workspace, cell, ref } = useOpenedCell();
  const { plan, state, edit, author, writable } = workspace;
  const t = useText();
  const format = useFormat();
  const { teamMembers } = useCrm();
  const [asking, setAsking] = useState(state.intent === "not-possible");
  const [reason, setReason] = useState("");
  const hand = handLevelOf(cell.record);
  const by = teamMembers.find((member) => member.id === hand?.by)?.name;
  const choose = (level: Level): void => {
    if (level === "not-possible") {
      setAsking(true);
      return;
    }
    setAsking(false);
    if (level !== hand?.level) edit(setLevel(plan.cells, [ref], level, author()));
  };
  const setNotPossible = (text: string): void => {
    if (text.trim() === "") return;
    edit(setLevel(plan.cells, [ref], "not-possible", author(), text));
    setAsking(false);
    setReason("");
  };
  return (
    <section className="ws-section">
      <h4 className="ws-section-title">
        {t("panel.level")}
        {hand ? <Chip icon="pencil">{t("panel.by-hand")}</Chip> : <Chip>{t("panel.from-crm")}</Chip>}
      </h4>
      <SegmentedControl<Level>
        label={t("panel.level")}
        size="small"
        value={asking ? "not-possible" : cell.level}
        options={LEVEL_ORDER.map((level) => ({ value: level, label: t(`level.short.${level}`) }))}
        onChange={choose}
        disabled={!writable}
      />
      {asking ? (
        <form
          className="ws-ask"
          data-focus="not-possible"
          onSubmit={(event) => {
            event.preventDefault();
            keepFocus(event.currentTarget);
            setNotPossible(reason);
          }}
        >
          <TextInput
            label={t("panel.why-not-possible")}
            hint={t("panel.why-not-possible-hint")}
            value={reason}
            onType={setReason}
            onCommit={setReason}
            maxLength={cellEntity.fields.levelReason.max}
          />
          <p className="ws-actions">
            <Button size="small" tone="primary" type="submit" disabled={reason.trim() === ""}>
              {t("panel.set-not-possible")}
            </Button>
            <Button
              size="small"
              tone="quiet"
              onClick={(event) => {
                keepFocus(event.currentTarget);
                setAsking(false);
              }}
            >
              {t("panel.cancel")}
            </Button>
          </p>
        </form>
      ) : null}
      {hand ? (
        <>
          <p className="ws-by">
            {by === undefined ? null : <Face name={by} side="provider" />}
            <span>
              {hand.at === undefined
                ? (by ?? "")
                : t("panel.set-by", { name: by ?? t("panel.someone"), when: format.dateTime(hand.at) })}
            </span>
            {writable ? (
              <Button size="small" tone="quiet" onClick={() => edit(handBackLevels(plan.cells, [ref]))}>
                {t("panel.hand-back")}
              </Button>
            ) : null}
          </p>
          {asking ? null : (
            <TextInput
              label={t(hand.level === "not-possible" ? "panel.why-not-possible" : "panel.why-by-hand")}
              value={hand.reason ?? ""}
              onCommit={(text) => {
                if (text.trim() === "" && hand.level === "not-possible") return;
                edit(
                  planEdit("level-reason-given", [
                    putCell(plan.cells, ref, { levelReason: text.trim() || null }),
                  ]),
                );
              }}
              maxLength={cellEntity.fields.levelReason.max}
              disabled={!writable}
            />
          )}
        </>
      ) : null}
      <WhySection />
    </section>
  );
}

/** What has the focus is about to go; the keyboard stays in the panel, where Escape leads back to the cell. */
const keepFocus = (going: HTMLElement): void => going.closest<HTMLElement>("[role=dialog]")?.focus();
