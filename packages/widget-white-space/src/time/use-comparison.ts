import { accountScope, CrmError, type IsoDate, type PlanRecord, type RecordId } from "@sweetspot/contract";
import { cell, recordsOf, upgradeRecord } from "@sweetspot/plan-model";
import { endOfDay, useHost, usePlanSession } from "@sweetspot/widget-kit";
import {
  createGridModel,
  type CrmFacts,
  type GridModel,
  type PlanReading,
  readPlan,
} from "@sweetspot/white-space-plan";
import { useEffect, useMemo, useState } from "react";
import { type CellChange, compareGrids } from "./compare.model.ts";
import { factsAt } from "./facts-at.model.ts";

/** Two days, `from` before `to`. */
export interface ComparedDays {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What is shown beside the grid while two days are compared. */
export interface Comparison {
  readonly state: "off" | "reading" | "there" | "failed";
  readonly days: ComparedDays | undefined;
  readonly code: CrmError["code"] | undefined;
  /** By the kinds of change, then in the grid's order. */
  readonly changes: readonly CellChange[];
  readonly byCell: ReadonlyMap<string, CellChange>;
  /** Was there no plan yet at the end of the earlier day? Then only the CRM's data speaks for it. */
  readonly planless: boolean;
}

export interface ComparisonInput {
  readonly days: ComparedDays | undefined;
  readonly plan: PlanReading;
  readonly library: ReadonlyMap<RecordId, PlanRecord>;
  readonly facts: CrmFacts;
  readonly model: GridModel;
  readonly today: IsoDate;
}

type Records = ReadonlyMap<RecordId, PlanRecord>;
type Read =
  | { readonly key: string; readonly from: Records; readonly to: Records | undefined }
  | { readonly key: string; readonly code: CrmError["code"] };

const NONE: readonly CellChange[] = [];
const NO_CELLS: ReadonlyMap<string, CellChange> = new Map();
const OFF: Comparison = {
  state: "off",
  days: undefined,
  code: undefined,
  changes: NONE,
  byCell: NO_CELLS,
  planless: false,
};

/**
 * Compares the grid at the end of two days. Both have the areas, offerings and rules of the later day, so that only what
 * was bought and what was set by hand makes a difference. Gives back the grid of the later day to show, read-only
 * where that day is past.
 */
export function useComparison(input: ComparisonInput): {
  readonly comparison: Comparison;
  /** Undefined while the present grid is to be shown. */
  readonly past: { readonly plan: PlanReading; readonly model: GridModel } | undefined;
} {
  const { days, plan, library, facts, model, today } = input;
  const read = useRecordsOf(days, today);
  const perspective = model.perspective?.id;
  const past = useMemo(() => {
    if (!days || !read || !("from" in read) || read.to === undefined) return undefined;
    const then = readPlan(read.to, library);
    // Before the first area was drawn there is no grid to show: today's areas, with what the CRM says of that day.
    const reading = then.areas.length === 0 ? { ...plan, cells: then.cells } : then;
    const shown = createGridModel({
      plan: reading,
      facts: factsAt(facts, days.to),
      perspective,
      today: days.to,
    });
    return { plan: reading, model: shown };
  }, [days, read, plan, library, facts, perspective]);
  const later = past?.model ?? model;
  const laterPlan = past?.plan ?? plan;
  const comparison = useMemo((): Comparison => {
    if (!days) return OFF;
    if (!read) return { ...OFF, days, state: "reading" };
    if (!("from" in read)) return { ...OFF, days, state: "failed", code: read.code };
    const cells = recordsOf(cell, read.from.values());
    const earlier = createGridModel({
      plan: { ...laterPlan, cells: new Map(cells.map((record) => [record.id, record])) },
      facts: factsAt(facts, days.from),
      perspective: later.perspective?.id,
      today: days.from,
    });
    const changes = compareGrids(earlier, later);
    return {
      state: "there",
      days,
      code: undefined,
      changes,
      byCell: new Map(changes.map((change) => [change.cell.key, change])),
      planless: read.from.size === 0,
    };
  }, [days, read, facts, later, laterPlan]);
  return { comparison, past };
}

/** The plan's records at the end of both days; of the later one only where it is past. Undefined while they are read. */
function useRecordsOf(days: ComparedDays | undefined, today: IsoDate): Read | undefined {
  const session = usePlanSession();
  const { timeZone } = useHost();
  const [read, setRead] = useState<Read>();
  const key = days === undefined ? "" : `${days.from}/${days.to}`;
  useEffect(() => {
    if (!days) return undefined;
    const leaving = new AbortController();
    const { signal } = leaving;
    const at = async (day: IsoDate): Promise<Records> => {
      const { records } = await session.asOf(accountScope(session.account), endOfDay(day, timeZone), {
        signal,
      });
      return new Map(records.map((record) => [record.id, upgradeRecord(record)]));
    };
    const compare = async (): Promise<void> => {
      let next: Read;
      try {
        const [from, to] = await Promise.all([at(days.from), days.to < today ? at(days.to) : undefined]);
        next = { key, from, to };
      } catch (error) {
        next = { key, code: CrmError.is(error) ? error.code : "unavailable" };
      }
      if (!signal.aborted) setRead(next);
    };
    void compare();
    return () => leaving.abort();
  }, [session, timeZone, days, key, today]);
  return read?.key === key ? read : undefined;
}
