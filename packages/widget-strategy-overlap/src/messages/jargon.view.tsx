import { Button, Icon } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo } from "react";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { jargonIn } from "./jargon.model.ts";
import type { ToldMessage } from "./told.model.ts";

interface Props {
  readonly workspace: Workspace;
  readonly message: ToldMessage;
  readonly onReword: (() => void) | undefined;
}

/** Words of ours in a message that the customer has his own word for. A notice, never a barrier. */
export function JargonNotices({ workspace, message, onReword }: Props): ReactNode {
  const { reading, language } = workspace;
  const t = useText();
  const jargon = useMemo(
    () => jargonIn(message.record, reading.records, language),
    [message.record, reading.records, language],
  );
  if (jargon.length === 0) return null;
  return (
    <div className="so-told-jargon">
      <Icon name="alert" size="small" />
      <ul className="so-panel-list">
        {jargon.map(({ id, found, instead }) => (
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
