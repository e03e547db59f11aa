import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { useOverlay } from "./overlay.ts";

export interface TooltipProps {
  readonly text: string;
  readonly shortcut?: string;
  /** The element it explains; must be focusable. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** A short explanation on hover and focus. Nothing may be said only here. */
export function Tooltip({ text, shortcut, children }: TooltipProps): ReactNode {
  const overlay = useOverlay();
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal container={overlay}>
        <Base.Positioner className="ss-layer" positionMethod="fixed" sideOffset={6} collisionPadding={8}>
          <Base.Popup className="ss-tooltip">
            {text}
            {shortcut === undefined ? null : <kbd className="ss-key">{shortcut}</kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
