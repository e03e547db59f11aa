import type { RecordId } from "@sweetspot/contract";
import { Button, Icon } from "@sweetspot/widget-kit";
import { type KeyboardEvent, memo, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { progressOf } from "../model/parts.model.ts";
import type { SpotEntry } from "../model/spots.model.ts";
import { tasksAbout } from "../model/tasks.model.ts";
import { theirWords, wordsOf } from "../model/words.model.ts";
import { AudienceBar } from "./audience-bar.view.tsx";
import { goOn, isLeaving } from "./field-keys.ts";
import { Ladders } from "./ladders.view.tsx";
import { Parts } from "./parts.view.tsx";
import type { OpenProposition } from "./opened.model.ts";
import { SpotBand } from "./spot-band.view.tsx";
import { TaskList } from "./task-list.view.tsx";
import { TellPanel } from "./tell-panel.view.tsx";
import { createTyping } from "./typing.ts";
import { TheirWords } from "./their-words.view.tsx";
import { useFocusBack } from "./use-focus-back.ts";
import { usePartName } from "./use-part-name.ts";
import { useText } from "./use-text.ts";
import { toTextLanguage, type Workspace } from "./use-workspace.ts";
import { About, VariantBar } from "./variant-bar.view.tsx";
import type { TooLong } from "./writing-field.view.tsx";

interface BuilderProps {
  readonly workspace: Workspace;
  readonly opened: OpenProposition;
}

/** One proposition: the sweet spot it rests on, the ladder to its value, its four parts, and how it sounds. */
export const Builder = memo(function Builder({ workspace, opened }: BuilderProps): ReactNode {
  const { story, state, dispatch, tasks, language } = workspace;
  const { entry, group, proposition } = opened;
  const nameOf = usePartName();
  const work = useRef<HTMLElement>(null);
  const kept = useFocusBack(work);
  const [tooLong] = useState<TooLong>(() => new Map());
  const [typing] = useState(createTyping);
  const shown = useRef<RecordId>(undefined);
  useEffect(() => {
    const isFirst = shown.current === undefined;
    shown.current = proposition.id;
    const promise = work.current?.querySelector<HTMLTextAreaElement>(".vp-part textarea");
    // Who begins one wants to write; who opens one wants to read.
    if (promise?.value === "") promise.focus();
    else if (isFirst) work.current?.focus();
  }, [proposition.id]);
  const own = toTextLanguage(proposition.fields.language) ?? language;
  const words = useMemo(() => wordsOf(story, proposition, own), [story, proposition, own]);
  const openTasks = useMemo(() => tasksAbout(tasks, proposition.id), [tasks, proposition.id]);
  const theirs = useMemo(() => theirWords(story, words), [story, words]);
  const unwritten = progressOf(proposition, openTasks)
    .filter(({ state: done }) => done === "missing")
    .map(({ part }) => nameOf(part));
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (goOn(event)) return;
    if (!isLeaving(event)) return;
    event.preventDefault();
    // First out of the field, then back to the list.
    if (event.target === work.current || !(event.target as Element).matches("textarea, input"))
      dispatch({ kind: "list-opened" });
    else work.current?.focus();
  };
  return (
    // Enter goes on and Escape goes back, wherever in the builder the focus is.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="vp-split"
      onKeyDown={onKeyDown}
      onFocus={kept.onFocus}
      onBlur={() => {
        typing.set(undefined);
        kept.onBlur();
      }}
    >
      <section className="vp-work" ref={work} tabIndex={-1} aria-label={proposition.fields.name}>
        <SpotBand workspace={workspace} entry={entry} />
        <div className="vp-top">
          <AudienceBar workspace={workspace} entry={entry} group={group} />
          <VariantBar workspace={workspace} opened={opened} />
          <About workspace={workspace} opened={opened} />
        </div>
        <Ladders workspace={workspace} opened={opened} tooLong={tooLong} />
        <Parts
          key={proposition.id}
          workspace={workspace}
          proposition={proposition}
          language={own}
          words={words}
          tasks={openTasks}
          tooLong={tooLong}
          typing={typing}
        />
      </section>
      <aside className="vp-side">
        <div className="vp-stay">
          <TellPanel
            workspace={workspace}
            opened={opened}
            typing={typing}
            frames={state.frames ?? own}
            written={own}
            words={words}
          />
          <div>
            <TaskList workspace={workspace} tasks={openTasks} unwritten={unwritten} open />
            <TheirWords words={theirs} />
          </div>
        </div>
      </aside>
    </div>
  );
});

/** A sweet spot whose last proposition has gone while it was open. */
export function NothingTold({
  workspace,
  entry,
}: {
  readonly workspace: Workspace;
  readonly entry: SpotEntry;
}): ReactNode {
  const { writable, start } = workspace;
  const t = useText();
  return (
    <div className="vp-work">
      <SpotBand workspace={workspace} entry={entry} />
      <p className="vp-row">
        <Icon name="circle-dashed" />
        {t("spot.untold")}
        {writable ? (
          <Button tone="primary" onClick={() => start(entry.id)}>
            {t("spot.start")}
          </Button>
        ) : null}
      </p>
    </div>
  );
}
