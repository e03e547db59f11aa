import { accountScope, type HostContext, type HostSurface, LIBRARY, toRecordId } from "@sweetspot/contract";
import { createMemoryCrm } from "@sweetspot/crm-memory";
import { createCrmFeed, createPlanSession } from "@sweetspot/plan-session";
import { widget } from "../src/index.ts";
import { openStage } from "./stage.ts";
import "./page.css";

/** `?stage=retail&locale=de&theme=dark&skin=hubspot&user=rep&access=read` */
const query = new URLSearchParams(window.location.search);
const stage = openStage(query.get("stage") ?? "retail");
const crm = createMemoryCrm(stage.world);
await crm.seed(stage.plans);

const userId = toRecordId(query.get("user") ?? stage.users.rep);
const user = stage.world.teamMembers.find((member) => member.id === userId);
if (!user) throw new Error(`There is no team member ${userId} on this stage.`);
const { reader, store } = crm.as(user.id);
const mayWrite = query.get("access") !== "read";
const session = createPlanSession({
  account: stage.account,
  store: mayWrite
    ? store
    : {
        ...store,
        load: async (scopes, options) =>
          (await store.load(scopes, options)).map((snapshot) => ({ ...snapshot, writable: false })),
      },
  user: user.id,
  saveDelayMs: 200,
});
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
const copied: string[] = [];
const surface: HostSurface = {
  context,
  copyText: (text) => {
    copied.push(text);
    return Promise.resolve();
  },
};
const place = document.querySelector<HTMLElement>("#place");
if (!place) throw new Error("The page has no place for the widget.");
widget.mount(place, {
  session,
  feed,
  surface,
  onFailure: (error) => {
    place.textContent = String(error);
    throw error;
  },
});

/** What journeys ask the page: what was copied, and what is saved. */
Object.assign(window, {
  stage: {
    copied,
    saved: async () => {
      await session.flush();
      return (await store.load([accountScope(stage.account), LIBRARY])).flatMap(({ records }) => records);
    },
  },
});
