import { type InsightReader, type RecordId, toRecordId } from "@sweetspot/contract";
import type { SqlCrm, SqlPorts } from "@sweetspot/crm-sql";
import { createInsightReader } from "@sweetspot/customer-insights";
import type { Jobs } from "../jobs/jobs.port.ts";
import type { Log } from "../operation/log.ts";
import { LOCAL } from "../operation/operation.ts";
import { createInsightBooks, type InsightBooks, type InsightOrigin } from "./insight-books.ts";
import { createLearnedModels } from "./learned-models.ts";

/** What similar customers buy, for the members of the gateway's own tenant. */
export interface InsightRoom {
  readerOf(user: RecordId, ports: Pick<SqlPorts, "purchases" | "store">): InsightReader;
  /** Somebody has changed the CRM. */
  crmChanged(): void;
  /** For figures of an operator. */
  readonly size: InsightBooks["size"];
  close(): void;
}

export interface InsightRoomParts {
  readonly crm: SqlCrm;
  readonly log: Log;
  /** Before they are started. */
  readonly jobs: Jobs;
  readonly now?: () => number;
}

const SWEEP_MS = 60_000;
/** What another gateway asked to be read anew is noticed within this time. */
const LOOK_MS = 30_000;
const ASKED_ANEW = "lookalikes-asked-anew";

export function createInsightRoom({ crm, log, jobs, now = Date.now }: InsightRoomParts): InsightRoom {
  const books = createInsightBooks({ now });
  const models = createLearnedModels(crm.settings, now);
  const failed = (error: unknown): void =>
    log.warn("insights-not-read-again", { error: error instanceof Error ? error.name : "unknown" });
  let lookedAt = now();

  const askAnew = jobs.define({
    name: "refresh-lookalikes",
    every: "13,43 * * * *",
    lookSeconds: 60,
    async run() {
      const at = now();
      // For the other gateways, which have books of their own.
      await crm.settings.write(ASKED_ANEW, { at });
      await books.refresh(LOCAL, at);
    },
  });
  const train = jobs.define<{ readonly user: string }>({
    name: "train-lookalikes",
    retries: 2,
    async run({ user }) {
      await models.train(await books.of(originOf(await crm.as(toRecordId(user)))));
    },
  });

  /** The answer does not wait for it. */
  async function lookAgain(): Promise<void> {
    if (now() - lookedAt < LOOK_MS) return;
    lookedAt = now();
    const asked = (await crm.settings.read(ASKED_ANEW)) as { readonly at: number } | undefined;
    if (asked) await books.refresh(LOCAL, asked.at);
  }

  const timer = setInterval(() => books.sweep(), SWEEP_MS);
  timer.unref();
  return {
    readerOf(user, ports) {
      const origin = originOf(ports);
      return createInsightReader(
        async (options) => {
          const open = await books.of(origin, options);
          lookAgain().catch(failed);
          return {
            book: open.book,
            model: () => models.of(open, () => train({ user }, { key: open.key })),
          };
        },
        {
          rootOf: async (account, options) => (await books.counted(origin, options)).rootOf(account, options),
          visibleNames: (accounts, options) => ports.purchases.names(accounts, options),
        },
      );
    },
    crmChanged() {
      books.touch(LOCAL);
      askAnew({}).catch(failed);
    },
    get size() {
      return books.size;
    },
    close: () => clearInterval(timer),
  };
}

const originOf = ({ purchases, store }: Pick<SqlPorts, "purchases" | "store">): InsightOrigin => ({
  tenant: LOCAL,
  purchases,
  store,
});
