import { createRenderer } from "@hubspot/ui-extensions/testing";
import { afterEach, expect, test, vi } from "vitest";
import { GATEWAY } from "../src/common/gateway-address.ts";
import {
  Alert,
  Button,
  DescriptionListItem,
  ErrorState,
  Input,
  Link,
  LoadingButton,
  LoadingSpinner,
  MultiSelect,
  Select,
  StatusTag,
  Text,
  Toggle,
  ToggleGroup,
} from "../src/common/sdk.ts";
import { SettingsPage } from "../src/common/settings-page.tsx";
import { installGateway, type Routes } from "./gateway-double.fixture.ts";
import { PROPERTIES, SETTINGS } from "./summaries.fixture.ts";

afterEach(() => vi.unstubAllGlobals());

const INSTALL = `${GATEWAY}/hubspot/v1/install`;

function show(routes: Routes, locale = "en") {
  const gateway = installGateway({
    "settings/read": SETTINGS,
    "settings/properties": PROPERTIES,
    ...routes,
  });
  const renderer = createRenderer("settings");
  const { context, actions } = renderer.mocks;
  context.user.locale = locale;
  context.portal.id = 4711;
  renderer.render(<SettingsPage context={context} actions={actions} />);
  const seen = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 30_000 });
  const button = (text: string) => renderer.find(LoadingButton, (node) => node.text === text);
  const plainButton = (text: string) => renderer.find(Button, (node) => node.text === text);
  const texts = () => renderer.findAll(Text).map(({ text }) => text);
  const select = (name: string) => renderer.find(Select, (node) => node.props.name === name);
  return { ...renderer, gateway, actions, seen, button, plainButton, select, texts };
}

