import type { RecordId } from "@sweetspot/contract";
import { INSIGHT_KINDS, insight, ownInsight } from "@sweetspot/plan-model";
import type { Kind } from "@sweetspot/strategy-overlap";
import {
  Button,
  Checkbox,
  Chip,
  IconButton,
  Select,
  TextArea,
  TextInput,
  usePlanLabels,
} from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { keepInternal, placeOwnInsight, retireOwnInsight, rewordOwnInsight } from "./library-edits.model.ts";
import { type OwnStatement, templateLevels } from "./own-strategy.model.ts";

interface Props {
  readonly workspace: Workspace;
  readonly own: OwnStatement;
}

/** One statement of our strategy, for those who keep it. */
export function OwnEditor({ workspace, own }: Props): ReactNode {
  const { edit } = workspace;
  const t = useText();
  const [open, setOpen] = useState(false);
  const { record, retired } = own;
  const name = record.fields.statement.slice(0, 60);
  return (
    <div className="so-own-editor" data-retired={retired || undefined}>
      <div className="so-own-row">
        <TextArea
          label={t("library.statement")}
          hideLabel
          rows={1}
          value={record.fields.statement}
          onCommit={(text) => edit(rewordOwnInsight(record, text))}
          maxLength={ownInsight.fields.statement.max}
        />
        <IconButton
          icon="settings"
          size="small"
          label={t("library.details", { name })}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        />
        {retired ? null : (
          <Button size="small" tone="quiet" onClick={() => edit(retireOwnInsight(record, true))}>
            {t("library.retire")}
            <span className="ss-hidden">{name}</span>
          </Button>
        )}
      </div>
      {retired ? (
        <p className="so-panel-acts">
          <Chip>{t("library.retired")}</Chip>
          <Button size="small" onClick={() => edit(retireOwnInsight(record, false))}>
            {t("library.restore")}
            <span className="ss-hidden">{name}</span>
          </Button>
        </p>
      ) : null}
      {open ? <Details workspace={workspace} own={own} /> : null}
    </div>
  );
}

function Details({ workspace: { library, edit }, own: { record } }: Props): ReactNode {
  const t = useText();
  const labels = usePlanLabels();
  const { kind, level, sourceLink, internal } = record.fields;
  return (
    <div className="so-panel-pair">
      <Select<Kind>
        label={t("library.kind")}
        value={kind}
        options={INSIGHT_KINDS.map((value) => ({ value, label: labels.choice(insight, "kind", value) }))}
        onChange={(next) => edit(placeOwnInsight(record, { kind: next }))}
      />
      <Select<RecordId>
        label={t("library.level")}
        value={level}
        options={templateLevels(library).map(({ id, fields }) => ({ value: id, label: fields.name }))}
        onChange={(next) => edit(placeOwnInsight(record, { level: next }))}
      />
      <TextInput
        label={t("library.source")}
        value={sourceLink ?? ""}
        onCommit={(link) => edit(placeOwnInsight(record, { sourceLink: link.trim() || null }))}
        maxLength={ownInsight.fields.sourceLink.max}
      />
      <Checkbox
        label={t("library.internal")}
        hint={t("library.internal-means")}
        checked={internal === true}
        onChange={(on) => edit(keepInternal(record, on))}
      />
    </div>
  );
}
