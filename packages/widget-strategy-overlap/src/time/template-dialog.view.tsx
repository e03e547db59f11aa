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
} from "@sweetspot/widget-kit";
import { type FormEvent, type ReactNode, useState } from "react";
import { templateLevels } from "../library/own-strategy.model.ts";
import type { LevelRecord } from "../workspace/board-reading.model.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import {
  addTemplateLevel,
  beginTemplate,
  FEWEST_LEVELS,
  type LevelKind,
  MOST_LEVELS,
  orderTemplate,
  removeTemplateLevel,
  renameTemplateLevel,
  setTemplateKind,
  standingOn,
} from "./template-edits.model.ts";

export interface TemplateDialogProps {
  readonly workspace: Workspace;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The levels every new board begins with; an admin sets them, boards that are there keep theirs. */
export function TemplateDialog({ open, ...props }: TemplateDialogProps): ReactNode {
  return open ? <Template {...props} /> : null;
}

function Template({ workspace, onOpenChange }: Omit<TemplateDialogProps, "open">): ReactNode {
  const { library, libraryWritable, edit } = workspace;
  const t = useText();
  const levels = templateLevels(library);
  const begin = (): boolean =>
    edit(
      beginTemplate(
        { company: t("level.kind.company"), unit: t("level.kind.unit"), person: t("level.kind.person") },
        newRecordId,
      ),
    );
  return (
    <Dialog open onOpenChange={onOpenChange} title={t("time.template-title")}>
      <p className="ss-dialog-text">
        {libraryWritable ? t("time.template-text") : t("time.template-read-only")}
      </p>
      {levels.length === 0 ? (
        <div className="so-panel-nothing">
          <p>{t("time.template-none")}</p>
          {libraryWritable ? (
            <Button tone="primary" onClick={begin}>
              {t("time.template-begin")}
            </Button>
          ) : null}
        </div>
      ) : null}
      {libraryWritable ? (
        <SortableList
          label={t("time.template-title")}
          items={levels.map((level) => ({ id: level.id as string, label: level.fields.name, level }))}
          onReorder={(ids) => edit(orderTemplate(levels, ids))}
        >
          {({ level }) => <LevelEditor workspace={workspace} levels={levels} level={level} />}
        </SortableList>
      ) : (
        <ol className="so-past-template">
          {levels.map(({ id, fields }) => (
            <li key={id} dir="auto">
              {fields.name} <span className="ss-meta">{t(`level.kind.${fields.kind}`)}</span>
            </li>
          ))}
        </ol>
      )}
      {libraryWritable && levels.length > 0 ? <NewLevel workspace={workspace} levels={levels} /> : null}
    </Dialog>
  );
}

interface EditorProps {
  readonly workspace: Workspace;
  readonly levels: readonly LevelRecord[];
  readonly level: LevelRecord;
}

function LevelEditor({ workspace: { library, edit }, levels, level }: EditorProps): ReactNode {
  const t = useText();
  const [removing, setRemoving] = useState(false);
  const place = levels.indexOf(level);
  const heir = levels[place === 0 ? 1 : place - 1];
  const { name, kind } = level.fields;
  return (
    <div className="so-past-template-level">
      <TextInput
        label={t("time.level-name")}
        hideLabel
        value={name}
        onCommit={(next) => edit(renameTemplateLevel(level, next))}
        maxLength={strategyLevel.fields.name.max}
      />
      <Select<LevelKind>
        label={t("time.level-kind")}
        hideLabel
        value={kind}
        options={useKinds()}
        onChange={(next) => edit(setTemplateKind(level, next))}
      />
      {heir && levels.length > FEWEST_LEVELS ? (
        <IconButton
          icon="trash"
          size="small"
          label={t("time.level-remove", { name })}
          onClick={() => setRemoving(true)}
        />
      ) : null}
      {heir ? (
        <ConfirmDialog
          open={removing}
          onOpenChange={setRemoving}
          title={t("time.level-remove-title", { name })}
          text={t("time.level-remove-text", {
            count: standingOn(level.id, library).length,
            heir: heir.fields.name,
          })}
          confirm={t("time.level-remove-confirm")}
          tone="danger"
          onConfirm={() => edit(removeTemplateLevel(levels, level, heir.id, library))}
        />
      ) : null}
    </div>
  );
}

const useKinds = (): { readonly value: LevelKind; readonly label: string }[] => {
  const t = useText();
  return LEVEL_KINDS.map((value) => ({ value, label: t(`level.kind.${value}`) }));
};

function NewLevel({ workspace: { edit }, levels }: Omit<EditorProps, "level">): ReactNode {
  const t = useText();
  const kinds = useKinds();
  const [name, setName] = useState("");
  const [kind, setKind] = useState<LevelKind>("unit");
  if (levels.length >= MOST_LEVELS) return <p className="ss-meta">{t("time.template-full")}</p>;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (edit(addTemplateLevel(levels, name, kind, newRecordId))) setName("");
  };
  return (
    <form className="so-past-template-new" onSubmit={submit}>
      <TextInput
        label={t("time.level-new")}
        value={name}
        onType={setName}
        onCommit={setName}
        maxLength={strategyLevel.fields.name.max}
      />
      <Select<LevelKind> label={t("time.level-kind")} value={kind} options={kinds} onChange={setKind} />
      <Button type="submit" disabled={name.trim() === ""}>
        {t("time.level-add")}
      </Button>
    </form>
  );
}
