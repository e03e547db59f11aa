import { Button, Icon } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { useText } from "../workspace/use-text.ts";
import type { ToldMessage } from "./told.model.ts";

interface Props {
  readonly message: ToldMessage;
  readonly onReword: (() => void) | undefined;
}

/** Words of ours in a message that the customer has his own word for. A notice, never a barrier. */
export function JargonNotices({ message, onReword }: Props): ReactNode {
  const t = useText();
  if (message.jargon.length === 0) return null;
  return (
    <div className="so-told-jargon">
      <Icon name="alert" size="small" />
      <ul className="so-panel-list">
        {message.jargon.map(({ id, found, instead }) => (
          <li key={id} dir="auto">
            {t("messages.jargon", { found, instead })}
          </li>
        ))}
      </ul>
      {onReword === undefined ? null : (
        <Button size="small" tone="quiet" onClick={onReword}>
          {t("messages.jargon-reword")}
        </Button>
      )}
    </div>
  );
}
