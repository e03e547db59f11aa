import { type ReactElement, useEffect, useMemo, useState } from "react";
import { type Answer, askGateway } from "./gateway.ts";
import type { SettingsAnswer, SettingsChange, StorageMode } from "./gateway-answers.ts";
import { Problem } from "./problem.tsx";
import {
  Alert,
  Divider,
  Flex,
  Heading,
  LoadingSpinner,
  Select,
  type SettingsActions,
  type SettingsContext,
  Text,
  Toggle,
} from "./sdk.ts";
import { SettingsConnection } from "./settings-connection.tsx";
import { SettingsData } from "./settings-data.tsx";
import { createReading } from "./texts.ts";
import { SETTINGS_TEXTS, WIDGETS } from "./widgets.gen.ts";

export interface SettingsPageProps {
  readonly context: SettingsContext;
  readonly actions: SettingsActions;
}

type Shown = Answer<SettingsAnswer> | undefined;

const showSettings = async (show: (answer: Shown) => void): Promise<void> =>
  show(await askGateway<SettingsAnswer>("settings/read", {}));

/** What an admin decides for the whole portal. The gateway checks who asks; this page only shows its answer. */
export function SettingsPage({ context, actions }: SettingsPageProps): ReactElement {
  const locale = context.user.locale ?? context.user.language;
  const reading = useMemo(() => createReading(locale, SETTINGS_TEXTS), [locale]);
  const [shown, setShown] = useState<Shown>();
  const [saving, setSaving] = useState(false);
  const { say } = reading;

  useEffect(() => void showSettings(setShown), []);
  const retry = (): void => {
    setShown(undefined);
    void showSettings(setShown);
  };
  const change = async (wanted: SettingsChange): Promise<void> => {
    setSaving(true);
    const answer = await askGateway<SettingsAnswer>("settings/write", { ...wanted });
    setSaving(false);
    if (answer.ok) {
      setShown(answer);
      actions.addAlert({ type: "success", message: say("settings.saved") });
    } else actions.addAlert({ type: "danger", message: say(`card.problem.${answer.problem}`) });
  };
  if (!shown) return <LoadingSpinner label={say("settings.loading")} showLabel layout="centered" />;
  if (!shown.ok) return <Problem problem={shown.problem} reading={reading} onRetry={retry} />;
  const { connection, widgets, storage } = shown.value;
  return (
    <Flex direction="column" gap="md">
      <SettingsConnection connection={connection} reading={reading} />
      <Divider />
      <Heading>{say("settings.widgets")}</Heading>
      <Text>{say("settings.widgets-text")}</Text>
      {WIDGETS.map(({ id, titles }) => (
        <Toggle
          key={id}
          name={id}
          label={titles[reading.language]}
          checked={widgets[id] ?? true}
          readonly={saving}
          onChange={(on) => void change({ widgets: { [id]: on } })}
        />
      ))}
      <Divider />
      <Heading>{say("settings.storage")}</Heading>
      <Select
        label={say("settings.storage-label")}
        value={storage.mode}
        readOnly={saving || storage.available.length < 2}
        options={storage.available.map((mode) => ({ value: mode, label: say(`settings.storage.${mode}`) }))}
        onChange={(mode) => void change({ storage: mode as StorageMode })}
      />
      {storage.mode === "hubspot" ? (
        <Alert title={say("settings.storage-weak")} variant="warning">
          {say("settings.storage-weak-text")}
        </Alert>
      ) : null}
      <Divider />
      <SettingsData portal={String(context.portal.id)} actions={actions} reading={reading} />
    </Flex>
  );
}
