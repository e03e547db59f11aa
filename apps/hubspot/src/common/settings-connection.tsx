import type { ReactElement } from "react";
import { GATEWAY } from "./gateway-address.ts";
import type { SettingsAnswer } from "./gateway-answers.ts";
import { Alert, DescriptionList, DescriptionListItem, Flex, Heading, Link, StatusTag, Text } from "./sdk.ts";
import type { Reading } from "./texts.ts";

export interface SettingsConnectionProps {
  readonly connection: SettingsAnswer["connection"];
  readonly reading: Reading;
}

/** Is the portal connected, since when, and with whose rights? */
export function SettingsConnection({ connection, reading }: SettingsConnectionProps): ReactElement {
  const { say } = reading;
  const { state, since, missingScopes = [], level } = connection;
  return (
    <Flex direction="column" gap="sm">
      <Heading>{say("settings.connection")}</Heading>
      <DescriptionList direction="row">
        <DescriptionListItem label={say("settings.state")}>
          <StatusTag variant={state === "connected" ? "success" : "danger"}>
            {say(`settings.state.${state}`)}
          </StatusTag>
        </DescriptionListItem>
        {since === undefined ? null : (
          <DescriptionListItem label={say("settings.since")}>
            <Text>{reading.day(since)}</Text>
          </DescriptionListItem>
        )}
        {level === undefined ? null : (
          <DescriptionListItem label={say("settings.rights")}>
            <Text>{say(`settings.rights.${level}`)}</Text>
          </DescriptionListItem>
        )}
      </DescriptionList>
      {missingScopes.length > 0 ? (
        <Alert title={say("settings.missing-scopes")} variant="warning">
          {missingScopes.join(", ")}
        </Alert>
      ) : null}
      {state === "connected" ? null : (
        <Link href={{ url: `${GATEWAY}/hubspot/v1/install`, external: true }}>{say("card.connect")}</Link>
      )}
    </Flex>
  );
}
