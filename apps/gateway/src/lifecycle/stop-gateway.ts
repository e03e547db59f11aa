import type { Server } from "node:http";
import type { SqlCrm } from "@sweetspot/crm-sql";
import type { Door } from "./door.ts";
import type { FolderLock } from "../data-folder/lock-file.ts";
import type { Log } from "../operation/log.ts";
import type { OperationConfig } from "../config/operation-config.model.ts";

export interface StopParts {
  readonly door: Door;
  readonly server: Server | undefined;
  readonly crm: SqlCrm | undefined;
  /** What works beside requests and needs the database. */
  readonly background?: { close(): Promise<void> } | undefined;
  readonly lock: FolderLock | undefined;
  readonly limits: Pick<OperationConfig, "stopDelayMs" | "stopPatienceMs">;
  readonly log: Log;
}

const CLOSING_MS = 2000;

/**
 * Announces the end, lets requests under way finish while it takes no others, then closes database and folder. Ends
 * within delay, patience and a few seconds, whatever hangs; what is cut off is rolled back by the database.
 */
export async function stopGateway(parts: StopParts): Promise<void> {
  const { door, server, crm, background, lock, limits, log } = parts;
  door.announceStop();
  if (server && limits.stopDelayMs > 0) await pause(limits.stopDelayMs);
  door.shut();
  if (server && !(await closeServer(server, limits.stopPatienceMs))) log.warn("requests-cut-off");
  if (background && !(await within(CLOSING_MS, background.close()))) log.warn("background-cut-off");
  if (crm && !(await within(CLOSING_MS, crm.close()))) log.warn("database-not-closed");
  await lock?.release();
}

/** @returns whether all requests could finish */
async function closeServer(server: Server, patienceMs: number): Promise<boolean> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A browser keeps its connection open after its request has been answered.
  const tidying = setInterval(() => server.closeIdleConnections(), 20);
  const finished = await within(patienceMs, closed);
  clearInterval(tidying);
  if (!finished) server.closeAllConnections();
  return finished;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const done = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return done;
}
