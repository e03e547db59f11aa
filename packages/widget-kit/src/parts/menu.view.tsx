import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.view.tsx";
import type { IconName } from "./icon-paths.ts";
import { useOverlay } from "./overlay.ts";

export interface MenuCommand {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Keys that do the same, as text. */
  readonly shortcut?: string;
  readonly tone?: "danger";
  readonly disabled?: boolean;
  /** Set for a command that is on or off. */
  readonly checked?: boolean;
  readonly onSelect: () => void;
}

export type MenuEntry = MenuCommand | "separator";

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly items: readonly MenuEntry[];
  readonly align?: "start" | "end";
}

/** Commands behind one button; arrows, letters and Escape work as in any menu. */
export function Menu({ trigger, items, align = "end" }: MenuProps): ReactNode {
  const overlay = useOverlay();
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={overlay}>
        <Base.Positioner
          className="ss-layer"
          positionMethod="fixed"
          align={align}
          sideOffset={4}
          collisionPadding={8}
        >
          <Base.Popup className="ss-menu">
            {items.map((item, index) =>
              item === "separator" ? (
                <Base.Separator key={`separator-${String(index)}`} className="ss-menu-line" />
              ) : (
                <MenuItem key={item.id} item={item} />
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function MenuItem({ item }: { readonly item: MenuCommand }): ReactNode {
  const className = classNames("ss-menu-item", item.tone === "danger" && "ss-menu-danger");
  const content = (
    <>
      <span className="ss-menu-icon">
        {item.checked === true ? (
          <Icon name="check" />
        ) : item.icon === undefined ? null : (
          <Icon name={item.icon} />
        )}
      </span>
      <span className="ss-menu-label">{item.label}</span>
      {item.shortcut === undefined ? null : <kbd className="ss-key">{item.shortcut}</kbd>}
    </>
  );
  if (item.checked !== undefined) {
    return (
      <Base.CheckboxItem
        className={className}
        checked={item.checked}
        disabled={item.disabled === true}
        onCheckedChange={item.onSelect}
      >
        {content}
      </Base.CheckboxItem>
    );
  }
  return (
    <Base.Item className={className} disabled={item.disabled === true} onClick={item.onSelect}>
      {content}
    </Base.Item>
  );
}
