import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.view.tsx";
import type { IconName } from "./icon-paths.ts";
import { Tooltip } from "./tooltip.view.tsx";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: "plain" | "primary" | "quiet" | "danger";
  readonly size?: "small";
  readonly icon?: IconName;
  /** For a button that stays on. */
  readonly pressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with words; the icon only accompanies them. */
export function Button({
  tone = "plain",
  size,
  icon,
  pressed,
  className,
  children,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={classNames("ss-button", `ss-button-${tone}`, size && "ss-button-small", className)}
      {...rest}
    >
      {icon === undefined ? null : <Icon name={icon} {...(size === undefined ? {} : { size })} />}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, "children" | "icon"> {
  readonly icon: IconName;
  /** Read out, and shown as a tooltip. */
  readonly label: string;
  /** Keys that do the same, shown in the tooltip. */
  readonly shortcut?: string;
}

/** A button without words: its name appears on hover and focus. */
export function IconButton({
  icon,
  label,
  shortcut,
  tone = "quiet",
  size,
  className,
  ...rest
}: IconButtonProps): ReactNode {
  return (
    <Tooltip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <Button
        tone={tone}
        {...(size === undefined ? {} : { size })}
        className={classNames("ss-button-icon", className)}
        aria-label={label}
        {...rest}
      >
        <Icon name={icon} />
      </Button>
    </Tooltip>
  );
}
