import { Dialog as Base } from "@base-ui/react/dialog";
import type { KeyboardEvent, ReactNode, RefObject } from "react";
import { useT } from "../widget/widget-context.ts";
import { Button } from "./button.view.tsx";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.view.tsx";
import { useOverlay } from "./overlay.ts";

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  /** Stands above the title, for example the path to what it is about. */
  readonly eyebrow?: string;
  readonly children: ReactNode;
  /** Buttons, at the end. */
  readonly footer?: ReactNode;
  /** `side`: a panel at the right edge. */
  readonly place?: "centre" | "side";
  readonly size?: "small" | "medium" | "large";
  /** What gets the focus first; otherwise the first field or button. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** What gets the focus afterwards; otherwise what had it before, if that is still there. */
  readonly finalFocus?: RefObject<HTMLElement | null>;
}

/**
 * A task that waits for an answer. Keyboard focus stays inside and comes back afterwards. `trap-focus` instead of full
 * modality, because the latter locks the scrolling of the host's page, which is not ours.
 */
export function Dialog(props: DialogProps): ReactNode {
  const { open, onOpenChange, title, eyebrow, children, footer, place = "centre", size = "medium" } = props;
  const overlay = useOverlay();
  const t = useT();
  return (
    <Base.Root open={open} onOpenChange={onOpenChange} modal="trap-focus">
      <Base.Portal container={overlay}>
        <Base.Backdrop className="ss-backdrop" />
        <Base.Popup
          onKeyDown={leaveSortingAlone}
          aria-modal="true"
          className={classNames("ss-dialog", `ss-dialog-${place}`, `ss-dialog-${size}`)}
          {...(props.initialFocus === undefined ? {} : { initialFocus: props.initialFocus })}
          {...(props.finalFocus === undefined ? {} : { finalFocus: props.finalFocus })}
        >
          <header className="ss-dialog-head">
            <div className="ss-dialog-heading">
              {eyebrow === undefined ? null : <p className="ss-meta">{eyebrow}</p>}
              <Base.Title className="ss-dialog-title">{title}</Base.Title>
            </div>
          </header>
          <div className="ss-dialog-body">{children}</div>
          {footer === undefined ? null : <footer className="ss-dialog-foot">{footer}</footer>}
          {/* Last, so that the first field has the focus first. */}
          <Base.Close
            className="ss-button ss-button-quiet ss-button-icon ss-dialog-close"
            aria-label={t("kit.close")}
          >
            <Icon name="close" />
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Base UI keeps arrow keys inside its popups; an entry being sorted waits for them at the document. */
const leaveSortingAlone = (event: KeyboardEvent & { preventBaseUIHandler?: () => void }): void => {
  if ((event.target as Element).closest(".ss-sortable-grip")) event.preventBaseUIHandler?.();
};

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** A question. */
  readonly title: string;
  /** What happens, and what does not. */
  readonly text: string;
  /** The verb of the title. */
  readonly confirm: string;
  readonly cancel?: string;
  readonly tone?: "primary" | "danger";
  readonly onConfirm: () => void;
}

/** One question before something that is not easily taken back. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { open, onOpenChange, title, text, confirm, cancel, tone = "primary", onConfirm } = props;
  const overlay = useOverlay();
  const t = useT();
  return (
    <Base.Root open={open} onOpenChange={onOpenChange} modal="trap-focus" disablePointerDismissal>
      <Base.Portal container={overlay}>
        <Base.Backdrop className="ss-backdrop" />
        <Base.Popup
          role="alertdialog"
          aria-modal="true"
          className="ss-dialog ss-dialog-centre ss-dialog-small"
        >
          <div className="ss-dialog-body">
            <Base.Title className="ss-dialog-title">{title}</Base.Title>
            <Base.Description className="ss-dialog-text">{text}</Base.Description>
          </div>
          <footer className="ss-dialog-foot">
            <Base.Close render={<Button />}>{cancel ?? t("kit.cancel")}</Base.Close>
            <Button
              tone={tone}
              onClick={() => {
                onConfirm();
                onOpenChange(false);
              }}
            >
              {confirm}
            </Button>
          </footer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
