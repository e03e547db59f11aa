import { type ReactElement, useState } from "react";
import { askGateway } from "./gateway.ts";
import { GATEWAY } from "./gateway-address.ts";
import type { ExportAnswer } from "./gateway-answers.ts";
import { Flex, Heading, Input, Link, LoadingButton, type SettingsActions, Text } from "./sdk.ts";
import type { Reading } from "./texts.ts";

export interface SettingsDataProps {
  readonly portal: string;
  readonly actions: SettingsActions;
  readonly reading: Reading;
}

/** The proxy waits no longer than this for an export to be made or a tenant to be erased. */
const LONG_MS = 120_000;

/** All plans of the portal: taken away, or erased for good after the portal's number was typed. */
export function SettingsData({ portal, actions, reading }: SettingsDataProps): ReactElement {
  const { say } = reading;
  const [busy, setBusy] = useState<"export" | "erase">();
  const [link, setLink] = useState<string>();
  const [typed, setTyped] = useState("");

  const takeAway = async (): Promise<void> => {
    setBusy("export");
    const answer = await askGateway<ExportAnswer>("settings/export", {}, LONG_MS);
    setBusy(undefined);
    if (!answer.ok)
      return actions.addAlert({ type: "danger", message: say(`card.problem.${answer.problem}`) });
    if ("uri" in answer.value) {
      if (answer.value.uri.startsWith(`${GATEWAY}/`)) setLink(answer.value.uri);
      return;
    }
    // A worker has no way to hand over a file; the clipboard is the only one out.
    await actions.copyTextToClipboard(JSON.stringify(answer.value.data, null, 2));
    actions.addAlert({ type: "success", message: say("settings.export-copied") });
  };
  const erase = async (): Promise<void> => {
    setBusy("erase");
    const answer = await askGateway<unknown>("settings/erase", { confirm: typed.trim() }, LONG_MS);
    setBusy(undefined);
    if (answer.ok) {
      setTyped("");
      actions.addAlert({ type: "success", message: say("settings.erased") });
    } else actions.addAlert({ type: "danger", message: say(`card.problem.${answer.problem}`) });
  };

  return (
    <Flex direction="column" gap="sm">
      <Heading>{say("settings.data")}</Heading>
      <Text>{say("settings.export-text")}</Text>
      {link === undefined ? (
        <LoadingButton variant="secondary" loading={busy === "export"} onClick={() => void takeAway()}>
          {say("settings.export")}
        </LoadingButton>
      ) : (
        <Link href={{ url: link, external: true }}>{say("settings.export-ready")}</Link>
      )}
      <Text>{say("settings.erase-text", { portal })}</Text>
      <Input
        name="confirm"
        label={say("settings.erase-label", { portal })}
        value={typed}
        onInput={setTyped}
      />
      <LoadingButton
        variant="destructive"
        loading={busy === "erase"}
        disabled={typed.trim() !== portal}
        onClick={() => void erase()}
      >
        {say("settings.erase")}
      </LoadingButton>
    </Flex>
  );
}
