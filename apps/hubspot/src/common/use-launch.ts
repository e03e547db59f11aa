import { useState } from "react";
import { type Answer, askGateway, type Problem } from "./gateway.ts";
import { GATEWAY } from "./gateway-address.ts";
import type { LaunchAnswer } from "./gateway-answers.ts";
import type { RecordActions } from "./sdk.ts";
import type { Reading } from "./texts.ts";
import type { RecordReference } from "./use-summaries.ts";

const SIZE = { width: 1280, height: 860 } as const;

export interface LaunchSettings {
  readonly record: RecordReference;
  readonly reading: Reading;
  readonly actions: RecordActions;
  /** The modal is closed: what the card shows may be old. */
  readonly onClosed: () => void;
}

/** Opens a widget in HubSpot's modal. The address works once and for seconds only, so it is asked for at the click. */
export function useLaunch({ record, reading, actions, onClosed }: LaunchSettings): {
  readonly opening: string | undefined;
  readonly open: (widget: string, title: string) => void;
} {
  const [opening, setOpening] = useState<string>();
  const open = async (widget: string, title: string): Promise<void> => {
    setOpening(widget);
    const answer = await askGateway<LaunchAnswer>("launch", { ...record, widget, locale: reading.locale });
    setOpening(undefined);
    const uri = answer.ok && "uri" in answer.value ? answer.value.uri : undefined;
    if (uri === undefined || !isOurs(uri)) {
      const problem = problemOf(answer);
      actions.addAlert({ type: "danger", message: reading.say(`card.problem.${problem}`) });
      // The card then says what the alert says, with the way out of it.
      if (problem === "disconnected") onClosed();
      return;
    }
    actions.openIframeModal({ uri, ...SIZE, title, flush: true }, () => {
      onClosed();
      actions.refreshObjectProperties();
    });
  };
  return { opening, open: (widget, title) => void open(widget, title) };
}

function problemOf(answer: Answer<LaunchAnswer>): Problem {
  if (!answer.ok) return answer.problem;
  return "state" in answer.value ? "disconnected" : "unavailable";
}

/** An answer must not lead a user to somebody else's page. */
const isOurs = (uri: string): boolean => uri.startsWith(`${GATEWAY}/`);
