import type { ReactNode } from "react";
import { useT } from "../widget/widget-context.ts";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.view.tsx";
import type { IconName } from "./icon-paths.ts";

export interface ChipProps {
  readonly tone?: "plain" | "good" | "warn" | "bad" | "suggestion" | "sweet" | "accent";
  readonly icon?: IconName;
  readonly children: ReactNode;
  /** Makes it a button. */
  readonly onClick?: () => void;
  /** For a filter that is on. */
  readonly pressed?: boolean;
  /** Adds a cross; give the chip's words in `removeLabel`. */
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
}

/** A word about a thing, or a filter. */
export function Chip({
  tone = "plain",
  icon,
  children,
  onClick,
  pressed,
  onRemove,
  removeLabel,
}: ChipProps): ReactNode {
  const t = useT();
  const className = classNames("ss-chip", `ss-chip-${tone}`, pressed === true && "ss-chip-on");
  const content = (
    <>
      {icon === undefined ? null : <Icon name={icon} size="small" />}
      {children}
    </>
  );
  if (onClick !== undefined) {
    return (
      <button type="button" className={className} aria-pressed={pressed} onClick={onClick}>
        {content}
      </button>
    );
  }
  return (
    <span className={className}>
      {content}
      {onRemove === undefined ? null : (
        <button
          type="button"
          className="ss-chip-remove"
          aria-label={t("kit.remove", { name: removeLabel ?? "" })}
          onClick={onRemove}
        >
          <Icon name="close" size="small" />
        </button>
      )}
    </span>
  );
}
