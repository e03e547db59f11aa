import type { DataGap, InvolvementGap } from "@sweetspot/contract";
import { type AnswerMemory, createAnswerMemory } from "./answer-memory.ts";
import { type Clock, systemClock } from "./clock.ts";
import { type FieldMapping, refuseBadMapping } from "./field-mapping.ts";
import type { HubspotClient } from "./hubspot-client.ts";
import { createLine, type Line, type LineOptions } from "./line.ts";
import { createPortalBudget } from "./portal-budget.ts";
import { createFactsKeeper, type FactsKeeper } from "./portal-facts.ts";
import type { RequestBudget } from "./request-budget.port.ts";
import { createUnderWay, type UnderWay } from "./under-way.ts";

export interface HubspotPortalOptions extends Partial<
  Pick<LineOptions, "clock" | "patienceMs" | "timeoutMs" | "observe">
> {
  readonly client: HubspotClient;
  readonly mapping?: FieldMapping;
  /** Default: one for this process alone. Instances that share a portal share a budget. */
  readonly budget?: RequestBudget;
  /** How long answers may be used again for the user who was given them. Default 0: never. */
  readonly freshMs?: number;
  /** The same for stages, labels, currencies and who the admins are. Default 10 minutes. */
  readonly factsFreshMs?: number;
}

/** What all users of one portal share in this process: its limits, its facts, what it has been seen to keep. */
export interface HubspotPortal {
  readonly mapping: FieldMapping;
  readonly clock: Clock;
  readonly facts: FactsKeeper;
  readonly memory: AnswerMemory;
  readonly underWay: UnderWay;
  /** Gaps this portal surely does not have. */
  readonly kept: Set<DataGap | InvolvementGap>;
  /** The way to the portal with one user's token. */
  line(token: LineOptions["token"]): Line;
  /**
   * Something changed in the portal: what was answered before is not used again.
   *
   * @param records the ids a webhook names, of both ends where an association changed; everything without them, stages,
   * labels and admins too
   */
  forget(records?: readonly string[]): void;
}

/** @throws CrmError `malformed` for a mapping that names what cannot be a property */
export function createHubspotPortal(options: HubspotPortalOptions): HubspotPortal {
  const { client, mapping = {}, clock = systemClock, freshMs = 0, factsFreshMs = 600_000 } = options;
  refuseBadMapping(mapping);
  const { budget = createPortalBudget({ clock }) } = options;
  const memory = createAnswerMemory({ clock, freshMs });
  const facts = createFactsKeeper(clock, factsFreshMs);
  return {
    mapping,
    clock,
    facts,
    memory,
    underWay: createUnderWay(),
    kept: new Set(),
    line: (token) => createLine({ ...options, client, token, budget, clock }),
    forget(records) {
      memory.forget(records);
      if (records === undefined) facts.forget();
    },
  };
}
