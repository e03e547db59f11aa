import { createRenderer } from "@hubspot/ui-extensions/testing";
import { afterEach, describe, expect, test, vi } from "vitest";
import { GATEWAY } from "../src/common/gateway-address.ts";
import { RecordCard } from "../src/common/record-card.tsx";
import {
  Alert,
  Button,
  DescriptionListItem,
  EmptyState,
  ErrorState,
  Image,
  Link,
  LoadingButton,
  LoadingSpinner,
  StatisticsItem,
  StatusTag,
  Table,
  Text,
} from "../src/common/sdk.ts";
import { installGateway, type Routes } from "./gateway-double.fixture.ts";
import { WIDGETS } from "../src/common/widgets.gen.ts";
import { FULL, ready } from "./summaries.fixture.ts";

afterEach(() => vi.unstubAllGlobals());

const CARDS = [
  { object: "company", place: "tab" },
  { object: "company", place: "sidebar" },
  { object: "deal", place: "tab" },
  { object: "deal", place: "sidebar" },
] as const;
type Card = (typeof CARDS)[number];

/** Where the white-space grid, which the answers below are about, stands on a card. */
const gridOf = ({ object }: Card): number =>
  WIDGETS.filter(({ objects }) => objects.includes(object)).findIndex(({ id }) => id === "white-space");

const URI = `${GATEWAY}/frame/#code=once`;
const ROUTES: Routes = { summary: ready(), launch: { uri: URI, expiresInSeconds: 60 } };

function show({ object, place }: Card, routes: Routes = ROUTES, locale = "en-US", refusals?: "plain") {
  const gateway = installGateway(routes, refusals);
  const renderer = createRenderer(`crm.record.${place}`);
  const { context, actions } = renderer.mocks;
  context.user.locale = locale;
  context.crm = { objectId: 99, objectTypeId: object === "company" ? "0-2" : "0-3" };
  renderer.render(<RecordCard context={context} actions={actions} object={object} place={place} />);
  const seen = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 30_000 });
  return { ...renderer, gateway, actions, seen };
}

