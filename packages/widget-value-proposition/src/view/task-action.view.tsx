import { Button, useCrm, usePlanSession, useSurface, useToast } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { swapWord } from "../edits/proposition-edits.model.ts";
import { audienceKey, groupsOf } from "../model/audience.model.ts";
import type { StoryTask } from "../model/tasks.model.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

export interface TaskProps {
  readonly workspace: Workspace;
  readonly task: StoryTask;
  /** Is its proposition open? */
  readonly open: boolean;
}

/** The one thing to do about a task. */
export function TaskAction({ workspace, task, open }: TaskProps): ReactNode {
  const { story, writable, start, edit, dispatch } = workspace;
  const t = useText();
  if (task.kind === "spot-without-proposition")
    return writable ? (
      <Button size="small" onClick={() => start(task.record)}>
        {t("task.start")}
      </Button>
    ) : null;
  const proposition = story.propositions.find(({ id }) => id === task.record);
  if (!proposition) return null;
  if (!open)
    return (
      <Button
        size="small"
        onClick={() => {
          const spot = proposition.fields.sweetSpot;
          const group = groupsOf(story, spot).find(({ variants }) => variants.includes(proposition));
          dispatch({
            kind: "spot-opened",
            spot,
            variant: proposition.id,
            audience: group && audienceKey(group.audience),
          });
        }}
      >
        {t("task.open")}
      </Button>
    );
  if (!writable) return null;
  if (task.kind === "proof-expired" || task.kind === "proof-not-for-customers")
    return <ProofActions workspace={workspace} task={task} />;
  if (task.kind === "jargon")
    return (
      <Button
        size="small"
        onClick={() => edit(swapWord(proposition, { found: task.found, instead: task.instead }))}
      >
        {t("task.swap")}
      </Button>
    );
  return (
    <Button size="small" onClick={() => dispatch({ kind: "dialog-opened", dialog: "proofs" })}>
      {t("task.choose-proof")}
    </Button>
  );
}

/** Another proof, or a task in the CRM for the one who keeps this one. */
function ProofActions({
  workspace,
  task,
}: {
  readonly workspace: Workspace;
  readonly task: Extract<StoryTask, { readonly kind: "proof-expired" | "proof-not-for-customers" }>;
}): ReactNode {
  const { story, dispatch } = workspace;
  const t = useText();
  const toast = useToast();
  const { account } = usePlanSession();
  const { createTask } = useSurface();
  const { teamMembers } = useCrm();
  const [asked, setAsked] = useState(false);
  const proof = story.proofs.find(({ record }) => record.id === task.proof)?.record.fields;
  const owner = teamMembers.find(({ id }) => id === proof?.owner);
  const ask = (): void => {
    if (!createTask || !owner || !proof) return;
    setAsked(true);
    createTask({
      account,
      owner: owner.id,
      subject: t(`task.${task.kind}.ask`, { proof: proof.name }),
      note: proof.statement,
    }).then(
      () => toast({ text: t("task.asked", { owner: owner.name }) }),
      () => {
        setAsked(false);
        toast({ tone: "bad", text: t("task.not-asked") });
      },
    );
  };
  return (
    <span className="vp-task-actions">
      <Button size="small" onClick={() => dispatch({ kind: "dialog-opened", dialog: "proofs" })}>
        {t("task.choose-proof")}
      </Button>
      {createTask && owner ? (
        <Button size="small" tone="quiet" icon="task" disabled={asked} onClick={ask}>
          {t("task.ask-owner")}
        </Button>
      ) : null}
    </span>
  );
}
