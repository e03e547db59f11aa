import { CrmError } from "@sweetspot/contract";
import type { HubspotEvent, WebhookInbox } from "./webhook-inbox.ts";

export interface WebhookWorkerOptions {
  readonly inbox: WebhookInbox;
  /** Of this instance: its memory of what changed is not used again. Told of some events twice. */
  readonly forget: (portal: string, records: readonly string[]) => void;
  /** Once among all instances, though again where it failed: it asks HubSpot how things are instead of believing. */
  readonly handle: (event: HubspotEvent) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
  readonly now?: () => number;
}

export interface WebhookWorker {
  /** Looks what has come in, wherever it was worked off, and forgets what it changed. Never fails. */
  look(): Promise<void>;
  /** Works off what has come in. @throws CrmError `unavailable` where some of it has to be tried again */
  workOff(): Promise<void>;
}

const AT_ONCE = 50;
/** An event may become visible a little after it was received: its transaction has to end first. */
const OVERLAP_MS = 10_000;

export function createWebhookWorker(options: WebhookWorkerOptions): WebhookWorker {
  const { inbox, forget, handle, onFailure, now = Date.now } = options;
  let looked = now();
  let seen = new Set<string>();
  let running: Promise<void> | undefined;

  /** A memory may have an answer from the time between an event and its delivery, so each is told of once. */
  async function forgetChanges(): Promise<void> {
    const until = now();
    const events = await inbox.since(new Date(looked - OVERLAP_MS));
    for (const event of events) if (!seen.has(keyOf(event))) forget(event.portal, event.records);
    seen = new Set(events.map(keyOf));
    looked = until;
  }

  return {
    look() {
      running ??= forgetChanges()
        .catch(onFailure)
        .finally(() => {
          running = undefined;
        });
      return running;
    },
    async workOff() {
      let failed = 0;
      for (;;) {
        const events = await inbox.claim(AT_ONCE);
        for (const event of events)
          try {
            await handle(event);
            await inbox.done(event);
          } catch (error) {
            failed += 1;
            onFailure(error);
          }
        if (events.length < AT_ONCE) break;
      }
      if (failed > 0) throw new CrmError("unavailable", `${failed} events have to wait for another try.`);
    },
  };
}

const keyOf = ({ portal, subscription, event, occurredAt }: HubspotEvent): string =>
  [portal, subscription, event, occurredAt.getTime()].join("/");
