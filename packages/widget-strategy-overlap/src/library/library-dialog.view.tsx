import type { RecordId } from "@sweetspot/contract";
import { INSIGHT_KINDS } from "@sweetspot/plan-model";
import type { Kind } from "@sweetspot/strategy-overlap";
import {
  Button,
  Checkbox,
  Dialog,
  newRecordId,
  SearchInput,
  SegmentedControl,
  usePlanLabels,
  useToast,
} from "@sweetspot/widget-kit";
import { insight } from "@sweetspot/plan-model";
import { type ReactNode, useMemo, useState } from "react";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { ChangedCopies } from "./changed-copies.view.tsx";
import { copyToBoard } from "./library-edits.model.ts";
import { LibraryLevel } from "./library-level.view.tsx";
import { readOwnStrategy, templateLevels } from "./own-strategy.model.ts";

export interface LibraryDialogProps {
  readonly workspace: Workspace;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Opens the template of levels; offered where there is none yet. */
  readonly onTemplate?: () => void;
}

/** Our own strategy, the same for all customers: to copy onto this board, and, for admins, to keep. */
export function LibraryDialog({ open, ...props }: LibraryDialogProps): ReactNode {
  return open ? <Library {...props} /> : null;
}

function Library({ workspace, onOpenChange, onTemplate }: Omit<LibraryDialogProps, "open">): ReactNode {
  const { reading, library, writable, libraryWritable, edit } = workspace;
  const t = useText();
  const labels = usePlanLabels();
  const toast = useToast();
  const [search, setSearch] = useState("");
  const [kind, setKind] = useState<Kind | "all">("all");
  const [retired, setRetired] = useState(false);
  const [editing, setEditing] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<RecordId>>(new Set());
  const [targets, setTargets] = useState<ReadonlyMap<RecordId, RecordId>>(new Map());
  const strategy = useMemo(
    () => readOwnStrategy(library, reading, { search, retired, kind: kind === "all" ? undefined : kind }),
    [library, reading, search, retired, kind],
  );
  const count = strategy.reduce((sum, { statements }) => sum + statements.length, 0);
  const hasLevels = templateLevels(library).length > 0;
  const isFiltered = search !== "" || kind !== "all";
  const canCopy = writable && reading.board.levels.length > 0;
  const copy = (): void => {
    const whole = readOwnStrategy(library, reading);
    const made = copyToBoard(chosen, whole, reading.board.levels, targets, newRecordId);
    if (!edit(made)) return;
    toast({ text: t("library.copied", { count: chosen.size }), undo: true });
    setChosen(new Set());
    onOpenChange(false);
  };
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      size="large"
      title={t("library.title")}
      footer={
        canCopy && !editing && hasLevels ? (
          <Button tone="primary" disabled={chosen.size === 0} onClick={copy}>
            {t("library.copy", { count: chosen.size })}
          </Button>
        ) : undefined
      }
    >
      <p className="ss-dialog-text">{t("library.text")}</p>
      <ChangedCopies workspace={workspace} />
      {hasLevels ? (
        <div className="so-panel-filters">
          <SearchInput
            label={t("library.search")}
            value={search}
            onChange={setSearch}
            found={search === "" ? undefined : t("library.found", { count })}
          />
          <SegmentedControl<Kind | "all">
            label={t("library.kind")}
            size="small"
            value={kind}
            options={[
              { value: "all", label: t("library.all") },
              ...INSIGHT_KINDS.map((value) => ({
                value,
                label: labels.choice(insight, "kind", value),
                icon: value,
              })),
            ]}
            onChange={setKind}
          />
          {libraryWritable ? (
            <>
              <Checkbox label={t("library.edit")} checked={editing} onChange={setEditing} />
              {editing ? (
                <Checkbox label={t("library.with-retired")} checked={retired} onChange={setRetired} />
              ) : null}
            </>
          ) : null}
        </div>
      ) : (
        <div className="so-panel-nothing">
          <h3>{t("library.empty-title")}</h3>
          <p>{libraryWritable ? t("library.empty-admin") : t("library.empty-rep")}</p>
          {libraryWritable && onTemplate ? (
            <Button tone="primary" onClick={onTemplate}>
              {t("library.set-levels")}
            </Button>
          ) : null}
        </div>
      )}
      {hasLevels && count === 0 && !editing ? (
        <div className="so-panel-nothing">
          <h3>{isFiltered ? t("library.none-found") : t("library.empty-title")}</h3>
          {isFiltered ? null : <p>{libraryWritable ? t("library.empty-edit") : t("library.empty-rep")}</p>}
        </div>
      ) : null}
      {strategy
        .filter(({ statements }) => statements.length > 0 || editing)
        .map((level) => (
          <LibraryLevel
            key={level.level.id}
            workspace={workspace}
            level={level}
            editing={editing}
            canCopy={canCopy}
            chosen={chosen}
            onChoose={(ids, on) =>
              setChosen(new Set(on ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))))
            }
            target={targets.get(level.level.id)}
            onTarget={(target) => setTargets(new Map([...targets, [level.level.id, target]]))}
          />
        ))}
    </Dialog>
  );
}
