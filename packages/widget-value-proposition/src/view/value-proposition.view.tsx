import {
  ConflictDialog,
  ReviewStamp,
  stateOf,
  StateScreen,
  useCrm,
  usePlan,
  useRecordWords,
  WidgetFrame,
} from "@sweetspot/widget-kit";
import { memo, type ReactNode, useMemo, useRef } from "react";
import { audienceName } from "../model/audience.model.ts";
import { progressOf } from "../model/parts.model.ts";
import { tasksAbout } from "../model/tasks.model.ts";
import { Builder, NothingTold } from "./builder.view.tsx";
import { openedIn, type OpenProposition } from "./opened.model.ts";
import { CompareDialog } from "./compare-dialog.view.tsx";
import { Meter } from "./meter.view.tsx";
import { ProofsDialog } from "./proofs-dialog.view.tsx";
import { ListBar, SpotList } from "./spot-list.view.tsx";
import { StorySheet } from "./story-sheet.view.tsx";
import { usePicture, useTable } from "./use-exports.ts";
import { useText } from "./use-text.ts";
import { useWorkspace, type Workspace } from "./use-workspace.ts";

/** The value-proposition builder: what to promise whom, what it is worth to him, how we keep it, why he can rely on it. */
export function ValuePropositionView(): ReactNode {
  const t = useText();
  const workspace = useWorkspace();
  const plan = usePlan();
  const crm = useCrm();
  const words = useRecordWords();
  const holder = useRef<HTMLDivElement>(null);
  const { spots, tasks, state, dispatch } = workspace;
  const opened = useMemo(() => openedIn({ spots, state }), [spots, state]);
  const table = useTable(workspace);
  const picture = usePicture(workspace, opened, holder);
  const title = t("widget.title");
  const isEmpty = spots.length === 0;
  const resolve = (): void => dispatch({ kind: "dialog-opened", dialog: "conflicts" });
  return (
    <WidgetFrame
      icon="stairs"
      title={title}
      subtitle={<Subtitle workspace={workspace} opened={opened} />}
      tools={
        opened ? (
          <Meter progress={progressOf(opened.proposition, tasksAbout(tasks, opened.proposition.id))} />
        ) : undefined
      }
      bar={isEmpty || state.spot !== undefined ? undefined : <ListBar workspace={workspace} />}
      footer={isEmpty ? undefined : <ReviewStamp step="value-proposition" />}
      {...(isEmpty ? {} : { table })}
      {...(opened ? { picture } : {})}
      onResolve={resolve}
    >
      <StateScreen
        state={stateOf(plan, crm, isEmpty)}
        title={title}
        empty={{ icon: "stairs", title: t("empty.title"), text: t("empty.text") }}
        onResolve={resolve}
      >
        <Content workspace={workspace} opened={opened} />
      </StateScreen>
      <div ref={holder} className="vp-picture" aria-hidden="true" />
      {opened ? <CompareDialog workspace={workspace} opened={opened} /> : null}
      {opened ? <StorySheet workspace={workspace} opened={opened} /> : null}
      <ProofsDialog workspace={workspace} proposition={opened?.proposition} />
      <ConflictDialog
        open={state.dialog === "conflicts"}
        onOpenChange={() => dispatch({ kind: "dialog-closed" })}
        words={words}
      />
    </WidgetFrame>
  );
}

interface ContentProps {
  readonly workspace: Workspace;
  readonly opened: OpenProposition | undefined;
}

/** Drawn anew when the plan changes, not with every step of saving it. */
const Content = memo(function Content({ workspace, opened }: ContentProps): ReactNode {
  const { spots, state } = workspace;
  if (opened) return <Builder key={opened.entry.id} workspace={workspace} opened={opened} />;
  const entry = spots.find(({ id }) => id === state.spot);
  return entry ? <NothingTold workspace={workspace} entry={entry} /> : <SpotList workspace={workspace} />;
});

function Subtitle({ workspace, opened }: ContentProps): ReactNode {
  const { spots, story } = workspace;
  const t = useText();
  if (!opened) {
    const told = spots.filter(({ groups }) => groups.length > 0).length;
    return spots.length === 0 ? t("widget.question") : t("widget.subtitle", { told, spots: spots.length });
  }
  const { group, proposition } = opened;
  return (
    <span dir="auto">
      {[
        audienceName(story, group.audience),
        ...(group.variants.length > 1
          ? [
              t("variant.of", {
                letter: String.fromCodePoint(65 + (group.variants.indexOf(proposition) % 26)),
                count: group.variants.length,
              }),
            ]
          : []),
      ].join(" · ")}
    </span>
  );
}
