import {
  accountScope,
  type HostContext,
  type HostSurface,
  toRecordId,
  type WidgetModule,
} from "@sweetspot/contract";
import { createMemoryCrm } from "@sweetspot/crm-memory";
import { DEMO_ACCOUNTS, DEMO_TEAM, demoPlans, demoWorld } from "@sweetspot/fixtures";
import { createCrmFeed, createPlanSession } from "@sweetspot/plan-session";
import "./page.css";
// @ts-expect-error -- the stage is built once a widget, which the build puts in here
import { widget as staged } from "staged-widget";

const widget = staged as WidgetModule;

/** `?account=gasProducer&locale=de&theme=dark&skin=hubspot&user=member-ratih&plan=none` or `&plan=read-only`; `&relations=none` */
const query = new URLSearchParams(window.location.search);
const accounts: Readonly<Record<string, string>> = DEMO_ACCOUNTS;
const wanted = query.get("account") ?? "gasProducer";
const account = toRecordId(accounts[wanted] ?? wanted);
const world = demoWorld();
/** `&seeded=2026-11-01`: the plan is of that day, so that there is a past to look at. */
let seeding = query.get("seeded");
const crm = createMemoryCrm(world, { now: () => new Date(seeding ?? Date.now()) });
const plans = demoPlans(new Date()).filter(
  ({ scope }) => scope.kind === "library" || (query.get("plan") !== "none" && scope.account === account),
);
await crm.seed(plans);
seeding = null;

const user = world.teamMembers.find(({ id }) => id === (query.get("user") ?? DEMO_TEAM.lena));
if (!user) throw new Error("There is no such team member on this stage.");
const { reader, store, relations } = crm.as(user.id);
const readOnly: typeof store = {
  ...store,
  load: async (scopes, options) =>
    (await store.load(scopes, options)).map((snapshot) => ({ ...snapshot, writable: false })),
};
const session = createPlanSession({
  account,
  store: query.get("plan") === "read-only" ? readOnly : store,
  user: user.id,
  saveDelayMs: 100,
});
const feed = createCrmFeed({ account, reader });
const context: HostContext = {
  record: { type: "account", id: account },
  user,
  locale: query.get("locale") ?? "en-GB",
  timeZone: "Europe/Berlin",
  currency: "EUR",
  skin: query.get("skin") === "hubspot" ? "hubspot" : "lightning",
  theme: query.get("theme") === "dark" ? "dark" : "light",
};
document.body.dataset["theme"] = context.theme;
const done: string[] = [];
const surface: HostSurface = {
  context,
  navigate: (target) => void done.push(`navigate ${target.type} ${target.id}`),
  createTask: ({ subject, due, owner, note }) => {
    done.push(`task ${subject}, due ${due ?? "never"}, for ${owner ?? "nobody"}: ${note ?? ""}`);
    return Promise.resolve({ id: toRecordId(`task-${String(done.length)}`) });
  },
};
const place = document.querySelector<HTMLElement>("#place");
if (!place) throw new Error("The page has no place for the widget.");
widget.mount(place, {
  session,
  feed,
  surface,
  ...(relations && query.get("relations") !== "none" ? { relations } : {}),
  onFailure: (error) => {
    place.textContent = String(error);
    throw error;
  },
});

/** What journeys ask the page: what a colleague does meanwhile, and what reached host and store. */
const colleague = crm.as(DEMO_TEAM.tobias);
const scope = accountScope(account);
Object.assign(window, {
  stage: {
    done,
    session,
    saved: async () => (await store.load([scope]))[0]?.records,
    colleagueCommits: async (puts: readonly object[], removes: readonly object[] = []) =>
      colleague.store.commit({
        scope,
        key: `colleague-${String(Math.random()).slice(2, 14)}`,
        puts: puts as never,
        removes: removes as never,
      }),
  },
});
