// A page with nothing but a card of the referral bridge over the demo company, and the moments that count: when the ways
// arrive at the widget, and when their picture is on the screen.
import { type HostContext, type RelationReader, toRecordId } from "@sweetspot/contract";
import { createMemoryCrm } from "@sweetspot/crm-memory";
import { DEMO_ACCOUNTS, DEMO_TEAM, demoPlans, demoWorld } from "@sweetspot/fixtures";
import { createCrmFeed, createPlanSession } from "@sweetspot/plan-session";
import { widget } from "@sweetspot/widget-referral-bridge";

declare global {
  interface Window {
    /** Milliseconds since the navigation. */
    readonly card: { arrived?: number; painted?: number; edges?: number };
  }
}

const card: Window["card"] = {};
Object.assign(window, { card });

const account = toRecordId(DEMO_ACCOUNTS.foodRetailer);
const world = demoWorld();
const crm = createMemoryCrm(world);
await crm.seed(
  demoPlans(new Date()).filter(({ scope }) => scope.kind === "library" || scope.account === account),
);
const user = world.teamMembers.find(({ id }) => id === DEMO_TEAM.lena);
if (!user) throw new Error("The demo company has lost its team.");
const { reader, store, relations } = crm.as(user.id);
if (!relations) throw new Error("The demo company has no relations.");

const noted: RelationReader = {
  ...relations,
  findPaths: async (...question) => {
    const answer = await relations.findPaths(...question);
    card.arrived ??= performance.now();
    return answer;
  },
};
const context: HostContext = {
  record: { type: "account", id: account },
  user,
  locale: "en-GB",
  timeZone: "Europe/Berlin",
  currency: "EUR",
  skin: "lightning",
  theme: "light",
};
const place = document.createElement("div");
place.style.inlineSize = "1100px";
document.body.append(place);
widget.mount(place, {
  session: createPlanSession({ account, store, user: user.id }),
  feed: createCrmFeed({ account, reader }),
  surface: { context },
  relations: noted,
  onFailure: (error) => {
    throw error;
  },
});
look();

function look(): void {
  const edges = edgesIn(place);
  if (edges === 0) requestAnimationFrame(look);
  // This frame draws it; what is posted in the next one's callback comes after it was drawn.
  else
    requestAnimationFrame(() => {
      card.edges = edges;
      card.painted = performance.now();
    });
}

function edgesIn(root: Element | ShadowRoot): number {
  let count = root.querySelectorAll(".rb-edge").length;
  for (const element of root.querySelectorAll("*"))
    if (element.shadowRoot) count += edgesIn(element.shadowRoot);
  return count;
}