describe.each(CARDS)("the card of a $object in the $place", (card) => {
  test("says that it loads, then shows what the account plan holds", async () => {
    const { find, findAll, maybeFind, seen, gateway } = show(card);
    expect(find(LoadingSpinner).props.label).toBe("Loading the account plan");
    await seen(() => expect(maybeFind(LoadingSpinner)).toBeNull());
    expect(gateway.asked("summary")).toEqual([
      { objectType: card.object, objectId: "99", widgets: WIDGETS.map(({ id }) => id) },
    ]);
    const texts = findAll(Text).map(({ text }) => text);
    expect(texts).toContain("Strongest suggestion: Cabinets <b> in Bucharest");
    const figures =
      card.place === "tab"
        ? findAll(StatisticsItem).map(({ props }) => [props.label, props.number])
        : findAll(DescriptionListItem).map((item) => [item.props.label, item.find(Text).text]);
    expect(figures).toEqual([
      ["Bought, of possible", "1,234 of 5,000"],
      ["Suggestions", "3"],
      ["Potential a year", "€1.3M"],
    ]);
    expect(find(StatusTag).props.variant).toBe("danger");
    expect(find(StatusTag).text).toBe("overdue since Jan 31, 2020");
    expect([maybeFind(Table) !== null, maybeFind(Image) !== null]).toEqual(
      card.place === "tab" ? [true, true] : [false, false],
    );
  });

  test("opens a widget in the modal, and shows newer figures when it closes", async () => {
    const { find, findAll, seen, gateway, actions, maybeFind } = show(card, ROUTES, "de-DE");
    await seen(() => find(LoadingButton));
    const open = () => findAll(LoadingButton)[gridOf(card)];
    open()?.trigger("onClick");
    await seen(() => expect(actions.openIframeModal.callCount).toBe(1));
    expect(gateway.asked("launch")).toEqual([
      { objectType: card.object, objectId: "99", widget: "white-space", locale: "de-DE" },
    ]);
    const [target, onClose] = actions.openIframeModal.calls[0] ?? [];
    expect(target).toMatchObject({ uri: URI, title: "Potenzialfelder" });
    expect(open()?.props.loading).toBe(false);

    gateway.answers({ summary: ready({ ...FULL, counts: [{ key: "summary.count.strong", value: 8 }] }) });
    onClose?.();
    expect(actions.refreshObjectProperties.callCount).toBe(1);
    await seen(() => expect(gateway.asked("summary")).toHaveLength(2));
    await seen(() => expect(maybeFind(Alert)).toBeNull());
    const shown = card.place === "tab" ? findAll(StatisticsItem) : findAll(DescriptionListItem);
    expect(shown.map(({ props }) => props.label)).toEqual(["Stark, zu schützen"]);
  });

  test("says why there is nothing to see, and what to do", async () => {
    const { find, maybeFind, seen, gateway } = show(card, { summary: 503 });
    await seen(() => find(ErrorState));
    expect(find(ErrorState).props.title).toBe("Very busy right now");
    gateway.answers(ROUTES);
    find(Button).trigger("onClick");
    await seen(() => expect(maybeFind(LoadingButton)).not.toBeNull());
  });

  test("tells a user without the right, and offers no second try", async () => {
    const { find, maybeFind, seen } = show(card, { summary: 403 }, "id-ID", "plain");
    await seen(() => find(ErrorState));
    expect(find(ErrorState).props).toMatchObject({ title: "Tidak terbuka untuk Anda", type: "lock" });
    expect(maybeFind(Button)).toBeNull();
  });

  test("leads a user who is not connected to the consent page", async () => {
    const { find, seen } = show(card, { summary: { state: "connect", summaries: {} } });
    await seen(() => find(Link));
    expect(find(Link).props.href).toEqual({ url: `${GATEWAY}/hubspot/v1/install`, external: true });
  });

  test("invites to begin where nothing is planned yet", async () => {
    const empty = { state: "empty", headline: { key: "summary.no-areas" }, counts: [] } as const;
    const { find, findAll, seen } = show(card, { ...ROUTES, summary: ready(empty) });
    await seen(() => find(LoadingButton));
    const begin = findAll(LoadingButton)[gridOf(card)];
    expect(begin?.text).toBe("Begin White space");
    expect(begin?.props.variant).toBe("primary");
    expect(findAll(Text).map(({ text }) => text)).toContain(
      "Divide this customer into areas to see where it could buy more.",
    );
  });
});

const [TAB] = CARDS;

test("a deal without a company says what is missing", async () => {
  const { find, seen } = show(CARDS[2], { summary: 404 });
  await seen(() => find(EmptyState));
  expect(find(EmptyState).props.title).toBe("This deal has no company you may see");
});

test("what an admin switched off is not there", async () => {
  const { find, maybeFind, seen } = show(TAB, { summary: { ...ready(), off: WIDGETS.map(({ id }) => id) } });
  await seen(() => find(EmptyState));
  expect(maybeFind(LoadingButton)).toBeNull();
});

test("a widget without a summary can still be opened", async () => {
  const { find, maybeFind, seen } = show(TAB, { ...ROUTES, summary: { state: "ready", summaries: {} } });
  await seen(() => find(LoadingButton));
  expect(maybeFind(StatisticsItem)).toBeNull();
});

test.each(["en", "de", "id"])("each button says what it opens (%s)", async (locale) => {
  const { find, findAll, seen } = show(TAB, ROUTES, locale);
  await seen(() => find(LoadingButton));
  const names = findAll(LoadingButton).map(({ text }) => text);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain(
    { en: "Open White space", de: "Potenzialfelder öffnen", id: "Buka Peta Peluang" }[locale],
  );
});

test("figures made without CRM data are marked", async () => {
  const { find, seen } = show(TAB, { summary: ready({ ...FULL, state: "partial" }) });
  await seen(() => find(Alert));
  expect(find(Alert).props.title).toContain("Made without CRM data");
});

