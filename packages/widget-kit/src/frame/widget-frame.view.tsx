import { type KeyboardEvent, type ReactNode, useId } from "react";
import type { TableData } from "../export/table.model.ts";
import { Icon } from "../parts/icon.view.tsx";
import type { IconName } from "../parts/icon-paths.ts";
import type { MenuEntry } from "../parts/menu.view.tsx";
import { useToast } from "../parts/toast.view.tsx";
import { UnseenNote } from "../state/unseen-note.view.tsx";
import { usePlanPart, usePlanSession } from "../widget/widget-context.ts";
import { MoreMenu } from "./more-menu.view.tsx";
import { SavingState } from "./saving-state.view.tsx";
import { UndoButtons } from "./undo-buttons.view.tsx";
import { toUndoKey } from "./undo-key.ts";

export interface WidgetFrameProps {
  readonly icon: IconName;
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** Buttons of the widget, before undo and the menu. */
  readonly tools?: ReactNode;
  /** A second line: views, search, filters. */
  readonly bar?: ReactNode;
  readonly footer?: ReactNode;
  /** What the widget shows, as a table; brings copy and CSV. Called when one of them is chosen. */
  readonly table?: () => TableData;
  /** What goes into the CSV, where that is more than the table: rows a widget can read back. */
  readonly csv?: () => TableData;
  /** The picture of the widget; brings PNG. */
  readonly picture?: () => SVGSVGElement | null;
  /** Further commands of the widget. */
  readonly menu?: readonly MenuEntry[];
  /** Why nothing can be taken back now, such as that a past day is shown: said when its keys are pressed. */
  readonly still?: string | undefined;
  /** Opens the conflict dialog; the saving state then leads there. */
  readonly onResolve?: () => void;
  readonly children: ReactNode;
}

/** The outside of every widget: title, what is saved, undo, ways out of it. */
export function WidgetFrame(props: WidgetFrameProps): ReactNode {
  const { icon, title, subtitle, tools, bar, footer, onResolve, table, csv, picture, menu, still, children } =
    props;
  const session = usePlanSession();
  const status = usePlanPart((view) => view.status);
  const toast = useToast();
  const titleId = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = toUndoKey(event.nativeEvent);
    if (step === undefined) return;
    event.preventDefault();
    if (still !== undefined) toast({ tone: "warn", text: still });
    else if (step === "undo") session.undo();
    else session.redo();
  };
  return (
    // The keys work wherever the focus is inside the widget, open dialogs included, as React's events pass through portals.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="ss-widget" aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <header className="ss-widget-head">
        <span className="ss-widget-mark">
          <Icon name={icon} />
        </span>
        <div className="ss-widget-heading">
          <h2 id={titleId} className="ss-widget-title">
            {title}
          </h2>
          {subtitle === undefined ? null : <p className="ss-meta">{subtitle}</p>}
        </div>
        {status === "ready" ? (
          <>
            <div className="ss-widget-tools">
              <SavingState {...(onResolve === undefined ? {} : { onResolve })} />
              {tools}
            </div>
            <div className="ss-widget-keys">
              {still === undefined ? <UndoButtons /> : null}
              <MoreMenu title={title} table={table} csv={csv} picture={picture} menu={menu} />
            </div>
          </>
        ) : null}
      </header>
      {bar === undefined || status !== "ready" ? null : <div className="ss-widget-bar">{bar}</div>}
      <div className="ss-widget-body">{children}</div>
      {footer === undefined || status !== "ready" ? null : (
        <footer className="ss-widget-foot">{footer}</footer>
      )}
      {status === "ready" ? <UnseenNote /> : null}
    </section>
  );
}
