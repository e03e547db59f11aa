export { systemClock } from "./clock.ts";
export type { Clock } from "./clock.ts";
export { createCrmFeed } from "./crm-feed.ts";
export type { CrmFeedOptions } from "./crm-feed.ts";
export { browserOnlineSignal } from "./online-signal.ts";
export type { OnlineSignal } from "./online-signal.ts";
export { createPlanSession } from "./plan-session.ts";
export type { PlanSessionOptions } from "./plan-session.ts";
export { UNDO_LIMIT } from "./undo.ts";
