import { accountScope, type HostContext, type HostSurface, LIBRARY, toRecordId } from "@sweetspot/contract";
import { createMemoryCrm } from "@sweetspot/crm-memory";
import { createCrmFeed, createPlanSession } from "@sweetspot/plan-session";
import { widget } from "../src/index.ts";
import { moneyPlan } from "./money-plan.ts";
import { manyLookalikes } from "./insights.ts";
import { openStage } from "./stage.ts";
import "./page.css";

/** `?stage=figure-2-24&locale=de&theme=dark&skin=hubspot&user=rep` and `&capable=no` for a host that can do little;
 * `&priced=<area>` for rates, prices and markets; `&similar=demo` or `&similar=many` for one that compares customers. */
const query = new URLSearchParams(window.location.search);
const stage = openStage(query.get("stage") ?? "food-retailer");
const crm = createMemoryCrm(stage.world);
await crm.seed(stage.plans);
const priced = query.get("priced");
if (priced !== null)
  await crm.seed(moneyPlan(stage.account, stage.users.rep, stage.users.admin, toRecordId(priced)));

const userId = toRecordId(query.get("user") ?? stage.users.rep);
const user = stage.world.teamMembers.find((member) => member.id === userId);
if (!user) throw new Error(`There is no team member ${userId} on this stage.`);
const { reader, store, insights } = crm.as(user.id);
const session = createPlanSession({ account: stage.account, store, user: user.id, saveDelayMs: 200 });
const feed = createCrmFeed({ account: stage.account, reader });
const context: HostContext = {
  record: { type: "account", id: stage.account },
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
  ...(query.get("capable") === "no"
    ? {}
    : {
        navigate: (target) => void done.push(`navigate ${target.type} ${target.id}`),
        createTask: (task) => {
          done.push(`task ${task.subject}`);
          return Promise.resolve({ id: toRecordId(`task-${String(done.length)}`) });
        },
        createOpportunity: (opportunity) => {
          done.push(`opportunity ${opportunity.name}`);
          return Promise.resolve({ id: toRecordId(`opportunity-${String(done.length)}`) });
        },
      }),
};
const place = document.querySelector<HTMLElement>("#place");
if (!place) throw new Error("The page has no place for the widget.");
const width = query.get("width");
if (width !== null) place.style.width = `${width}px`;
const similar = { demo: insights, many: manyLookalikes }[query.get("similar") ?? ""];
widget.mount(place, {
  session,
  feed,
  surface,
  ...(similar === undefined ? {} : { insights: similar }),
  onFailure: (error) => {
    place.textContent = String(error);
    throw error;
  },
});

/** What journeys ask the page: what a colleague does meanwhile, and what reached the host. */
const colleague = crm.as(stage.users.colleague);
Object.assign(window, {
  stage: {
    done,
    session,
    saved: async () => (await store.load([accountScope(stage.account), LIBRARY])).map((one) => one.records),
    colleagueCommits: async (puts: readonly { id: string; type: string; base: number; fields: object }[]) =>
      colleague.store.commit({
        scope: accountScope(stage.account),
        key: `colleague-${String(Math.random()).slice(2, 14)}`,
        puts: puts as never,
        removes: [],
      }),
  },
});
