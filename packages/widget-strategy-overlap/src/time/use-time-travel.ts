import { accountScope, CrmError, type IsoDate, type PlanSnapshot } from "@sweetspot/contract";
import { upgradeRecord } from "@sweetspot/plan-model";
import { endOfDay, useHost, usePlanSession } from "@sweetspot/widget-kit";
import { useCallback, useEffect, useMemo, useState } from "react";
import { readBoard } from "../workspace/board-reading.model.ts";
import type { Workspace } from "../workspace/use-workspace.ts";

/** Which day the board is shown of, and how far reading it has come. */
export interface TimeTravel {
  /** Undefined for today. */
  readonly day: IsoDate | undefined;
  readonly state: "today" | "reading" | "there" | "failed";
  /** Why it failed. */
  readonly code: CrmError["code"] | undefined;
  /** Was there no board yet on that day? */
  readonly empty: boolean;
  readonly go: (day: IsoDate | undefined) => void;
  /** Reads the same day again after a failure. */
  readonly retry: () => void;
}

type Visit =
  | { readonly day: IsoDate; readonly state: "reading" }
  | { readonly day: IsoDate; readonly state: "failed"; readonly code: CrmError["code"] }
  | { readonly day: IsoDate; readonly state: "there"; readonly snapshot: PlanSnapshot };

/**
 * The board as it was at the end of a day. While one is chosen the workspace given back shows that day and takes no
 * edits; otherwise it is the one handed in.
 */
export function useTimeTravel(workspace: Workspace): {
  readonly workspace: Workspace;
  readonly travel: TimeTravel;
} {
  const session = usePlanSession();
  const { timeZone } = useHost();
  const [visit, setVisit] = useState<Visit>();
  const [trip, setTrip] = useState<{ readonly day: IsoDate; readonly number: number }>();
  const go = useCallback((day: IsoDate | undefined) => {
    setTrip((before) => (day === undefined ? undefined : { day, number: (before?.number ?? 0) + 1 }));
    setVisit(day === undefined ? undefined : { day, state: "reading" });
  }, []);
  useEffect(() => {
    if (!trip) return undefined;
    const leaving = new AbortController();
    const { day } = trip;
    const arrive = async (): Promise<void> => {
      let next: Visit;
      try {
        const at = endOfDay(day, timeZone);
        const snapshot = await session.asOf(accountScope(session.account), at, { signal: leaving.signal });
        next = { day, state: "there", snapshot };
      } catch (error) {
        next = { day, state: "failed", code: CrmError.is(error) ? error.code : "unavailable" };
      }
      if (!leaving.signal.aborted) setVisit(next);
    };
    void arrive();
    return () => leaving.abort();
  }, [session, timeZone, trip]);
  const snapshot = visit?.state === "there" ? visit.snapshot : undefined;
  const reading = useMemo(
    () =>
      snapshot && readBoard(new Map(snapshot.records.map((record) => [record.id, upgradeRecord(record)]))),
    [snapshot],
  );
  const shown = useMemo(
    (): Workspace =>
      reading === undefined
        ? workspace
        : { ...workspace, reading, writable: false, libraryWritable: false, edit: () => false },
    [workspace, reading],
  );
  const day = visit?.day;
  const travel = useMemo(
    (): TimeTravel => ({
      day,
      state: visit?.state ?? "today",
      code: visit?.state === "failed" ? visit.code : undefined,
      empty: reading?.board.levels.length === 0,
      go,
      retry: () => go(day),
    }),
    [visit, reading, day, go],
  );
  return { workspace: shown, travel };
}
