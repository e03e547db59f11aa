import { valueOf, type RecordId } from "@sweetspot/contract";
import { area as areaEntity } from "@sweetspot/plan-model";
import { foldText } from "@sweetspot/white-space";
import {
  Button,
  Checkbox,
  Combobox,
  ConfirmDialog,
  IconButton,
  Select,
  TextInput,
  useCrm,
} from "@sweetspot/widget-kit";
import { attributesOf, type AxisNode, withRoot } from "@sweetspot/white-space-plan";
import { type ReactNode, useMemo, useState } from "react";
import { matchArea, moveArea, removeArea, renameArea, subtreeOf } from "../../edits/area-edits.model.ts";
import { useFieldLabel } from "../use-field-label.ts";
import { useText } from "../use-text.ts";
import type { Workspace } from "../use-workspace.ts";

/** Stands for "no field" in the list. */
const NO_RULE = "no-rule:";

interface AreaEditorProps {
  readonly workspace: Workspace;
  readonly node: AxisNode;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** One area: its name in line; its place and what counts for it when opened. */
export function AreaEditor({ workspace, node, open, onToggle }: AreaEditorProps): ReactNode {
  const { plan, model, edit, writable } = workspace;
  const t = useText();
  const fieldLabel = useFieldLabel();
  const [removing, setRemoving] = useState(false);
  const fields = plan.areas.find((area) => area.id === node.record)?.fields;
  const accounts = fields?.accounts ?? [];
  const summary = [
    accounts.length > 0 ? t("structure.accounts", { count: accounts.length }) : "",
    fields?.ruleField === undefined ? "" : `${fieldLabel(fields.ruleField)} = ${fields.ruleValue ?? ""}`,
  ].filter(Boolean);
  const below = new Set<string>(subtreeOf(plan.areas, node.record));
  const places = model.areas.nodes.filter((item) => !item.own && !below.has(item.record));
  return (
    <>
      <div className="ws-item">
        <TextInput
          label={t("structure.area-name")}
          hideLabel
          value={node.name}
          onCommit={(name) => {
            if (name.trim() !== "") edit(renameArea(node.record, name));
          }}
          maxLength={areaEntity.fields.name.max}
          disabled={!writable}
        />
        <span className="ss-meta ws-item-note">{summary.join(" · ") || t("structure.by-hand-only")}</span>
        <Button size="small" tone="quiet" aria-expanded={open} onClick={onToggle}>
          {t("structure.what-counts")}
        </Button>
        {writable ? (
          <IconButton
            icon="trash"
            size="small"
            label={t("structure.remove-named", { name: node.name })}
            onClick={() => setRemoving(true)}
          />
        ) : null}
      </div>
      {open ? (
        <div className="ws-item-more">
          <Select<string>
            label={t("structure.parent")}
            value={fields?.parent ?? "top"}
            options={[
              { value: "top", label: t("structure.at-top") },
              ...places.map((item) => ({ value: item.record as string, label: item.path.join(" › ") })),
            ]}
            onChange={(value) =>
              edit(
                moveArea(plan, node.record, {
                  parent: value === "top" ? undefined : (value as RecordId),
                  before: undefined,
                }),
              )
            }
            disabled={!writable}
          />
          <MatchFields workspace={workspace} area={node.record} />
        </div>
      ) : null}
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title={t("structure.remove-title", { name: node.name })}
        text={t("structure.remove-text", { count: removeArea(plan, node.record).removes.length - 1 })}
        confirm={t("structure.remove")}
        tone="danger"
        onConfirm={() => edit(removeArea(plan, node.record))}
      />
    </>
  );
}

/** Accounts and the field rule whose records count for an area. */
function MatchFields({
  workspace,
  area,
}: {
  readonly workspace: Workspace;
  readonly area: RecordId;
}): ReactNode {
  const { plan, edit, writable } = workspace;
  const crm = useCrm();
  const t = useText();
  const fieldLabel = useFieldLabel();
  const fields = plan.areas.find((item) => item.id === area)?.fields;
  const chosen = fields?.accounts ?? [];
  const family = useMemo(() => withRoot(crm.account, crm.family), [crm.account, crm.family]);
  const values = useMemo(() => {
    const found = new Map<string, Set<string>>();
    const note = (attributes: Readonly<Record<string, string>>): void => {
      for (const [field, value] of Object.entries(attributes)) {
        const known = found.get(field) ?? new Set();
        found.set(field, known.add(value));
      }
    };
    for (const account of family) note(attributesOf(account));
    for (const deal of crm.opportunities)
      for (const [field, value] of Object.entries(deal.attributes)) {
        const text = valueOf(value);
        if (text !== undefined) note({ [field]: text });
      }
    return found;
  }, [family, crm.opportunities]);
  const change = (
    accounts: readonly RecordId[],
    field: string | undefined,
    value: string | undefined,
  ): void =>
    edit(
      matchArea(area, { accounts, rule: field === undefined ? undefined : { field, value: value ?? "" } }),
    );
  const { ruleField, ruleValue } = fields ?? {};
  const fieldNames = [...new Set([...values.keys(), ...(ruleField === undefined ? [] : [ruleField])])];
  const fieldValues = [...(ruleField === undefined ? [] : (values.get(ruleField) ?? []))];
  if (ruleValue !== undefined && !fieldValues.some((value) => foldText(value) === foldText(ruleValue)))
    fieldValues.push(ruleValue);
  return (
    <>
      <Select<string>
        label={t("structure.rule-field")}
        value={ruleField ?? NO_RULE}
        options={[
          { value: NO_RULE, label: t("structure.no-rule") },
          ...fieldNames.map((name) => ({ value: name, label: fieldLabel(name) })),
        ]}
        onChange={(name) => change(chosen, name === NO_RULE ? undefined : name, undefined)}
        disabled={!writable}
      />
      {ruleField === undefined ? null : (
        <Combobox<string>
          label={t("structure.rule-value", { field: fieldLabel(ruleField) })}
          value={ruleValue}
          options={fieldValues.map((value) => ({ value, label: value }))}
          onChange={(value) => change(chosen, ruleField, value)}
          disabled={!writable}
        />
      )}
      {family.length > 1 || chosen.length > 0 ? (
        <fieldset className="ws-accounts">
          <legend className="ss-label">{t("structure.accounts-label")}</legend>
          {family.map((account) => (
            <Checkbox
              key={account.id}
              label={account.name}
              checked={chosen.includes(account.id)}
              onChange={(on) =>
                change(
                  on ? [...chosen, account.id] : chosen.filter((id) => id !== account.id),
                  ruleField,
                  ruleValue,
                )
              }
              disabled={!writable}
            />
          ))}
        </fieldset>
      ) : null}
    </>
  );
}
