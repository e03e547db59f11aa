import type { IsoDate, RecordId } from "@sweetspot/contract";
import {
  type ApplyEdit,
  useCrm,
  useFormat,
  useHost,
  usePlanEdit,
  usePlanPart,
  useToday,
} from "@sweetspot/widget-kit";
import { useCallback, useMemo, useState } from "react";
import {
  type Eyes,
  filterPeople,
  NO_FILTER,
  type PeopleFilter,
  type ShownPerson,
} from "../model/filter.model.ts";
import { type Person, readPeople } from "../model/people.model.ts";

export type Tab = "people" | "deals" | "table";
export type Opened = "add" | "conflicts" | "history" | { readonly person: RecordId } | undefined;

/** Everything the views of one mounted buying centre share. The same object until something in it changes. */
export interface Centre {
  readonly people: readonly Person[];
  readonly shown: readonly ShownPerson[];
  readonly filter: PeopleFilter;
  readonly tab: Tab;
  readonly opened: Opened;
  readonly writable: boolean;
  readonly user: RecordId;
  readonly eyes: Eyes;
  readonly today: IsoDate;
  readonly edit: ApplyEdit;
  readonly setFilter: (part: Partial<PeopleFilter>) => void;
  readonly setTab: (tab: Tab) => void;
  readonly open: (opened: Opened) => void;
  readonly memberName: (id: RecordId | undefined) => string;
}

export function useCentre(): Centre {
  const records = usePlanPart((view) => view.plan);
  const writable = usePlanPart((view) => view.writable.plan);
  const {
    account,
    family,
    contacts,
    complete,
    gaps,
    people: involved,
    opportunities,
    teamMembers,
  } = useCrm();
  const { user, record } = useHost();
  const { compare } = useFormat();
  const today = useToday();
  const edit = usePlanEdit();
  const [filter, change] = useState<PeopleFilter>(NO_FILTER);
  const [tab, setTab] = useState<Tab>("people");
  const [opened, open] = useState<Opened>(undefined);
  const people = useMemo(
    () =>
      readPeople(
        records.values(),
        {
          account,
          family,
          contacts,
          complete,
          gaps,
          opportunities,
          ...(involved ? { people: involved } : {}),
        },
        compare,
      ),
    [records, compare, account, family, contacts, complete, gaps, involved, opportunities],
  );
  const deal = record.type === "opportunity" ? record.id : undefined;
  const eyes = useMemo((): Eyes => ({ user: user.id, deal }), [user.id, deal]);
  const shown = useMemo(() => filterPeople(people, filter, eyes), [people, filter, eyes]);
  const setFilter = useCallback(
    (part: Partial<PeopleFilter>) => change((before) => ({ ...before, ...part })),
    [],
  );
  const memberName = useCallback(
    (id: RecordId | undefined) =>
      id === undefined ? "" : (teamMembers.find((member) => member.id === id)?.name ?? ""),
    [teamMembers],
  );
  return useMemo(
    () => ({
      people,
      shown,
      filter,
      tab,
      opened,
      writable,
      user: user.id,
      eyes,
      today,
      edit,
      setFilter,
      setTab,
      open,
      memberName,
    }),
    [people, shown, filter, tab, opened, writable, user.id, eyes, today, edit, setFilter, memberName],
  );
}
