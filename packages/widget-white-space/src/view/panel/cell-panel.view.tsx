import { IconButton } from "@sweetspot/widget-kit";
import type { CellModel } from "@sweetspot/white-space-plan";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef } from "react";
import { CommentsSection } from "../../comments/comments-section.view.tsx";
import type { CellText } from "../use-cell-text.ts";
import { useText } from "../use-text.ts";
import type { Workspace } from "../use-workspace.ts";
import { AssessmentSection } from "./assessment-section.view.tsx";
import { OpenedCellContext } from "./cell-context.ts";
import { DealsSection } from "./deals-section.view.tsx";
import { IntroductionSection } from "./introduction-section.view.tsx";
import { LevelSection } from "./level-section.view.tsx";
import { LookalikeSection } from "./lookalike-section.view.tsx";
import { NextStepSection } from "./next-step-section.view.tsx";
import { ProtectSection } from "./protect-section.view.tsx";
import { QuestionsSection } from "./questions-section.view.tsx";
import { SuggestionSection } from "./suggestion-section.view.tsx";

export interface CellPanelProps {
  readonly workspace: Workspace;
  readonly text: CellText;
  readonly cell: CellModel;
  /** Should the focus come into the panel? Not after a mouse click, which leaves it on the cell for the level keys. */
  readonly takeFocus: boolean;
  /** Cells before and after this one among those on the screen. */
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
  readonly onClose: () => void;
}

/** The one dialog of a cell: why it is as it is, what we make of it, what happens next. */
export function CellPanel(props: CellPanelProps): ReactNode {
  const { workspace, text, cell, takeFocus, previous, next, onClose } = props;
  const t = useText();
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  const { intent } = workspace.state;
  const ref = useMemo(
    () => ({ area: cell.area.record, offering: cell.offering.record }),
    [cell.area.record, cell.offering.record],
  );
  const opened = useMemo(() => ({ workspace, text, cell, ref }), [workspace, text, cell, ref]);
  useEffect(() => {
    const node = panel.current;
    const field =
      intent === "look"
        ? null
        : node?.querySelector<HTMLElement>(`[data-focus="${intent}"] :is(input, button)`);
    if (field) field.focus();
    else if (takeFocus) node?.focus({ preventScroll: false });
    // Another cell or another intent brings the focus anew.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [cell.key, intent, takeFocus]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <OpenedCellContext value={opened}>
      {/* Not modal: the grid beside it stays in use, which the dialog element does not offer inside a shadow root's
          flow. Escape goes back to the cell. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        ref={panel}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="dialog"
        className="ws-panel"
        tabIndex={-1}
        aria-labelledby={titleId}
        onKeyDown={onKeyDown}
      >
        <header className="ws-panel-head">
          <div>
            <p className="ss-meta">{text.path(cell.area)}</p>
            <h3 id={titleId}>
              <span className="ss-hidden">{text.path(cell.area)}: </span>
              {text.name(cell.offering)}
            </h3>
          </div>
          <IconButton
            icon="chevron-left"
            size="small"
            label={t("panel.previous")}
            aria-disabled={!previous}
            onClick={previous}
          />
          <IconButton
            icon="chevron-right"
            size="small"
            label={t("panel.next")}
            aria-disabled={!next}
            onClick={next}
          />
          <IconButton icon="close" size="small" label={t("panel.close")} onClick={onClose} />
        </header>
        {/* Drafts of one cell must not be written into the next. */}
        <div className="ws-panel-body" key={cell.key}>
          <SuggestionSection />
          <LookalikeSection />
          <LevelSection key={intent} />
          <ProtectSection />
          <QuestionsSection />
          <NextStepSection />
          <IntroductionSection />
          <AssessmentSection />
          <DealsSection />
          <CommentsSection />
        </div>
      </section>
    </OpenedCellContext>
  );
}
