import type { ReactNode } from "react";
import { classNames } from "../parts/class-names.ts";
import { Icon } from "../parts/icon.view.tsx";
import type { IconName } from "../parts/icon-paths.ts";

export interface FullScreenProps {
  readonly icon?: IconName;
  readonly art?: ReactNode;
  readonly tone?: "bad";
  /** What happened. */
  readonly title: string;
  /** What is safe, and what to do. */
  readonly text: string;
  readonly actions?: ReactNode;
  /** A code for whoever is asked for help. */
  readonly detail?: string;
}

/** A screen that takes the whole widget. */
export function FullScreen({ icon, art, tone, title, text, actions, detail }: FullScreenProps): ReactNode {
  return (
    <div className="ss-screen" role={tone === "bad" ? "alert" : undefined}>
      {art ??
        (icon === undefined ? null : (
          <span className={classNames("ss-screen-mark", tone === "bad" && "ss-screen-bad")}>
            <Icon name={icon} />
          </span>
        ))}
      <h3 className="ss-screen-title">{title}</h3>
      <p className="ss-screen-text">{text}</p>
      {actions === undefined ? null : <div className="ss-row">{actions}</div>}
      {detail === undefined ? null : <p className="ss-meta ss-mono">{detail}</p>}
    </div>
  );
}
