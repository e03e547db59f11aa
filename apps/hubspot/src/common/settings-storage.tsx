import { type ReactElement, useState } from "react";
import { askGateway } from "./gateway.ts";
import type { StorageMode, StorageState, WriteAnswer } from "./gateway-answers.ts";
import {
  Alert,
  Button,
  Flex,
  Heading,
  LoadingButton,
  type SettingsActions,
  Text,
  ToggleGroup,
} from "./sdk.ts";
import type { Reading } from "./texts.ts";

export interface SettingsStorageProps {
  readonly storage: StorageState;
  readonly actions: SettingsActions;
  readonly reading: Reading;
  readonly onSaved: (mode: StorageMode) => void;
}

const MODES: readonly StorageMode[] = ["gateway", "hubspot"];

/** Where plans are kept. Each choice says what it promises and what it does not, and plans do not move along. */
export function SettingsStorage({ storage, actions, reading, onSaved }: SettingsStorageProps): ReactElement {
  const { say } = reading;
  const { mode, native } = storage;
  const [wanted, setWanted] = useState<StorageMode>(mode);
  const [busy, setBusy] = useState(false);
  const change = async (): Promise<void> => {
    setBusy(true);
    const answer = await askGateway<WriteAnswer>("settings/write", { storage: wanted });
    setBusy(false);
    if (!answer.ok) {
      actions.addAlert({ type: "danger", message: say(`card.problem.${answer.problem}`) });
      return;
    }
    if (answer.value.refused !== undefined) {
      actions.addAlert({ type: "danger", message: say(`settings.storage.native.${answer.value.refused}`) });
      return;
    }
    actions.addAlert({ type: "success", message: say("settings.saved") });
    onSaved(wanted);
  };
  return (
    <Flex direction="column" gap="sm">
      <Heading>{say("settings.storage")}</Heading>
      <ToggleGroup
        toggleType="radioButtonList"
        name="storage"
        label={say("settings.storage-label")}
        value={wanted}
        options={MODES.map((one) => ({
          value: one,
          label: say(`settings.storage.${one}`),
          description: say(`settings.storage.${one}-text`),
          readOnly: one === "hubspot" && native !== "ready" && mode !== "hubspot",
        }))}
        onChange={(value: string) => setWanted(value === "hubspot" ? "hubspot" : "gateway")}
      />
      {native === "ready" ? null : <Text>{say(`settings.storage.native.${native}`)}</Text>}
      {wanted === mode ? null : (
        <Alert variant="warning" title={say("settings.storage-ask")}>
          <Flex direction="column" gap="sm">
            <Text>{say("settings.storage-ask-text")}</Text>
            <Flex direction="row" gap="sm">
              <LoadingButton variant="destructive" loading={busy} onClick={() => void change()}>
                {say("settings.storage-yes")}
              </LoadingButton>
              <Button variant="secondary" disabled={busy} onClick={() => setWanted(mode)}>
                {say("settings.storage-no")}
              </Button>
            </Flex>
          </Flex>
        </Alert>
      )}
    </Flex>
  );
}
