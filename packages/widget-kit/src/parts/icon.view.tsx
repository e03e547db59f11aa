import type { ReactNode } from "react";
import { ICONS, type IconName } from "./icon-paths.ts";

export interface IconProps {
  readonly name: IconName;
  readonly size?: "small";
  /** Only where no words stand beside it; otherwise the icon is decoration. */
  readonly label?: string;
}

/** A line drawing on a 16 px grid in the colour of the text around it. */
export function Icon({ name, size, label }: IconProps): ReactNode {
  const { line, fill } = ICONS[name];
  return (
    <svg
      className={size === "small" ? "ss-icon ss-icon-small" : "ss-icon"}
      viewBox="0 0 16 16"
      role={label === undefined ? undefined : "img"}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
      focusable="false"
    >
      {line === undefined ? null : <path d={line} />}
      {fill === undefined ? null : <path className="ss-icon-fill" d={fill} />}
    </svg>
  );
}
