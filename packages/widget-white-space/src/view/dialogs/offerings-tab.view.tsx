import type { RecordId } from "@sweetspot/contract";
import { offering as offeringEntity } from "@sweetspot/plan-model";
import {
  Button,
  Checkbox,
  Chip,
  ConfirmDialog,
  IconButton,
  SortableList,
  TextInput,
} from "@sweetspot/widget-kit";
import { type Axis, type AxisNode, createAxis } from "@sweetspot/white-space-plan";
import { type ReactNode, useMemo, useState } from "react";
import {
  hideOfferings,
  removeOffering,
  renameOffering,
  reorderOfferings,
} from "../../edits/offering-edits.model.ts";
import { useText } from "../use-text.ts";
import type { Workspace } from "../use-workspace.ts";
import { OfferingMatch } from "./offering-match.view.tsx";

/** All offerings, hidden ones too: order and visibility for this account, names where one may change them. */
export function OfferingsTab({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { plan, dispatch, writable } = workspace;
  const t = useText();
  const [opened, setOpened] = useState<string | undefined>(undefined);
  const axis = useMemo(
    () =>
      createAxis(
        plan.offerings
          .filter(({ record }) => record.fields.retired !== true)
          .map(({ record }) => ({
            record: record.id,
            name: record.fields.name,
            parent: record.fields.parent,
            order: record.fields.order,
          })),
        { rank: new Map(plan.offeringOrder.map((id, index) => [id, index])) },
      ),
    [plan],
  );
  return (
    <div className="ws-form">
      <p className="ss-meta">{t("structure.offerings-hint")}</p>
      <OfferingLevel
        workspace={workspace}
        axis={axis}
        parent={undefined}
        opened={opened}
        onOpen={setOpened}
      />
      {writable ? (
        <Button icon="plus" onClick={() => dispatch({ kind: "dialog-opened", dialog: "start" })}>
          {t("structure.add-offerings")}
        </Button>
      ) : null}
    </div>
  );
}

interface OfferingLevelProps {
  readonly workspace: Workspace;
  readonly axis: Axis;
  readonly parent: AxisNode | undefined;
  readonly opened: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
}

function OfferingLevel({ workspace, axis, parent, opened, onOpen }: OfferingLevelProps): ReactNode {
  const { edit } = workspace;
  const t = useText();
  const nodes = axis.nodes.filter((node) => node.parent === parent?.id);
  if (nodes.length === 0) return null;
  const reorder = (ids: readonly string[]): void => edit(reorderOfferings(axis, parent?.id, ids));
  return (
    <SortableList
      label={parent ? t("structure.offerings-below", { name: parent.name }) : t("structure.offerings")}
      items={nodes.map((node) => ({ id: node.id, label: node.name, node }))}
      onReorder={reorder}
    >
      {({ node }) => (
        <div className="ws-branch">
          <OfferingItem
            workspace={workspace}
            axis={axis}
            node={node}
            open={opened === node.id}
            onToggle={() => onOpen(opened === node.id ? undefined : node.id)}
          />
          <OfferingLevel workspace={workspace} axis={axis} parent={node} opened={opened} onOpen={onOpen} />
        </div>
      )}
    </SortableList>
  );
}

const withBelow = (axis: Axis, node: AxisNode): RecordId[] => [
  node.record,
  ...node.children.flatMap((id) => {
    const child = axis.byId.get(id);
    return child ? withBelow(axis, child) : [];
  }),
];

interface OfferingItemProps {
  readonly workspace: Workspace;
  readonly axis: Axis;
  readonly node: AxisNode;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function OfferingItem({ workspace, axis, node, open, onToggle }: OfferingItemProps): ReactNode {
  const { plan, libraryWritable, edit, writable } = workspace;
  const t = useText();
  const [removing, setRemoving] = useState(false);
  const own = plan.offerings.find(({ record }) => record.id === node.record)?.origin === "plan";
  const mayChange = own ? writable : libraryWritable;
  // A group takes what is below it along.
  const family = withBelow(axis, node);
  const hiddenBelow = family.filter((id) => plan.hiddenOfferings.includes(id)).length;
  const hidden = hiddenBelow === family.length;
  return (
    <>
      <div className="ws-item">
        <Checkbox
          label={<span className="ss-hidden">{t("structure.show", { name: node.name })}</span>}
          checked={!hidden}
          indeterminate={hiddenBelow > 0 && hiddenBelow < family.length}
          onChange={(shown) => edit(hideOfferings(plan, family, !shown))}
          disabled={!writable}
        />
        {mayChange ? (
          <TextInput
            label={t("structure.offering-name")}
            hideLabel
            value={node.name}
            onCommit={(name) => {
              if (name.trim() !== "") edit(renameOffering(plan, node.record, name));
            }}
            maxLength={offeringEntity.fields.name.max}
          />
        ) : (
          <span className="ws-item-name">{node.name}</span>
        )}
        <Chip>{own ? t("structure.this-account") : t("structure.library")}</Chip>
        <Button size="small" tone="quiet" aria-expanded={open} onClick={onToggle}>
          {t("structure.what-counts")}
        </Button>
        {own && writable ? (
          <IconButton
            icon="trash"
            size="small"
            label={t("structure.remove-named", { name: node.name })}
            onClick={() => setRemoving(true)}
          />
        ) : null}
      </div>
      {open ? <OfferingMatch workspace={workspace} offering={node.record} disabled={!mayChange} /> : null}
      {own ? (
        <ConfirmDialog
          open={removing}
          onOpenChange={setRemoving}
          title={t("structure.remove-title", { name: node.name })}
          text={t("structure.remove-text", { count: removeOffering(plan, node.record).removes.length - 1 })}
          confirm={t("structure.remove")}
          tone="danger"
          onConfirm={() => edit(removeOffering(plan, node.record))}
        />
      ) : null}
    </>
  );
}
