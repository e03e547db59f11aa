import type { RecordId } from "@sweetspot/contract";
import { insight, INSIGHT_KINDS, ownInsight } from "@sweetspot/plan-model";
import type { Kind } from "@sweetspot/strategy-overlap";
import {
  Button,
  Checkbox,
  Chip,
  Icon,
  newRecordId,
  Select,
  TextArea,
  usePlanLabels,
} from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { addOwnInsight } from "./library-edits.model.ts";
import { levelFor, type OwnLevel, type OwnStatement } from "./own-strategy.model.ts";
import { OwnEditor } from "./own-editor.view.tsx";

/** Rows shown before somebody asks for more. */
const PAGE = 40;

interface Props {
  readonly workspace: Workspace;
  readonly level: OwnLevel;
  readonly editing: boolean;
  readonly canCopy: boolean;
  readonly chosen: ReadonlySet<RecordId>;
  readonly onChoose: (ids: readonly RecordId[], on: boolean) => void;
  /** Where on the board its statements go, if the user said so. */
  readonly target: RecordId | undefined;
  readonly onTarget: (level: RecordId) => void;
}

/** What we say of ourselves on one level. */
export function LibraryLevel(props: Props): ReactNode {
  const { workspace, level, editing, canCopy, chosen, onChoose, target, onTarget } = props;
  const t = useText();
  const [shown, setShown] = useState(PAGE);
  const { levels } = workspace.reading.board;
  const { name } = level.level.fields;
  const isChosen = level.statements.some(({ record }) => chosen.has(record.id));
  const fresh = level.statements.filter(({ copies }) => copies.length === 0).map(({ record }) => record.id);
  const offered = level.statements.slice(0, shown);
  return (
    <section className="so-own-level">
      <h3 className="so-panel-level" dir="auto">
        {name}
        {canCopy && !editing && fresh.length > 1 ? (
          <Button
            size="small"
            tone="quiet"
            onClick={() => onChoose(fresh, !fresh.every((id) => chosen.has(id)))}
          >
            {fresh.every((id) => chosen.has(id))
              ? t("library.choose-none", { name })
              : t("library.choose-all", { name })}
          </Button>
        ) : null}
      </h3>
      <ul className="so-panel-list">
        {offered.map((statement) => (
          <li key={statement.record.id}>
            {editing ? (
              <OwnEditor workspace={workspace} own={statement} />
            ) : (
              <Statement
                statement={statement}
                canCopy={canCopy}
                chosen={chosen.has(statement.record.id)}
                onChoose={(on) => onChoose([statement.record.id], on)}
              />
            )}
          </li>
        ))}
      </ul>
      {level.statements.length > shown ? (
        <Button size="small" tone="quiet" onClick={() => setShown(shown + PAGE)}>
          {t("library.more", { count: Math.min(PAGE, level.statements.length - shown) })}
        </Button>
      ) : null}
      {isChosen && levels.length > 1 && !editing ? (
        <Select<RecordId>
          label={t("library.target", { name })}
          value={target ?? levelFor(level.level, levels)}
          options={levels.map(({ id, fields }) => ({ value: id, label: fields.name }))}
          onChange={onTarget}
        />
      ) : null}
      {editing ? <NewStatement workspace={workspace} level={level} /> : null}
    </section>
  );
}

interface StatementProps {
  readonly statement: OwnStatement;
  readonly canCopy: boolean;
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
}

function Statement({ statement, canCopy, chosen, onChoose }: StatementProps): ReactNode {
  const t = useText();
  const labels = usePlanLabels();
  const { record, copies } = statement;
  const { kind, internal } = record.fields;
  const words = (
    <>
      <span dir="auto">{record.fields.statement}</span>{" "}
      <span className="so-own-marks">
        <span className="ss-meta so-own-kind">
          <Icon name={kind} size="small" />
          {labels.choice(insight, "kind", kind)}
        </span>
        {copies.length > 0 ? (
          <Chip tone="good" icon="check">
            {t("library.on-board")}
          </Chip>
        ) : null}
        {internal === true ? <Chip icon="lock">{t("library.internal")}</Chip> : null}
      </span>
    </>
  );
  return canCopy ? (
    <Checkbox label={words} checked={chosen} onChange={onChoose} />
  ) : (
    <p className="so-own-read">{words}</p>
  );
}

/** A further statement; leaving the field keeps it. */
function NewStatement({
  workspace: { edit },
  level,
}: {
  readonly workspace: Workspace;
  readonly level: OwnLevel;
}): ReactNode {
  const t = useText();
  const labels = usePlanLabels();
  const [kind, setKind] = useState<Kind>("strategy");
  return (
    <div className="so-own-new">
      <Select<Kind>
        label={t("library.kind")}
        value={kind}
        options={INSIGHT_KINDS.map((value) => ({ value, label: labels.choice(insight, "kind", value) }))}
        onChange={setKind}
      />
      <TextArea
        label={t("library.add", { name: level.level.fields.name })}
        rows={1}
        value=""
        onCommit={(text) => edit(addOwnInsight(level, kind, text, newRecordId))}
        maxLength={ownInsight.fields.statement.max}
      />
    </div>
  );
}
