import { type ReactNode, useEffect, useId, useRef } from "react";
import { usePage } from "../page/page-context.ts";

export interface ConfirmDialogProps {
  readonly title: string;
  /** Names what is done, as on the button that opened it. */
  readonly confirm: string;
  readonly isBusy: boolean;
  readonly children: ReactNode;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something is gone for good. The focus begins at the way back. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { title, confirm, isBusy, children, onConfirm, onClose } = props;
  const { t } = usePage();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="wb-dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
      <div className="wb-dialog-actions">
        {/* The first to be focused. */}
        <button type="button" className="ss-button" onClick={() => dialog.current?.close()}>
          {t("relations.keep")}
        </button>
        <button
          type="button"
          className="ss-button ss-button-danger"
          aria-disabled={isBusy}
          onClick={() => (isBusy ? undefined : onConfirm())}
        >
          {confirm}
        </button>
      </div>
    </dialog>
  );
}
