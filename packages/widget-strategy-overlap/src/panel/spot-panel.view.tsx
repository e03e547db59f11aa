import type { RecordId } from "@sweetspot/contract";
import { sweetSpot } from "@sweetspot/plan-model";
import { leaveSpot, type Side, sideOf } from "@sweetspot/strategy-overlap";
import { Button, Combobox, IconButton, TextArea } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo } from "react";
import { clip } from "../board/card.view.tsx";
import { planEdit } from "../board/insight-edits.model.ts";
import type { BoardCommands } from "../board/use-board-commands.ts";
import type { SpotRecord } from "../workspace/board-reading.model.ts";
import type { Opened } from "../workspace/board-state.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { toInsightChoices } from "./insight-choices.model.ts";
import { Section } from "./section.view.tsx";

interface SpotPanelProps {
  readonly workspace: Workspace;
  readonly spot: SpotRecord;
  readonly commands: BoardCommands;
  readonly onOpen: (what: Opened) => void;
  readonly onRemove: () => void;
  /** What is told about it. */
  readonly messages: ReactNode;
}

/** All about one sweet spot: who meets whom, why they belong together, and what is told about it. */
export function SpotPanel({
  workspace,
  spot,
  commands,
  onOpen,
  onRemove,
  messages,
}: SpotPanelProps): ReactNode {
  const { edit, writable } = workspace;
  const t = useText();
  return (
    <>
      <Section title={t("panel.meets")}>
        {(["customer", "provider"] as const).map((side) => (
          <SpotSide key={side} {...{ workspace, spot, commands, onOpen, side }} />
        ))}
      </Section>
      {messages}
      <Section title={t("panel.explanation")}>
        {writable ? (
          <TextArea
            label={t("panel.explanation")}
            hideLabel
            hint={t("panel.explanation-hint")}
            value={spot.fields.explanation ?? ""}
            maxLength={sweetSpot.fields.explanation.max}
            onCommit={(text) =>
              edit(
                planEdit("spot-explained", [
                  { id: spot.id, type: sweetSpot.name, fields: { explanation: text.trim() || null } },
                ]),
              )
            }
          />
        ) : (
          <p className="so-read" dir="auto">
            {spot.fields.explanation}
          </p>
        )}
        {writable ? (
          <Button size="small" tone="danger" icon="trash" onClick={onRemove}>
            {t("panel.part")}
          </Button>
        ) : null}
      </Section>
    </>
  );
}

function SpotSide({
  workspace,
  spot,
  commands,
  onOpen,
  side,
}: Omit<SpotPanelProps, "onRemove" | "messages"> & { readonly side: Side }): ReactNode {
  const { reading, edit, writable } = workspace;
  const { board, records, insights } = reading;
  const t = useText();
  const ids = sideOf(spot, side);
  const choices = useMemo(
    () =>
      toInsightChoices(
        board,
        insights.filter(({ id, fields }) => fields.side === side && !sideOf(spot, side).includes(id)),
        spot.fields.level,
      ),
    [board, insights, side, spot],
  );
  const leave = (id: RecordId): void => void edit(leaveSpot(records, spot.id, id));
  return (
    <div className="so-way">
      <p className="so-way-title" data-side={side}>
        {t(`side.${side}`)}
      </p>
      <ul className="so-list" data-side={side}>
        {ids.map((id) => {
          const name = clip(reading.insight(id)?.fields.statement ?? "", 160);
          return (
            <li key={id}>
              <button
                type="button"
                className="ss-link"
                dir="auto"
                onClick={() => onOpen({ kind: "insight", id })}
              >
                {name}
              </button>
              {writable ? (
                <IconButton
                  icon="close"
                  size="small"
                  label={t("panel.leave", { name: clip(name, 40) })}
                  onClick={() => leave(id)}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
      {writable && choices.length > 0 ? (
        <Combobox
          label={t(`panel.join.${side}`)}
          hideLabel
          placeholder={t(`panel.join.${side}`)}
          value={undefined}
          options={choices}
          onChange={(id) => {
            if (id !== undefined) commands.join(spot.id, id);
          }}
        />
      ) : null}
    </div>
  );
}
