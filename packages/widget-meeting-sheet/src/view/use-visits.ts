import type { IsoDate, PlanRecord, RecordId } from "@sweetspot/contract";
import { buyingCentreMember, recordsOf } from "@sweetspot/plan-model";
import { type ApplyEdit, useCrm, useHost, usePlanEdit, usePlanPart, useToday } from "@sweetspot/widget-kit";
import { useCallback, useMemo, useState } from "react";
import { type Focus, type MemberRecord, readVisits, type Visit } from "../model/sheets.model.ts";

export type Tab = "visits" | "table";
export type Opened = "new" | "conflicts" | "history" | "print" | "questions" | "messages" | undefined;

/** Everything the views of the mounted meeting sheets share. The same object until something in it changes. */
export interface Visits {
  readonly records: ReadonlyMap<RecordId, PlanRecord>;
  readonly library: ReadonlyMap<RecordId, PlanRecord>;
  readonly visits: readonly Visit[];
  readonly members: readonly MemberRecord[];
  readonly writable: boolean;
  readonly user: RecordId;
  readonly today: IsoDate;
  readonly edit: ApplyEdit;
  readonly memberName: (id: RecordId | undefined) => string;
  /** The sheet that is open. */
  readonly current: Visit | undefined;
  readonly show: (sheet: RecordId | undefined) => void;
  readonly opened: Opened;
  readonly open: (opened: Opened) => void;
  readonly tab: Tab;
  readonly setTab: (tab: Tab) => void;
  readonly search: string;
  readonly setSearch: (text: string) => void;
  readonly focus: Focus | undefined;
  readonly setFocus: (focus: Focus | undefined) => void;
}

export function useVisits(): Visits {
  const records = usePlanPart((view) => view.plan);
  const library = usePlanPart((view) => view.library);
  const writable = usePlanPart((view) => view.writable.plan);
  const { teamMembers } = useCrm();
  const { user } = useHost();
  const today = useToday();
  const edit = usePlanEdit();
  const [shown, show] = useState<RecordId | undefined>(undefined);
  const [opened, open] = useState<Opened>(undefined);
  const [tab, setTab] = useState<Tab>("visits");
  const [search, setSearch] = useState("");
  const [focus, setFocus] = useState<Focus | undefined>(undefined);
  const visits = useMemo(() => readVisits(records, today), [records, today]);
  const members = useMemo(() => recordsOf(buyingCentreMember, records.values()), [records]);
  const memberName = useCallback(
    (id: RecordId | undefined) =>
      id === undefined ? "" : (teamMembers.find((member) => member.id === id)?.name ?? ""),
    [teamMembers],
  );
  const current = visits.find(({ id }) => id === shown);
  return useMemo(
    () => ({
      records,
      library,
      visits,
      members,
      writable,
      user: user.id,
      today,
      edit,
      memberName,
      current,
      show,
      opened,
      open,
      tab,
      setTab,
      search,
      setSearch,
      focus,
      setFocus,
    }),
    [
      records,
      library,
      visits,
      members,
      writable,
      user.id,
      today,
      edit,
      memberName,
      current,
      opened,
      tab,
      search,
      focus,
    ],
  );
}
