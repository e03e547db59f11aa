import { createRenderer } from "@hubspot/ui-extensions/testing";
import { afterEach, expect, test, vi } from "vitest";
import { GATEWAY } from "../src/common/gateway-address.ts";
import {
  Button,
  DescriptionListItem,
  ErrorState,
  Input,
  Link,
  LoadingButton,
  LoadingSpinner,
  StatusTag,
  Text,
  Toggle,
} from "../src/common/sdk.ts";
import { SettingsPage } from "../src/common/settings-page.tsx";
import { installGateway, type Routes } from "./gateway-double.fixture.ts";
import { SETTINGS } from "./summaries.fixture.ts";

afterEach(() => vi.unstubAllGlobals());

function show(routes: Routes, locale = "en") {
  const gateway = installGateway({ "settings/read": SETTINGS, ...routes });
  const renderer = createRenderer("settings");
  const { context, actions } = renderer.mocks;
  context.user.locale = locale;
  context.portal.id = 4711;
  renderer.render(<SettingsPage context={context} actions={actions} />);
  const seen = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 30_000 });
  const button = (text: string) => renderer.find(LoadingButton, (node) => node.text === text);
  return { ...renderer, gateway, actions, seen, button };
}

test("an admin sees how the portal is connected, and switches a widget off and on", async () => {
  const write = ({ offWidgets }: Readonly<Record<string, unknown>>) => ({ settings: { offWidgets } });
  const { find, findAll, seen, gateway, actions } = show({ "settings/write": write }, "de");
  expect(find(LoadingSpinner).props.label).toBe("Die Einstellungen werden geladen");
  await seen(() => find(StatusTag));
  expect(find(StatusTag).text).toBe("verbunden");
  const facts = findAll(DescriptionListItem).map((item) => item.maybeFind(Text)?.text);
  expect(facts).toEqual([
    undefined,
    "01.11.2026",
    "12",
    "die der jeweiligen Person",
    "Datenbank von Sweetspot",
  ]);
  expect(find(Toggle).props).toMatchObject({ label: "Potenzialfelder", checked: true });
  find(Toggle).trigger("onChange", false as never);
  await seen(() => expect(find(Toggle).props.checked).toBe(false));
  find(Toggle).trigger("onChange", true as never);
  await seen(() => expect(find(Toggle).props.checked).toBe(true));
  expect(gateway.asked("settings/write")).toEqual([{ offWidgets: ["white-space"] }, { offWidgets: [] }]);
  expect(actions.addAlert.calls.map(([alert]) => alert.type)).toEqual(["success", "success"]);
});

test("an admin is told plainly where everybody sees with the app’s rights", async () => {
  const connection = { ...SETTINGS.connection, userLevel: false };
  const { findAll, seen } = show({ "settings/read": { ...SETTINGS, connection } });
  await seen(() =>
    expect(findAll(DescriptionListItem).map((item) => item.maybeFind(Text)?.text)).toContain(
      "those of the app: whoever connects sees every company and every plan",
    ),
  );
});

test("a change that is refused leaves everything as it was", async () => {
  const { find, seen, actions } = show({ "settings/write": 403 });
  await seen(() => find(Toggle));
  find(Toggle).trigger("onChange", false as never);
  await seen(() => expect(actions.addAlert.calls[0]?.[0].type).toBe("danger"));
  expect(find(Toggle).props.checked).toBe(true);
});

test("an admin who is not connected is shown the way, and nothing to decide yet", async () => {
  const connection = { ...SETTINGS.connection, state: "uninstalled" };
  const { find, maybeFind, seen } = show({ "settings/read": { ...SETTINGS, connection } });
  await seen(() => find(StatusTag));
  expect([maybeFind(Toggle), maybeFind(Input)]).toEqual([null, null]);
  expect(find(StatusTag).props.variant).toBe("danger");
  expect(find(Link).props.href).toEqual({ url: `${GATEWAY}/hubspot/v1/install`, external: true });
});

test("an export is copied; where it comes as a link, it must lead to the gateway", async () => {
  const uri = `${GATEWAY}/hubspot/v1/export/once`;
  const { find, maybeFind, seen, button, gateway, actions } = show({ "settings/export": { data: [1] } });
  await seen(() => button("Copy the export"));
  const copy = () => button("Copy the export").trigger("onClick");
  copy();
  await seen(() => expect(actions.addAlert.callCount).toBe(1));
  expect(JSON.parse(actions.copyTextToClipboard.calls[0]?.[0] ?? "")).toEqual([1]);
  gateway.answers({ "settings/export": { uri: `${GATEWAY}.evil.example/` } });
  copy();
  await seen(() => expect(gateway.asked("settings/export")).toHaveLength(2));
  await seen(() => expect(button("Copy the export").props.loading).toBe(false));
  expect(maybeFind(Link)).toBeNull();
  gateway.answers({ "settings/export": { uri } });
  copy();
  await seen(() => expect(find(Link).props.href).toEqual({ url: uri, external: true }));
});

test("nothing is erased before the account’s number was typed", async () => {
  const { find, seen, button, gateway, actions } = show({ "settings/erase": { erased: true } });
  await seen(() => button("Erase all plans"));
  expect(button("Erase all plans").props.disabled).toBe(true);
  find(Input).trigger("onInput", "4712" as never);
  await seen(() => expect(find(Input).props.value).toBe("4712"));
  expect(button("Erase all plans").props.disabled).toBe(true);
  find(Input).trigger("onInput", "4711" as never);
  await seen(() => expect(button("Erase all plans").props.disabled).toBe(false));
  button("Erase all plans").trigger("onClick");
  await seen(() => expect(actions.addAlert.calls[0]?.[0].type).toBe("success"));
  expect(gateway.asked("settings/erase")).toEqual([{ confirm: "4711" }]);
});

test("who is no admin is told so; a gateway that is away can be asked again", async () => {
  const refused = show({ "settings/read": 403 });
  await refused.seen(() => refused.find(ErrorState));
  expect(refused.maybeFind(Button)).toBeNull();
  vi.unstubAllGlobals();
  const away = show({ "settings/read": 500 });
  await away.seen(() => away.find(Button));
  away.gateway.answers({ "settings/read": SETTINGS });
  away.find(Button).trigger("onClick");
  await away.seen(() => away.find(Toggle));
});