test("a user whose consent has ended is led to give it anew, instead of into a widget", async () => {
  const { find, seen, gateway, actions } = show(TAB, { ...ROUTES, launch: { state: "connect" } });
  await seen(() => find(LoadingButton));
  gateway.answers({ summary: { state: "connect", summaries: {} } });
  find(LoadingButton).trigger("onClick");
  await seen(() => expect(find(Link).props.href).toMatchObject({ url: `${GATEWAY}/hubspot/v1/install` }));
  expect(actions.openIframeModal.callCount).toBe(0);
});

test("a launch that is refused, or leads elsewhere, opens nothing and says so", async () => {
  for (const launch of [403, { uri: `${GATEWAY}.evil.example/`, expiresInSeconds: 60 }]) {
    const { find, seen, actions } = show(TAB, { ...ROUTES, launch });
    await seen(() => find(LoadingButton));
    find(LoadingButton).trigger("onClick");
    await seen(() => expect(actions.addAlert.callCount).toBe(1));
    expect(actions.openIframeModal.callCount).toBe(0);
    expect(actions.addAlert.calls[0]?.[0].type).toBe("danger");
    vi.unstubAllGlobals();
  }
});

test("figures stay on the card, marked as old, when asking anew fails", async () => {
  const { find, findAll, seen, gateway, actions } = show(TAB);
  await seen(() => find(LoadingButton));
  find(LoadingButton).trigger("onClick");
  await seen(() => expect(actions.openIframeModal.callCount).toBe(1));
  gateway.answers({ summary: 503 });
  actions.openIframeModal.calls[0]?.[1]?.();
  await seen(() => expect(gateway.asked("summary").length).toBeGreaterThanOrEqual(2));
  await seen(() => find(Alert));
  expect(findAll(StatisticsItem)).toHaveLength(3);
});

test("the picture is data without markup of the plan’s own words", async () => {
  const { find, seen } = show(TAB);
  await seen(() => find(Image));
  const { src } = find(Image).props;
  const svg = decodeURIComponent(src.slice(src.indexOf(",") + 1));
  expect(src.startsWith("data:image/svg+xml")).toBe(true);
  expect(svg).toContain("&lt;script&gt;");
  expect(svg).not.toContain("<script");
  expect(svg).toContain('stroke-dasharray="4 2"');
});

test("two companies that became one with a plan each ask which goes on, until somebody has chosen", async () => {
  const choice = {
    gone: "77",
    shown: "kept",
    here: { records: 1, changedAt: null },
    waiting: { records: 12, changedAt: "2026-11-03T08:00:00.000Z" },
  };
  const routes = { ...ROUTES, summary: { ...ready(), merges: [choice] }, merge: 403 };
  const { find, findAll, maybeFind, seen, gateway, actions } = show(CARDS[0], routes, "de");
  await seen(() => expect(find(Alert).props.title).toBe("Zwei Pläne für ein Unternehmen"));
  const texts = findAll(Text).map(({ text }) => text);
  expect(texts).toContain("Jetzt zu sehen: ein Eintrag.");
  expect(texts.join()).toContain("hier aufgegangen ist: 12 Einträge, zuletzt geändert am 03.11.2026.");
  const other = () => find(Button, (node) => node.text === "Mit dem anderen weiterarbeiten");
  other().trigger("onClick");
  await seen(() => expect(actions.addAlert.calls[0]?.[0].type).toBe("danger"));
  gateway.answers({ merge: { state: "chosen" }, summary: ready() });
  await seen(() => expect(other().props.disabled).toBe(false));
  other().trigger("onClick");
  await seen(() => expect(maybeFind(Alert)).toBeNull());
  expect(gateway.asked("merge")).toEqual(
    [0, 1].map(() => ({ objectType: "company", objectId: "99", gone: "77", shown: "gone" })),
  );
});

test("an edit that was lost where plans are kept in HubSpot is told with its day", async () => {
  const lost = [{ at: "2026-11-03T08:00:00.000Z", records: 2 }];
  const { find, seen } = show(CARDS[0], { ...ROUTES, summary: { ...ready(), lost } }, "en");
  await seen(() => expect(find(Alert).props).toMatchObject({ title: "An edit was lost", variant: "danger" }));
  expect(find(Alert).text).toContain("on Nov 3, 2026. The one with 2 entries");
});
