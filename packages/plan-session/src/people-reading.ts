import {
  CrmError,
  type CrmReader,
  type Involvement,
  INVOLVEMENT_GAPS,
  type InvolvementPage,
  type PeopleView,
  type RecordId,
} from "@sweetspot/contract";
import type { Clock } from "./clock.ts";
import { toCrmError } from "./commit-sender.ts";
import { readPatiently } from "./patient-reading.ts";

const PAGE_SIZE = 1000;

export interface PeopleReading {
  /** Reads at once; asked again it does nothing while it reads or has read. */
  begin(): void;
  /** Reads anew where somebody has asked for people. */
  refresh(): Promise<void>;
  dispose(): void;
}

interface PeopleReadingOptions {
  readonly account: RecordId;
  readonly reader: CrmReader;
  readonly clock: Clock;
  readonly show: (people: PeopleView) => void;
}

/** A CRM that keeps nobody is read as one that says so. */
const NOBODY: InvolvementPage = { items: [], gaps: INVOLVEMENT_GAPS };

/** The people of one account, all pages together. */
export function createPeopleReading({ account, reader, clock, show }: PeopleReadingOptions): PeopleReading {
  let people: PeopleView | undefined;
  let reading = new AbortController();

  const publish = (next: PeopleView): void => {
    people = next;
    show(next);
  };

  const readPages = async (signal: AbortSignal): Promise<PeopleView> => {
    // Pages of data that changed in between may overlap.
    const found = new Map<RecordId, Involvement>();
    for (let cursor: string | undefined; ;) {
      const from = cursor === undefined ? {} : { cursor };
      const page = await readPatiently(
        async () => reader.listInvolvements?.(account, { ...from, limit: PAGE_SIZE, signal }) ?? NOBODY,
        { clock, signal },
      );
      signal.throwIfAborted();
      for (const item of page.items) found.set(item.id, item);
      if (page.next === undefined)
        return { status: "ready", error: undefined, involvements: [...found.values()], gaps: page.gaps };
      cursor = page.next;
    }
  };

  const read = async (): Promise<void> => {
    reading.abort(new CrmError("unavailable", "A newer reading has begun."));
    reading = new AbortController();
    const { signal } = reading;
    const before = people?.status === "ready" ? people : undefined;
    if (!before) publish({ status: "loading", error: undefined, involvements: [], gaps: [] });
    try {
      publish(await readPages(signal));
    } catch (thrown) {
      if (signal.aborted) return;
      const error = toCrmError(thrown);
      publish(before ? { ...before, error } : { status: "failed", error, involvements: [], gaps: [] });
    }
  };

  return {
    begin() {
      if (people === undefined || people.status === "failed") void read();
    },
    refresh: async () => (people === undefined ? undefined : read()),
    dispose: () => reading.abort(new CrmError("unavailable", "The page was left.")),
  };
}
