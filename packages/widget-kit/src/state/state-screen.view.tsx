import type { ReactNode } from "react";
import { usePlanSession, useT, useWidgetEnvironment } from "../widget/widget-context.ts";
import { Button } from "../parts/button.view.tsx";
import type { IconName } from "../parts/icon-paths.ts";
import { FullScreen } from "./full-screen.view.tsx";
import { Skeleton } from "./skeleton.view.tsx";
import { StateStrip } from "./state-strip.view.tsx";
import type { WidgetState } from "./state.model.ts";

export interface EmptyText {
  readonly icon?: IconName;
  /** Instead of the icon. */
  readonly art?: ReactNode;
  /** What the widget is for, as the question it answers. */
  readonly title: string;
  /** What the first step is, and that little is enough. */
  readonly text: string;
  /** Buttons for the first step. */
  readonly actions?: ReactNode;
}

export interface StateScreenProps {
  readonly state: WidgetState;
  /** The widget's name, for sentences such as "White space did not open". */
  readonly title: string;
  readonly empty: EmptyText;
  /** The shape of what comes; a grid of bars where absent. */
  readonly skeleton?: ReactNode;
  /** What is being read, for example "Reading 7 regions …". */
  readonly loadingText?: string;
  /** Opens the conflict dialog. */
  readonly onResolve?: () => void;
  readonly children: ReactNode;
}

/** Draws the state a widget is in: a whole screen, or a strip above the content. */
export function StateScreen(props: StateScreenProps): ReactNode {
  const { state, title, empty, children } = props;
  const t = useT();
  const retry = useRetry();
  const emptyScreen = (
    <FullScreen
      {...(empty.icon === undefined ? {} : { icon: empty.icon })}
      {...(empty.art === undefined ? {} : { art: empty.art })}
      title={empty.title}
      text={empty.text}
      actions={empty.actions}
    />
  );
  switch (state.kind) {
    case "loading":
      return (
        <Skeleton text={props.loadingText ?? t("kit.state.loading", { title })}>{props.skeleton}</Skeleton>
      );
    case "forbidden":
      return (
        <FullScreen
          icon="lock"
          title={t(`kit.error.${state.error.code === "not-found" ? "not-found" : "forbidden"}.title`, {
            title,
          })}
          text={t(`kit.error.${state.error.code === "not-found" ? "not-found" : "forbidden"}.text`, {
            title,
          })}
          actions={
            <Button icon="retry" onClick={retry}>
              {t("kit.state.ask-again")}
            </Button>
          }
        />
      );
    case "failed": {
      const code = state.error?.code ?? "unavailable";
      return (
        <FullScreen
          icon="alert"
          tone="bad"
          title={t(`kit.error.${code}.title`, { title })}
          text={t(`kit.error.${code}.text`, { title })}
          actions={
            <Button tone="primary" icon="retry" onClick={retry}>
              {t("kit.state.retry")}
            </Button>
          }
          detail={code}
        />
      );
    }
    case "empty":
      return emptyScreen;
    case "ready":
      // In the same place as under a strip: a line that goes down must not take focus and scroll position with it.
      return (
        <>
          {null}
          {children}
        </>
      );
    case "conflict":
    case "offline":
    case "stale":
    case "partial":
      return (
        <>
          <StateStrip state={state} onRetry={retry} onResolve={props.onResolve} />
          {state.empty ? emptyScreen : children}
        </>
      );
  }
}

/** Reads plan and CRM anew; both keep what they have if it fails. */
function useRetry(): () => void {
  const session = usePlanSession();
  const { feed } = useWidgetEnvironment().services;
  return () => {
    void session.refresh();
    void feed.refresh();
  };
}