test("an admin sees how the portal is connected, and switches a widget off and on", async () => {
  const write = ({ offWidgets }: Readonly<Record<string, unknown>>) => ({
    settings: { offWidgets, mapping: {} },
  });
  const { find, findAll, seen, texts, gateway, actions } = show({ "settings/write": write }, "de");
  expect(find(LoadingSpinner).props.label).toBe("Die Einstellungen werden geladen");
  await seen(() => find(StatusTag));
  expect(find(StatusTag).text).toBe("verbunden");
  const facts = findAll(DescriptionListItem).map((item) => item.maybeFind(Text)?.text);
  expect(facts).toEqual([
    undefined,
    "01.11.2026",
    "12",
    "die der jeweiligen Person",
    "Mara Lindqvist (Sie), seit 01.11.2026",
    "crm.objects.deals.read",
    "crm.objects.deals.write",
  ]);
  expect(texts()).toContain("Person 700002, seit 03.11.2026");
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
  const { findAll, seen, button, gateway, actions } = show({ "settings/export": { data: [1] } });
  const hrefs = () => findAll(Link).map(({ props }) => (props.href as { readonly url: string }).url);
  await seen(() => button("Copy the export"));
  const copy = () => button("Copy the export").trigger("onClick");
  copy();
  await seen(() => expect(actions.addAlert.callCount).toBe(1));
  expect(JSON.parse(actions.copyTextToClipboard.calls[0]?.[0] ?? "")).toEqual([1]);
  gateway.answers({ "settings/export": { uri: `${GATEWAY}.evil.example/` } });
  copy();
  await seen(() => expect(gateway.asked("settings/export")).toHaveLength(2));
  await seen(() => expect(button("Copy the export").props.loading).toBe(false));
  expect(hrefs()).toEqual([INSTALL]);
  gateway.answers({ "settings/export": { uri } });
  copy();
  await seen(() => expect(hrefs()).toContain(uri));
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

test("the connection is ended only after it was said what goes and what stays", async () => {
  const { find, maybeFind, seen, texts, button, plainButton, gateway, actions } = show({
    "settings/disconnect": { state: "uninstalled" },
  });
  await seen(() => plainButton("Disconnect"));
  plainButton("Disconnect").trigger("onClick");
  await seen(() => expect(texts().join()).toContain("What stays: all plans"));
  plainButton("Stay connected").trigger("onClick");
  await seen(() => expect(maybeFind(Alert)).toBeNull());
  expect(gateway.asked("settings/disconnect")).toEqual([]);
  plainButton("Disconnect").trigger("onClick");
  await seen(() => button("Disconnect"));
  gateway.answers({
    "settings/read": { ...SETTINGS, connection: { state: "uninstalled", users: 0 } },
  });
  button("Disconnect").trigger("onClick");
  await seen(() => expect(find(StatusTag).props.variant).toBe("danger"));
  expect(gateway.asked("settings/disconnect")).toEqual([{}]);
  expect(actions.addAlert.calls.map(([alert]) => alert.type)).toEqual(["success"]);
});

test("an admin maps fields to properties of the account, and goes back to HubSpot’s own by one click", async () => {
  const write = ({ mapping }: Readonly<Record<string, unknown>>) => ({
    settings: { offWidgets: [], mapping },
  });
  const { find, seen, button, plainButton, select, gateway } = show({ "settings/write": write }, "en");
  await seen(() => select("accountIndustry"));
  expect(select("accountIndustry").props).toMatchObject({
    label: "Industry of a company",
    value: "industry",
  });
  // A number is no industry, and names no city.
  expect(select("accountIndustry").props.options?.map(({ value }) => value)).toEqual(["industry", "branche"]);
  expect(button("Save the mapping").props.disabled).toBe(true);
  select("accountIndustry").trigger("onChange", "branche" as never);
  find(MultiSelect, (node) => node.props.name === "account").trigger("onChange", ["branche"] as never);
  await seen(() => expect(button("Save the mapping").props.disabled).toBe(false));
  button("Save the mapping").trigger("onClick");
  await seen(() => expect(gateway.asked("settings/write")).toHaveLength(1));
  await seen(() => expect(button("Save the mapping").props.disabled).toBe(true));
  plainButton("Back to HubSpot’s own properties").trigger("onClick");
  await seen(() => expect(select("accountIndustry").props.value).toBe("industry"));
  expect(gateway.asked("settings/write")).toEqual([
    {
      mapping: {
        standard: { accountIndustry: "branche" },
        account: [{ property: "branche", label: "Our industry" }],
      },
    },
    { mapping: {} },
  ]);
});

test("a property that has gone is named at its field, and a mapping with one is not saved", async () => {
  const fault = { field: "standard.accountIndustry", property: "branche_alt", problem: "unknown" };
  const mapping = { standard: { accountIndustry: "branche_alt" } };
  const { find, seen, button, select, actions } = show({
    "settings/read": { ...SETTINGS, settings: { offWidgets: [], mapping } },
    "settings/properties": { ...PROPERTIES, problems: [fault] },
    "settings/write": { settings: { offWidgets: [], mapping }, problems: [fault] },
  });
  await seen(() => expect(find(Alert).props.title).toBe("One property cannot be used"));
  expect(select("accountIndustry").props).toMatchObject({ value: "branche_alt", error: true });
  expect(select("accountIndustry").props.validationMessage).toContain("“branche_alt”");
  select("contactDepartment").trigger("onChange", "team" as never);
  await seen(() => expect(button("Save the mapping").props.disabled).toBe(false));
  button("Save the mapping").trigger("onClick");
  await seen(() => expect(button("Save the mapping").props.loading).toBe(false));
  expect([find(Alert).props.variant, actions.addAlert.callCount]).toEqual(["danger", 0]);
});

test("properties that cannot be read leave the rest of the page as it is, and can be asked for again", async () => {
  const { find, maybeFind, seen, plainButton, select, gateway } = show({ "settings/properties": 503 });
  await seen(() => find(ErrorState));
  expect(find(Toggle).props.checked).toBe(true);
  expect(maybeFind(Select)).toBeNull();
  gateway.answers({ "settings/properties": PROPERTIES });
  plainButton("Try again").trigger("onClick");
  await seen(() => select("accountIndustry"));
});

test("plans are kept in HubSpot only after it was said what that costs", async () => {
  const { find, findAll, seen, texts, button, gateway } = show({
    "settings/write": { settings: SETTINGS.settings },
  });
  await seen(() => find(ToggleGroup));
  const [, native] = find(ToggleGroup).props.options;
  expect(native).toMatchObject({ value: "hubspot", readOnly: false });
  expect(native?.description).toContain("two writers at the same instant");
  find(ToggleGroup).trigger("onChange", "hubspot" as never);
  await seen(() => expect(texts().join()).toContain("Plans do not move along"));
  expect(gateway.asked("settings/write")).toEqual([]);
  button("Keep them there").trigger("onClick");
  await seen(() => expect(findAll(Alert)).toEqual([]));
  expect(gateway.asked("settings/write")).toEqual([{ storage: "hubspot" }]);
  expect(find(ToggleGroup).props.value).toBe("hubspot");
});

test("an account without custom objects is told so, and cannot choose them", async () => {
  const storage = { mode: "gateway", native: "no-custom-objects" };
  const { find, findAll, seen } = show({ "settings/read": { ...SETTINGS, storage } });
  await seen(() => find(ToggleGroup));
  expect(find(ToggleGroup).props.options[1]).toMatchObject({ value: "hubspot", readOnly: true });
  expect(findAll(Text).map(({ text }) => text)).toContain(
    "Your HubSpot plan has no custom objects, which records in HubSpot need (Enterprise).",
  );
});

test("an admin is told that nothing is done in the background, lends his rights knowing what it means, and ends it", async () => {
  const none = { ...SETTINGS, background: { waiting: 3 } };
  const lent = { user: "1", name: "Mara Lindqvist", since: "2026-11-03T08:00:00.000Z", isYou: true };
  const { seen, button, plainButton, texts, findAll, gateway } = show({
    "settings/read": none,
    "settings/write": { settings: none.settings },
  });
  const tags = () => findAll(StatusTag).map(({ text }) => text);
  await seen(() => expect(tags()).toContain("Nobody’s rights are used"));
  expect(texts()).toContain("3 things wait.");
  plainButton("Use my rights in the background").trigger("onClick");
  expect(texts().some((text) => text?.includes("HubSpot’s log names you"))).toBe(true);
  plainButton("Leave as it is").trigger("onClick");
  expect(gateway.asked("settings/write")).toEqual([]);
  plainButton("Use my rights in the background").trigger("onClick");
  gateway.answers({ "settings/read": { ...SETTINGS, background: { waiting: 0, lent } } });
  button("Use my rights").trigger("onClick");
  await seen(() => expect(tags()).toContain("with your rights, since Nov 3, 2026"));
  gateway.answers({ "settings/read": none });
  button("Use nobody’s rights any more").trigger("onClick");
  await seen(() => expect(tags()).toContain("Nobody’s rights are used"));
  expect(gateway.asked("settings/write")).toEqual([{ background: true }, { background: false }]);
});

test("an admin sees whose rights another one has lent, by number where HubSpot gives no name, and can end it", async () => {
  const lent = { user: "700002", since: "2026-11-03T08:00:00.000Z", isYou: false };
  const background = { waiting: 0, lent };
  const { seen, button, findAll } = show({ "settings/read": { ...SETTINGS, background } }, "de");
  await seen(() =>
    expect(findAll(StatusTag).map(({ text }) => text)).toContain(
      "mit den Rechten von Person 700002, seit 03.11.2026",
    ),
  );
  expect(button("Keine Rechte mehr verwenden").props.variant).toBe("secondary");
});
