import { Dialog, IconButton } from "@sweetspot/widget-kit";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useText } from "../workspace/use-text.ts";
import type { Shape } from "../workspace/use-workspace.ts";

interface PanelFrameProps {
  readonly shape: Shape;
  /** What the panel is about; another one brings the focus anew. */
  readonly about: string;
  readonly eyebrow: string;
  readonly title: string;
  /** A mouse click leaves the focus on the board, for its keys. */
  readonly takeFocus: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Beside the board where there is room, else over it. */
export function PanelFrame(props: PanelFrameProps): ReactNode {
  const { shape, about, eyebrow, title, takeFocus, onClose, children } = props;
  const t = useText();
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takeFocus) panel.current?.focus();
    // Another record brings the focus anew.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [about, takeFocus]);
  if (shape !== "wide")
    return (
      <Dialog
        open
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        place="side"
        title={title}
        eyebrow={eyebrow}
      >
        <div className="so-panel-body" key={about}>
          {children}
        </div>
      </Dialog>
    );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };
  return (
    // Not modal: the board beside it stays in use, which the dialog element does not offer inside a shadow root's flow.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={panel}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="dialog"
      className="so-panel"
      tabIndex={-1}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
    >
      <header className="so-panel-head">
        <div>
          <p className="ss-meta" dir="auto">
            {eyebrow}
          </p>
          <h3 id={titleId} dir="auto">
            {title}
          </h3>
        </div>
        <IconButton icon="close" size="small" label={t("panel.close")} onClick={onClose} />
      </header>
      {/* Drafts of one record must not be written into the next. */}
      <div className="so-panel-body" key={about}>
        {children}
      </div>
    </section>
  );
}
