import { createContext, type ReactNode, use, useCallback, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useOverlay } from "./overlay.ts";
import { type Notice, Toast } from "./toast-card.view.tsx";
import { useSurface } from "../widget/widget-context.ts";

export type ShowToast = (notice: Notice) => void;

interface ShownNotice {
  readonly id: number;
  readonly notice: Notice;
}

const ToastContext = createContext<ShowToast>(() => {});

/** Says briefly what happened, without taking the focus. */
export const useToast = (): ShowToast => use(ToastContext);

/** At most three are shown; a notice of a host that can show it itself goes there, unless it carries an action. */
const LIMIT = 3;

export function ToastProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [shown, setShown] = useState<readonly ShownNotice[]>([]);
  const count = useRef(0);
  const overlay = useOverlay();
  const surface = useSurface();
  const show = useCallback<ShowToast>(
    (notice) => {
      const { tone = "good", text, action, undo } = notice;
      if (action === undefined && undo !== true && surface.notify !== undefined) {
        surface.notify({ tone, text });
        return;
      }
      count.current += 1;
      const id = count.current;
      setShown((before) => [
        ...before.filter((other) => !replaces(notice, other.notice)).slice(1 - LIMIT),
        { id, notice },
      ]);
    },
    [surface],
  );
  const dismiss = useCallback(
    (id: number) => setShown((before) => before.filter((one) => one.id !== id)),
    [],
  );
  return (
    <ToastContext value={show}>
      {children}
      {createPortal(
        <div className="ss-toasts" aria-live="polite">
          {shown.map(({ id, notice }) => (
            <Toast key={id} notice={notice} onDismiss={() => dismiss(id)} />
          ))}
        </div>,
        overlay,
      )}
    </ToastContext>
  );
}

/** The same words again, or another offer to undo: only the last edit can be taken back. */
const replaces = (notice: Notice, earlier: Notice): boolean =>
  earlier.text === notice.text || (earlier.undo === true && notice.undo === true);
