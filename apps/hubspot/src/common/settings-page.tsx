import { type ReactElement, useEffect, useMemo, useState } from "react";
import { type Answer, askGateway } from "./gateway.ts";
import type { SettingsAnswer, WriteAnswer } from "./gateway-answers.ts";
import { Problem } from "./problem.tsx";
import {
  Divider,
  Flex,
  Heading,
  LoadingSpinner,
  type SettingsActions,
  type SettingsContext,
  Text,
  Toggle,
} from "./sdk.ts";
import { SettingsBackground } from "./settings-background.tsx";
import { SettingsConnection } from "./settings-connection.tsx";
import { SettingsData } from "./settings-data.tsx";
import { SettingsMapping } from "./settings-mapping.tsx";
import { SettingsStorage } from "./settings-storage.tsx";
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
  const switchWidget = async (id: string, on: boolean, before: SettingsAnswer): Promise<void> => {
    const others = before.settings.offWidgets.filter((other) => other !== id);
    setSaving(true);
    const answer = await askGateway<WriteAnswer>("settings/write", {
      offWidgets: on ? others : [...others, id],
    });
    setSaving(false);
    if (answer.ok) {
      setShown({ ok: true, value: { ...before, settings: answer.value.settings } });
      actions.addAlert({ type: "success", message: say("settings.saved") });
    } else actions.addAlert({ type: "danger", message: say(`card.problem.${answer.problem}`) });
  };
  if (!shown) return <LoadingSpinner label={say("settings.loading")} showLabel layout="centered" />;
  if (!shown.ok) return <Problem problem={shown.problem} reading={reading} onRetry={retry} />;
  const { value } = shown;
  const { background, storage } = value;
  const connection = (
    <SettingsConnection connection={value.connection} actions={actions} reading={reading} onChanged={retry} />
  );
  // Who has not connected is nobody the gateway knows yet: there is nothing to decide.
  if (value.connection.state === "uninstalled") return connection;
  const change = (settings: Partial<SettingsAnswer["settings"]>): void =>
    setShown({ ok: true, value: { ...value, settings: { ...value.settings, ...settings } } });
  return (
    <Flex direction="column" gap="md">
      {connection}
      {background === undefined ? null : (
        <>
          <Divider />
          <SettingsBackground
            background={background}
            actions={actions}
            reading={reading}
            onChanged={() => void showSettings(setShown)}
          />
        </>
      )}
      <Divider />
      <Heading>{say("settings.widgets")}</Heading>
      <Text>{say("settings.widgets-text")}</Text>
      {WIDGETS.filter(({ id }) => value.widgets.includes(id)).map(({ id, titles }) => (
        <Toggle
          key={id}
          name={id}
          label={titles[reading.language]}
          checked={!value.settings.offWidgets.includes(id)}
          readonly={saving}
          onChange={(on) => void switchWidget(id, on, value)}
        />
      ))}
      <Divider />
      <SettingsMapping
        mapping={value.settings.mapping}
        actions={actions}
        reading={reading}
        onSaved={(mapping) => change({ mapping })}
      />
      {storage === undefined ? null : (
        <>
          <Divider />
          <SettingsStorage
            storage={storage}
            actions={actions}
            reading={reading}
            onSaved={(mode) => setShown({ ok: true, value: { ...value, storage: { ...storage, mode } } })}
          />
        </>
      )}
      <Divider />
      <SettingsData portal={String(context.portal.id)} actions={actions} reading={reading} />
    </Flex>
  );
}
