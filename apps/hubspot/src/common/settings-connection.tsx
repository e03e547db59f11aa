import type { ReactElement } from "react";
import { GATEWAY } from "./gateway-address.ts";
import type { SettingsAnswer } from "./gateway-answers.ts";
import { DescriptionList, DescriptionListItem, Flex, Heading, Link, StatusTag, Text } from "./sdk.ts";
import type { Reading } from "./texts.ts";

export interface SettingsConnectionProps {
  readonly connection: SettingsAnswer["connection"];
  readonly reading: Reading;
}

/** Is the portal connected, since when, with whose rights, and where are the plans? */
export function SettingsConnection({ connection, reading }: SettingsConnectionProps): ReactElement {
  const { say } = reading;
  const { state, installedAt, users, userLevel, storage } = connection;
  const connected = state === "installed";
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
        <DescriptionListItem label={say("settings.storage")}>
          <Text>{say(`settings.storage.${storage}`)}</Text>
        </DescriptionListItem>
      </DescriptionList>
      {connected ? null : (
        <Link href={{ url: `${GATEWAY}/hubspot/v1/install`, external: true }}>{say("card.connect")}</Link>
      )}
    </Flex>
  );
}
