import type { CrmRecord } from "@sweetspot/crm-hubspot";
import type { Database } from "@sweetspot/crm-sql";
import { sql } from "kysely";
import { z } from "zod";

/** One event of a portal as HubSpot tells it. Order and number of its deliveries mean nothing. */
export interface HubspotEvent {
  readonly portal: string;
  readonly subscription: string;
  readonly event: string;
  readonly occurredAt: Date;
  /** For example "company.propertyChange". */
  readonly kind: string;
  /** Ids of the records it is about, both ends of an association. */
  readonly records: readonly string[];
  /** What kind of record, where the event says so. */
  readonly object: CrmRecord["type"] | undefined;
}

/** Events wait here until they are worked off; answered first, understood later. */
export interface WebhookInbox {
  /** @returns how many were new, and how many could not be read */
  take(events: readonly unknown[]): Promise<{ readonly fresh: number; readonly unreadable: number }>;
  /** Events whose turn it is, oldest first. Each instance gets others; what is not done in time comes again. */
  claim(limit: number): Promise<readonly HubspotEvent[]>;
  done(event: HubspotEvent): Promise<void>;
  /** Events that came in since this instant, worked off or not: each instance remembers answers of its own. */
  since(instant: Date): Promise<readonly HubspotEvent[]>;
  sweep(): Promise<void>;
}

const id = z.union([z.number(), z.string().max(100)]).transform(String);
const eventShape = z.object({
  portalId: id,
  eventId: id,
  subscriptionId: id.default("0"),
  occurredAt: z.number().min(0).max(8e15),
  subscriptionType: z.string().max(200).optional(),
  eventType: z.string().max(200).optional(),
  objectId: id.optional(),
  fromObjectId: id.optional(),
  toObjectId: id.optional(),
  primaryObjectId: id.optional(),
  mergedObjectIds: z.array(id).max(100).optional(),
  newObjectId: id.optional(),
  objectTypeId: z.string().max(100).optional(),
});

/** HubSpot repeats for a day; three are remembered. */
const REMEMBERED_DAYS = 3;
/** How long an instance may take for an event before another one tries, doubled each time. */
const TURN_SECONDS = 60;
const MOST_ATTEMPTS = 8;

interface EventRow extends Omit<HubspotEvent, "records" | "object"> {
  readonly body: Pick<HubspotEvent, "records"> & Partial<Pick<HubspotEvent, "object">>;
}

const EVENT = sql`portal, subscription, event, occurred_at as "occurredAt", kind, body`;
const toEvent = ({ body, ...event }: EventRow): HubspotEvent => ({
  ...event,
  records: body.records,
  object: body.object,
});

export interface WebhookInboxOptions {
  readonly database: Database;
  readonly now?: () => number;
}

export function createWebhookInbox({ database, now = Date.now }: WebhookInboxOptions): WebhookInbox {
  const at = (seconds = 0): Date => new Date(now() + seconds * 1000);
  return {
    async take(events) {
      const read = events.map((event) => eventShape.safeParse(event));
      const known = read.flatMap(({ data }) => (data ? [toGiven(data)] : []));
      // Also of portals that are not there: whoever is not installed has no events to be kept.
      const fresh = await database.query(
        sql`insert into hubspot_event (portal, subscription, event, occurred_at, kind, body, received_at, due_at)
          select g.portal, subscription, event, occurred_at, kind, body, ${at()}::timestamptz, ${at()}::timestamptz
          from json_to_recordset(${JSON.stringify(known)}::json) as g
            (portal text, subscription text, event text, occurred_at timestamptz, kind text, body jsonb)
          join hubspot_portal p on p.portal = g.portal and p.state = 'installed'
          on conflict do nothing returning event`,
      );
      return { fresh: fresh.length, unreadable: events.length - known.length };
    },
    async claim(limit) {
      const rows = await database.query(
        sql<EventRow>`update hubspot_event e set attempts = attempts + 1,
            due_at = ${at()}::timestamptz + make_interval(secs => ${TURN_SECONDS} * 2 ^ e.attempts)
          where (portal, subscription, event, occurred_at) in (
            select portal, subscription, event, occurred_at from hubspot_event
            where done_at is null and due_at <= ${at()} and attempts < ${MOST_ATTEMPTS}
            order by due_at, occurred_at limit ${limit} for update skip locked)
          returning ${EVENT}`,
      );
      return rows
        .map(toEvent)
        .toSorted((one, other) => one.occurredAt.getTime() - other.occurredAt.getTime());
    },
    async done({ portal, subscription, event, occurredAt }) {
      await database.query(
        sql`update hubspot_event set done_at = ${at()} where portal = ${portal}
          and subscription = ${subscription} and event = ${event} and occurred_at = ${occurredAt}`,
      );
    },
    async since(instant) {
      const rows = await database.query(
        sql<EventRow>`select ${EVENT} from hubspot_event where received_at >= ${instant}`,
      );
      return rows.map(toEvent);
    },
    async sweep() {
      await database.query(
        sql`delete from hubspot_event where received_at < ${at(-REMEMBERED_DAYS * 86_400)}`,
      );
    },
  };
}

const toGiven = (event: z.output<typeof eventShape>) => ({
  portal: event.portalId,
  subscription: event.subscriptionId,
  event: event.eventId,
  occurred_at: new Date(event.occurredAt).toISOString(),
  kind: event.subscriptionType ?? event.eventType ?? "",
  body: {
    object: objectOf(event),
    records: [
      event.objectId,
      event.fromObjectId,
      event.toObjectId,
      event.primaryObjectId,
      event.newObjectId,
      ...(event.mergedObjectIds ?? []),
    ].filter((one) => one !== undefined),
  },
});

const OBJECTS: Readonly<Record<string, CrmRecord["type"]>> = {
  "0-1": "contact",
  "0-2": "company",
  "0-3": "deal",
  "0-7": "product",
  contact: "contact",
  company: "company",
  deal: "deal",
  product: "product",
};

/** Named beside the event, or in front of its kind: "company.merge". */
const objectOf = (event: z.output<typeof eventShape>): CrmRecord["type"] | undefined =>
  OBJECTS[event.objectTypeId ?? (event.subscriptionType ?? event.eventType ?? "").split(".")[0] ?? ""];
