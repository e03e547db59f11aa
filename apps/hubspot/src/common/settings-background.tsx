import { type ReactElement, useState } from "react";
import { askGateway } from "./gateway.ts";
import type { BackgroundState, WriteAnswer } from "./gateway-answers.ts";
import { Alert, Button, Flex, Heading, LoadingButton, type SettingsActions, StatusTag, Text } from "./sdk.ts";
import type { Reading } from "./texts.ts";

export interface SettingsBackgroundProps {
  readonly background: BackgroundState;
  readonly actions: SettingsActions;
  readonly reading: Reading;
  /** Read anew: rights have been lent, or that has ended. */
  readonly onChanged: () => void;
}

/** With whose rights what nobody waits for is done. HubSpot gives an app none of its own, so an admin lends his, or nobody. */
export function SettingsBackground(props: SettingsBackgroundProps): ReactElement {
  const { background, reading } = props;
  const { say } = reading;
  const { lent, waiting } = background;
  return (
    <Flex direction="column" gap="sm">
      <Heading>{say("settings.background")}</Heading>
      <Text>{say("settings.background-text")}</Text>
      {lent === undefined ? (
        <>
          <StatusTag variant="default">{say("settings.background.none")}</StatusTag>
          <Text>{say("settings.background.none-text")}</Text>
        </>
      ) : (
        <>
          <StatusTag variant="success">
            {say(lent.isYou ? "settings.background.you" : "settings.background.other", {
              name: lent.name ?? say("settings.person.number", { user: lent.user }),
              day: reading.day(lent.since),
            })}
          </StatusTag>
          <Text>{say("settings.background.lent-text")}</Text>
        </>
      )}
      {waiting === 0 ? null : <Text>{say("settings.background.waiting", { count: waiting })}</Text>}
      <Change {...props} />
    </Flex>
  );
}

/** Lending is asked about first, with what it means; taking it back is not. */
function Change({ background, actions, reading, onChanged }: SettingsBackgroundProps): ReactElement {
  const { say } = reading;
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const change = async (lend: boolean): Promise<void> => {
    setBusy(true);
    const answer = await askGateway<WriteAnswer>("settings/write", { background: lend });
    setBusy(false);
    setAsking(false);
    if (!answer.ok)
      return actions.addAlert({ type: "danger", message: say(`card.problem.${answer.problem}`) });
    actions.addAlert({ type: "success", message: say("settings.saved") });
    onChanged();
  };
  if (background.lent !== undefined)
    return (
      <LoadingButton variant="secondary" loading={busy} onClick={() => void change(false)}>
        {say("settings.background-end")}
      </LoadingButton>
    );
  if (!asking)
    return (
      <Button variant="secondary" onClick={() => setAsking(true)}>
        {say("settings.background-lend")}
      </Button>
    );
  return (
    <Alert variant="warning" title={say("settings.background-ask")}>
      <Flex direction="column" gap="sm">
        <Text>{say("settings.background-ask-rights")}</Text>
        <Text>{say("settings.background-ask-seen")}</Text>
        <Text>{say("settings.background-ask-end")}</Text>
        <Flex direction="row" gap="sm">
          <LoadingButton variant="primary" loading={busy} onClick={() => void change(true)}>
            {say("settings.background-yes")}
          </LoadingButton>
          <Button variant="secondary" disabled={busy} onClick={() => setAsking(false)}>
            {say("settings.background-no")}
          </Button>
        </Flex>
      </Flex>
    </Alert>
  );
}
