import { Button, Icon, type IconName } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import type { StoryTask } from "../model/tasks.model.ts";
import { TaskAction, type TaskProps } from "./task-action.view.tsx";
import { useTaskWords } from "./use-task-words.ts";
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
  /** Names of the parts that nobody wrote yet. */
  readonly unwritten?: readonly string[];
}

/** What is open before it is told, each task with why, and the one thing to do about it. */
export function TaskList({ workspace, tasks, open = false, unwritten = [] }: TaskListProps): ReactNode {
  const t = useText();
  const [all, setAll] = useState(false);
  const shown = all ? tasks : tasks.slice(0, FIRST);
  return (
    <section className="vp-tasks" aria-label={t("tasks.title")}>
      <h3 className="vp-tasks-title">
        {t("tasks.title")}
        {tasks.length > 0 ? <span className="vp-count">{tasks.length}</span> : null}
      </h3>
      {unwritten.length > 0 ? (
        <p className="vp-unwritten">
          <Icon name="pencil" size="small" />
          {t("tasks.unwritten", { parts: unwritten.join(", ") })}
        </p>
      ) : null}
      {tasks.length + unwritten.length === 0 ? (
        <p className="vp-nothing">
          <Icon name="check" size="small" />
          {t(open ? "tasks.none-here" : "tasks.none")}
        </p>
      ) : null}
      {tasks.length > 0 ? (
        <ul>
          {shown.map((task) => (
            <TaskRow key={keyOf(task)} workspace={workspace} task={task} open={open} />
          ))}
        </ul>
      ) : null}
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
