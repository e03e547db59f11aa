import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { useOverlay } from "./overlay.ts";

export interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly title?: string;
  /** Name for screen readers where there is no title. */
  readonly label?: string;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** More about one thing, beside it; a click outside or Escape closes it. */
export function Popover({ trigger, title, label, open, onOpenChange, children }: PopoverProps): ReactNode {
  const overlay = useOverlay();
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={overlay}>
        <Base.Positioner className="ss-layer" positionMethod="fixed" sideOffset={6} collisionPadding={8}>
          <Base.Popup className="ss-popover" aria-label={title === undefined ? label : undefined}>
            {title === undefined ? null : <Base.Title className="ss-popover-title">{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
