import { LEVEL_KINDS, strategyLevel } from "@sweetspot/plan-model";
import {
  Button,
  ConfirmDialog,
  Dialog,
  IconButton,
  newRecordId,
  Select,
  SortableList,
  TextInput,
  usePlanLabels,
} from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import type { RecordId } from "@sweetspot/contract";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import {
  addLevel,
  dropLevel,
  FEWEST_LEVELS,
  MOST_LEVELS,
  orderLevels,
  renameLevel,
  setLevelKind,
} from "./level-edits.model.ts";

interface LevelsDialogProps {
  readonly workspace: Workspace;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Levels by name, kind and order: from the top, as the customer sees himself. */
export function LevelsDialog({ workspace, open, onClose }: LevelsDialogProps): ReactNode {
  const { reading, edit } = workspace;
  const { board, records } = reading;
  const t = useText();
  const labels = usePlanLabels();
  const [going, setGoing] = useState<RecordId | undefined>(undefined);
  const kinds = LEVEL_KINDS.map((value) => ({ value, label: labels.choice(strategyLevel, "kind", value) }));
  const items = board.levels.map(({ id, fields }) => ({ id, label: fields.name }));
  const leaving = going === undefined ? undefined : board.level(going);
  const counts = leaving && board.countsOf(leaving.id);
  const drop = (id: RecordId): void => void edit(dropLevel(records, board, id));
  const ask = (id: RecordId): void => {
    const { customer, provider, gaps } = board.countsOf(id);
    if (customer + provider + gaps === 0) drop(id);
    else setGoing(id);
  };
  return (
    <>
      <Dialog
        open={open}
        onOpenChange={(next) => {
          if (!next) onClose();
        }}
        title={t("levels.title")}
        footer={
          <Button tone="primary" onClick={onClose}>
            {t("levels.done")}
          </Button>
        }
      >
        <p className="ss-dialog-text">{t("levels.text")}</p>
        <SortableList label={t("levels.title")} items={items} onReorder={(ids) => edit(orderLevels(ids))}>
          {({ id }) => {
            const level = board.level(id);
            if (!level) return null;
            return (
              <div className="so-level-row">
                <TextInput
                  label={t("levels.name")}
                  hideLabel
                  value={level.fields.name}
                  maxLength={strategyLevel.fields.name.max}
                  onCommit={(name) => edit(renameLevel(board, level.id, name))}
                />
                <Select
                  label={t("levels.kind", { level: level.fields.name })}
                  hideLabel
                  value={level.fields.kind}
                  options={kinds}
                  onChange={(kind) => edit(setLevelKind(level.id, kind))}
                />
                <IconButton
                  icon="trash"
                  label={t("levels.remove", { level: level.fields.name })}
                  disabled={board.levels.length <= FEWEST_LEVELS}
                  onClick={() => ask(level.id)}
                />
              </div>
            );
          }}
        </SortableList>
        <Button
          icon="plus"
          disabled={board.levels.length >= MOST_LEVELS}
          onClick={() => edit(addLevel(board, { name: t("levels.new"), kind: "unit" }, newRecordId))}
        >
          {t("levels.add")}
        </Button>
        {board.levels.length >= MOST_LEVELS ? <p className="ss-meta">{t("levels.full")}</p> : null}
      </Dialog>
      <ConfirmDialog
        open={leaving !== undefined}
        onOpenChange={(next) => {
          if (!next) setGoing(undefined);
        }}
        title={t("levels.remove-title", { level: leaving?.fields.name ?? "" })}
        text={t("levels.remove-text", {
          insights: (counts?.customer ?? 0) + (counts?.provider ?? 0),
          spots: counts?.spots ?? 0,
        })}
        confirm={t("levels.remove-confirm")}
        tone="danger"
        onConfirm={() => {
          if (leaving) drop(leaving.id);
        }}
      />
    </>
  );
}
