import { Button, Icon, type IconName, useCrm, useFormat } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { audienceKey, groupsOf } from "../model/audience.model.ts";
import { clip, titleOf } from "../model/spots.model.ts";
import type { StoryTask } from "../model/tasks.model.ts";
import { swapWord } from "../edits/proposition-edits.model.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

const ICONS: Readonly<Record<StoryTask["kind"], IconName>> = {
  "spot-without-proposition": "lens",
  "promise-without-proof": "shield",
  "proof-missing": "question",
  "proof-expired": "clock",
  "proof-not-for-customers": "eye-off",
  jargon: "note",
};

/** Longer lists wait behind a button. */
const FIRST = 6;

interface TaskListProps {
  readonly workspace: Workspace;
  readonly tasks: readonly StoryTask[];
  /** Is it about the proposition that is open? Then nothing has to be opened. */
  readonly open?: boolean;
}

/** What is open before it is told, each task with why, and the one thing to do about it. */
export function TaskList({ workspace, tasks, open = false }: TaskListProps): ReactNode {
  const t = useText();
  const [all, setAll] = useState(false);
  const shown = all ? tasks : tasks.slice(0, FIRST);
  return (
    <section className="vp-tasks" aria-label={t("tasks.title")}>
      <h3 className="vp-tasks-title">
        {t("tasks.title")}
        {tasks.length > 0 ? <span className="vp-count">{tasks.length}</span> : null}
      </h3>
      {tasks.length === 0 ? (
        <p className="vp-nothing">
          <Icon name="check" size="small" />
          {t(open ? "tasks.none-here" : "tasks.none")}
        </p>
      ) : (
        <ul>
          {shown.map((task) => (
            <TaskRow key={keyOf(task)} workspace={workspace} task={task} open={open} />
          ))}
        </ul>
      )}
      {tasks.length > shown.length ? (
        <Button size="small" tone="quiet" onClick={() => setAll(true)}>
          {t("tasks.more", { count: tasks.length - shown.length })}
        </Button>
      ) : null}
    </section>
  );
}

const keyOf = (task: StoryTask): string =>
  [task.kind, task.record, "proof" in task ? task.proof : "", "term" in task ? task.term : ""].join(" ");

interface TaskProps {
  readonly workspace: Workspace;
  readonly task: StoryTask;
  readonly open: boolean;
}

function TaskRow({ workspace, task, open }: TaskProps): ReactNode {
  const words = useTaskWords(workspace, task);
  return (
    <li className="vp-task" data-kind={task.kind}>
      <Icon name={ICONS[task.kind]} />
      <span className="vp-task-words">
        <b>{words.title}</b>
        <span className="ss-meta" dir="auto">
          {words.why}
        </span>
      </span>
      <TaskAction workspace={workspace} task={task} open={open} />
    </li>
  );
}

function TaskAction({ workspace, task, open }: TaskProps): ReactNode {
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

function useTaskWords(
  { story, spots }: Workspace,
  task: StoryTask,
): { readonly title: string; readonly why: string } {
  const t = useText();
  const format = useFormat();
  const { teamMembers } = useCrm();
  const nameOf = (): string =>
    clip(story.propositions.find(({ id }) => id === task.record)?.fields.name ?? "", 60);
  const proofOf = (id: string) => story.proofs.find(({ record }) => record.id === id)?.record.fields;
  const title = t(`task.${task.kind}`);
  switch (task.kind) {
    case "spot-without-proposition": {
      const entry = spots.find(({ id }) => id === task.record);
      return {
        title,
        why: t("task.spot-without-proposition.why", { spot: clip(entry ? titleOf(entry) : "", 80) }),
      };
    }
    case "promise-without-proof":
      return { title, why: t("task.promise-without-proof.why", { name: nameOf() }) };
    case "proof-missing":
      return { title, why: t("task.proof-missing.why", { name: nameOf() }) };
    case "proof-expired": {
      const proof = proofOf(task.proof);
      const owner = teamMembers.find(({ id }) => id === proof?.owner)?.name;
      const values = { proof: proof?.name ?? "", date: format.date(task.since) };
      return {
        title,
        why:
          owner === undefined
            ? t("task.proof-expired.why", values)
            : t("task.proof-expired.why-owner", { ...values, owner }),
      };
    }
    case "proof-not-for-customers":
      return {
        title,
        why: t("task.proof-not-for-customers.why", { proof: proofOf(task.proof)?.name ?? "" }),
      };
    case "jargon":
      return { title, why: t("task.jargon.why", { found: task.found, instead: task.instead }) };
  }
}
