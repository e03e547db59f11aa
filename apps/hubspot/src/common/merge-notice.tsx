import { type ReactElement, useState } from "react";
import { askGateway } from "./gateway.ts";
import type { PlanChoice, PlanShape } from "./gateway-answers.ts";
import { Alert, Button, Flex, LoadingButton, type RecordActions, Text } from "./sdk.ts";
import type { Reading } from "./texts.ts";
import type { RecordReference } from "./use-summaries.ts";

export interface MergeNoticeProps {
  readonly choice: PlanChoice;
  readonly record: RecordReference;
  readonly actions: RecordActions;
  readonly reading: Reading;
  readonly onChosen: () => void;
}

/** Two companies became one, and both had a plan: which one goes on here? The other one is kept, too. */
export function MergeNotice({ choice, record, actions, reading, onChosen }: MergeNoticeProps): ReactElement {
  const { say } = reading;
  const { gone, shown, here, waiting } = choice;
  const [busy, setBusy] = useState<"here" | "waiting">();
  const choose = async (which: "here" | "waiting"): Promise<void> => {
    setBusy(which);
    const other = shown === "kept" ? "gone" : "kept";
    const answer = await askGateway<unknown>("merge", {
      ...record,
      gone,
      shown: which === "here" ? shown : other,
    });
    setBusy(undefined);
    if (!answer.ok)
      return actions.addAlert({ type: "danger", message: say(`card.problem.${answer.problem}`) });
    actions.addAlert({ type: "success", message: say("card.merge-chosen") });
    onChosen();
  };
  const sizeOf = ({ records, changedAt }: PlanShape): string =>
    changedAt === null
      ? say("card.merge-size", { count: records })
      : say("card.merge-size-day", { count: records, day: reading.day(changedAt) });
  return (
    <Alert variant="warning" title={say("card.merge")}>
      <Flex direction="column" gap="sm">
        <Text>{say("card.merge-here", { size: sizeOf(here) })}</Text>
        <Text>{say("card.merge-waiting", { size: sizeOf(waiting) })}</Text>
        <Text>{say("card.merge-safe")}</Text>
        <Flex direction="row" gap="sm">
          <LoadingButton
            variant="primary"
            loading={busy === "here"}
            disabled={busy !== undefined}
            onClick={() => void choose("here")}
          >
            {say("card.merge-choose-here")}
          </LoadingButton>
          <Button variant="secondary" disabled={busy !== undefined} onClick={() => void choose("waiting")}>
            {say("card.merge-choose-waiting")}
          </Button>
        </Flex>
      </Flex>
    </Alert>
  );
}
