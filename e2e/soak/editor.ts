import {
  accountScope,
  type Commit,
  type CommitResult,
  type ConflictDetail,
  CrmError,
  type PlanRecord,
  type RecordId,
  type StoredCopy,
  toRecordId,
} from "@sweetspot/contract";
import type { Gateways } from "./gateways.ts";
import { countIn, type Ledger, type LedgerEntry, toText } from "./ledger.ts";
import type { Measure } from "./measure.ts";
import type { PortalUser } from "./portal-user.ts";
import type { Pace, Session } from "./virtual-user.ts";

export interface EditorParts {
  readonly user: PortalUser;
  readonly account: RecordId;
  readonly gateways: Gateways;
  readonly measure: Measure;
  readonly ledger: Ledger;
  readonly pace: Pace;
  readonly random: () => number;
  readonly reopen: () => Promise<Session>;
}

/** Edits plans as the queue of a page does: a commit is sent again with its key until it is answered. */
export interface Editor {
  /** What was loaded. */
  see(records: readonly PlanRecord[]): void;
  /** @returns the session that is good now: a commit may have needed a new one */
  edit(session: Session, what: "own" | "shared"): Promise<Session>;
}

/** How often a commit is sent; more than a restart and a limit of HubSpot's take. */
const MOST_ATTEMPTS = 60;
const SHARED = toRecordId("soak-shared");

export function createEditor(parts: EditorParts): Editor {
  const { user, account, gateways, measure, ledger, pace, random, reopen } = parts;
  const own = toRecordId(`soak-own-${user.number}`);
  const known = new Map<RecordId, { readonly revision: number; readonly count: number }>();
  let made = 0;

  const learn = (copy: StoredCopy): void =>
    void known.set(copy.id, {
      revision: copy.revision,
      count: "fields" in copy ? countIn(String(copy.fields["question"])) : 0,
    });

  /** Once, or as a bad line has it: twice at the same time, or broken off somewhere. */
  async function send({ store }: Session, commit: Commit): Promise<CommitResult> {
    const signal = AbortSignal.timeout(pace.patienceMs);
    const once = (until = signal) => measure.time("commit", () => store.commit(commit, { signal: until }));
    const dice = measure.phase === "storm" ? random() : 1;
    if (dice < 0.03) {
      const [one, other] = await Promise.all([once(), once()]);
      if (one.version !== other.version) measure.fail("commit", new Error("two answers to one commit"));
      return one;
    }
    return dice < 0.06 ? once(AbortSignal.timeout(1 + Math.floor(random() * 30))) : once();
  }

  /** @returns undefined where somebody was faster */
  async function resolve(first: Session, commit: Commit, entry: LedgerEntry) {
    let session = first;
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1)
      try {
        const { stored } = await send(session, commit);
        stored.forEach(learn);
        ledger.acknowledge(entry);
        return { session, isStored: true };
      } catch (error) {
        if (CrmError.is(error, "conflict")) {
          (error.detail as ConflictDetail).stored.forEach(learn);
          // Nobody else writes there: the store has taken this commit for another one.
          if (entry.record === own) measure.fail("commit", new Error("conflict with oneself"));
          return { session, isStored: false };
        }
        if (CrmError.is(error, "malformed")) throw error;
        await sleep(Math.min(1000, 50 * attempt) + (CrmError.is(error) ? (error.retryAfterMs ?? 0) : 0));
        // As a page does it: the session is opened anew where it has ended, or its gateway is gone.
        const isOver =
          CrmError.is(error, "unauthenticated") || gateways.pick(user.number)?.pid !== session.pid;
        if (isOver) session = await reopen().catch(() => session);
      }
    ledger.giveUp(entry);
    throw new CrmError("unavailable", "A commit was never answered.");
  }

  return {
    see: (records) => records.forEach(learn),
    async edit(session, what) {
      const record = what === "own" ? own : SHARED;
      let current = session;
      for (;;) {
        made += 1;
        const { revision, count } = known.get(record) ?? { revision: 0, count: 0 };
        const key = `soak-${user.portal}-${user.number}-${made}`;
        const text = toText(count + 1, key);
        const commit: Commit = {
          scope: accountScope(account),
          key,
          puts: [{ id: record, type: "knowledge-gap", base: revision, fields: { question: text } }],
          removes: [],
        };
        const entry = { portal: user.portal, account, record, text };
        const { session: next, isStored } = await resolve(current, commit, entry);
        current = next;
        if (isStored) return current;
      }
    },
  };
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
