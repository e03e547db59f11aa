import { type ReactElement, useState } from "react";
import { askGateway } from "./gateway.ts";
import { GATEWAY } from "./gateway-address.ts";
import type { SettingsAnswer } from "./gateway-answers.ts";
import {
  Alert,
  Button,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Heading,
  Link,
  LoadingButton,
  type SettingsActions,
  StatusTag,
  Text,
} from "./sdk.ts";
import type { Reading } from "./texts.ts";

export interface SettingsConnectionProps {
  readonly connection: SettingsAnswer["connection"];
  readonly actions: SettingsActions;
  readonly reading: Reading;
  /** Read anew: the connection has been ended. */
  readonly onChanged: () => void;
}

/** Is the portal connected, by whom and since when, with whose rights and which scopes? And the way out, and back. */
export function SettingsConnection(props: SettingsConnectionProps): ReactElement {
  const { connection, reading } = props;
  const { say } = reading;
  const { state, installedAt, users, userLevel, people = [], scopes = [] } = connection;
  const connected = state === "installed";
  const granted = scopes.filter((scope) => scope.granted);
  const lacking = scopes.filter((scope) => !scope.granted);
  return (
    <Flex direction="column" gap="sm">
      <Heading>{say("settings.connection")}</Heading>
      <DescriptionList direction="row">
        <DescriptionListItem label={say("settings.state")}>
          <StatusTag variant={connected ? "success" : "danger"}>{say(`settings.state.${state}`)}</StatusTag>
        </DescriptionListItem>
        {installedAt === undefined ? null : (
          <DescriptionListItem label={say("settings.since")}>
            <Text>{reading.day(installedAt)}</Text>
          </DescriptionListItem>
        )}
        <DescriptionListItem label={say("settings.users")}>
          <Text>{reading.number(users)}</Text>
        </DescriptionListItem>
        {userLevel === undefined ? null : (
          <DescriptionListItem label={say("settings.rights")}>
            <Text>{say(userLevel ? "settings.rights.user" : "settings.rights.account")}</Text>
          </DescriptionListItem>
        )}
        {people.length === 0 ? null : (
          <DescriptionListItem label={say("settings.people")}>
            {people.map(({ user, name, since, isYou }) => (
              <Text key={user}>
                {say(isYou ? "settings.person.you" : "settings.person", {
                  name: name ?? say("settings.person.number", { user }),
                  day: reading.day(since),
                })}
              </Text>
            ))}
            {users > people.length ? (
              <Text>{say("settings.people.more", { count: users - people.length })}</Text>
            ) : null}
          </DescriptionListItem>
        )}
        {granted.length === 0 ? null : (
          <DescriptionListItem label={say("settings.scopes")}>
            <Text>{granted.map(({ name }) => name).join(", ")}</Text>
          </DescriptionListItem>
        )}
        {lacking.length === 0 ? null : (
          <DescriptionListItem label={say("settings.scopes.lacking")}>
            <Text>{lacking.map(({ name }) => name).join(", ")}</Text>
            <Text>{say("settings.scopes.lacking-text")}</Text>
          </DescriptionListItem>
        )}
      </DescriptionList>
      <Link href={{ url: `${GATEWAY}/hubspot/v1/install`, external: true }}>
        {say(connected ? "settings.reconnect" : "card.connect")}
      </Link>
      {connected ? <Disconnect {...props} /> : null}
    </Flex>
  );
}

/** Asks first, and says what goes and what stays. */
function Disconnect({ actions, reading, onChanged }: SettingsConnectionProps): ReactElement {
  const { say } = reading;
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const disconnect = async (): Promise<void> => {
    setBusy(true);
    const answer = await askGateway<unknown>("settings/disconnect", {});
    setBusy(false);
    setAsking(false);
    if (!answer.ok)
      return actions.addAlert({ type: "danger", message: say(`card.problem.${answer.problem}`) });
    actions.addAlert({ type: "success", message: say("settings.disconnected") });
    onChanged();
  };
  if (!asking)
    return (
      <Button variant="secondary" onClick={() => setAsking(true)}>
        {say("settings.disconnect")}
      </Button>
    );
  return (
    <Alert variant="warning" title={say("settings.disconnect-ask")}>
      <Flex direction="column" gap="sm">
        <Text>{say("settings.disconnect-goes")}</Text>
        <Text>{say("settings.disconnect-stays")}</Text>
        <Flex direction="row" gap="sm">
          <LoadingButton variant="destructive" loading={busy} onClick={() => void disconnect()}>
            {say("settings.disconnect-yes")}
          </LoadingButton>
          <Button variant="secondary" disabled={busy} onClick={() => setAsking(false)}>
            {say("settings.disconnect-no")}
          </Button>
        </Flex>
      </Flex>
    </Alert>
  );
}
