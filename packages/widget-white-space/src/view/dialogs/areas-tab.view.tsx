import { perspective as perspectiveEntity } from "@sweetspot/plan-model";
import {
  Button,
  ConfirmDialog,
  IconButton,
  newRecordId,
  SortableList,
  TextInput,
  useCrm,
} from "@sweetspot/widget-kit";
import type { AxisNode } from "@sweetspot/white-space-plan";
import { type ReactNode, useMemo, useState } from "react";
import {
  addPerspective,
  moveArea,
  removePerspective,
  renamePerspective,
} from "../../edits/area-edits.model.ts";
import { acceptProposal, proposePerspectives } from "../../model/proposals.model.ts";
import { useProposalName } from "../use-proposal-name.ts";
import { useText } from "../use-text.ts";
import type { Workspace } from "../use-workspace.ts";
import { AreaEditor } from "./area-editor.view.tsx";

/** The areas of the perspective in view, in their tree: order, names, what counts for them. */
export function AreasTab({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { model, plan, edit, dispatch, writable } = workspace;
  const t = useText();
  const [opened, setOpened] = useState<string | undefined>(undefined);
  const [removing, setRemoving] = useState(false);
  const [adding, setAdding] = useState("");
  const { perspective } = model;
  const add = (): void => {
    if (adding.trim() === "") return;
    const id = newRecordId("perspective");
    edit(addPerspective(plan, adding, id));
    dispatch({ kind: "perspective-chosen", perspective: id });
    dispatch({ kind: "dialog-opened", dialog: "structure" });
    setAdding("");
  };
  return (
    <div className="ws-form">
      {perspective ? (
        <div className="ws-perspective">
          <TextInput
            label={t("structure.perspective-name")}
            value={perspective.fields.name}
            onCommit={(name) => {
              if (name.trim() !== "") edit(renamePerspective(perspective.id, name));
            }}
            maxLength={perspectiveEntity.fields.name.max}
            disabled={!writable}
          />
          {writable ? (
            <IconButton
              icon="trash"
              label={t("structure.remove-perspective")}
              onClick={() => setRemoving(true)}
            />
          ) : null}
        </div>
      ) : null}
      <AreaLevel workspace={workspace} parent={undefined} opened={opened} onOpen={setOpened} />
      {writable ? (
        <>
          <Button icon="plus" onClick={() => dispatch({ kind: "dialog-opened", dialog: "start" })}>
            {t("structure.add-areas")}
          </Button>
          <ProposedPerspectives workspace={workspace} />
          <form
            className="ws-perspective"
            onSubmit={(event) => {
              event.preventDefault();
              add();
            }}
          >
            <TextInput
              label={t("structure.new-perspective")}
              placeholder={t("structure.new-perspective-example")}
              value={adding}
              onType={setAdding}
              onCommit={setAdding}
              maxLength={perspectiveEntity.fields.name.max}
            />
            <Button type="submit" disabled={adding.trim() === ""}>
              {t("structure.add")}
            </Button>
          </form>
        </>
      ) : null}
      {perspective ? (
        <ConfirmDialog
          open={removing}
          onOpenChange={setRemoving}
          title={t("structure.remove-perspective-title", { name: perspective.fields.name })}
          text={t("structure.remove-perspective-text", { areas: model.areas.leaves.length })}
          confirm={t("structure.remove")}
          tone="danger"
          onConfirm={() => edit(removePerspective(plan, perspective.id))}
        />
      ) : null}
    </div>
  );
}

/** Further ways to divide the customer that the CRM's data knows, as one click each. */
function ProposedPerspectives({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { plan, facts, edit } = workspace;
  const crm = useCrm();
  const t = useText();
  const nameOf = useProposalName();
  const proposals = useMemo(() => {
    const taken = new Set(plan.perspectives.map((item) => item.fields.name));
    return proposePerspectives(crm, facts).filter((proposal) => !taken.has(nameOf(proposal)));
  }, [crm, facts, plan.perspectives, nameOf]);
  if (proposals.length === 0) return null;
  return (
    <div>
      <p className="ss-label">{t("structure.from-crm")}</p>
      <p className="ws-actions">
        {proposals.map((proposal) => (
          <Button
            key={proposal.id}
            size="small"
            icon="plus"
            onClick={() =>
              edit(
                acceptProposal(
                  plan,
                  { proposal, perspectiveName: nameOf(proposal), offerings: undefined },
                  newRecordId,
                ),
              )
            }
          >
            {t("structure.proposed", { name: nameOf(proposal), count: proposal.areas.length })}
          </Button>
        ))}
      </p>
    </div>
  );
}

interface AreaLevelProps {
  readonly workspace: Workspace;
  readonly parent: AxisNode | undefined;
  readonly opened: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
}

/** Siblings can be put in order; their children stand below each. */
function AreaLevel({ workspace, parent, opened, onOpen }: AreaLevelProps): ReactNode {
  const { model, plan, edit } = workspace;
  const t = useText();
  const nodes = model.areas.nodes.filter((node) => node.parent === parent?.id && !node.own);
  const reorder = (ids: readonly string[]): void => {
    const moved = movedIn(
      nodes.map((node) => node.id),
      ids,
    );
    const node = nodes.find((item) => item.id === moved);
    const after = moved === undefined ? undefined : ids[ids.indexOf(moved) + 1];
    const before = nodes.find((item) => item.id === after);
    if (node) edit(moveArea(plan, node.record, { parent: parent?.record, before: before?.record }));
  };
  if (nodes.length === 0) return null;
  return (
    <SortableList
      label={parent ? t("structure.areas-below", { name: parent.name }) : t("structure.areas")}
      items={nodes.map((node) => ({ id: node.id, label: node.name, node }))}
      onReorder={reorder}
    >
      {({ node }) => (
        <div className="ws-branch">
          <AreaEditor
            workspace={workspace}
            node={node}
            open={opened === node.id}
            onToggle={() => onOpen(opened === node.id ? undefined : node.id)}
          />
          <AreaLevel workspace={workspace} parent={node} opened={opened} onOpen={onOpen} />
        </div>
      )}
    </SortableList>
  );
}

/** Which one was taken out and put elsewhere: the one whose removal makes both orders equal. */
export function movedIn(before: readonly string[], after: readonly string[]): string | undefined {
  return before.find((id) => {
    const rest = (ids: readonly string[]): string => ids.filter((other) => other !== id).join("\n");
    return before.indexOf(id) !== after.indexOf(id) && rest(before) === rest(after);
  });
}
