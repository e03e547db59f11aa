import type { RecordId, RelationTarget } from "@sweetspot/contract";
import { useHost, usePlanPart } from "@sweetspot/widget-kit";
import { useMemo, useState } from "react";
import type { ChosenWay } from "../model/chosen-way.ts";

export type BridgeTab = "ways" | "introductions" | "partners";
export type Opened = "conflicts" | "history" | undefined;

/** Everything the views of the mounted bridge share. The same object until something in it changes. */
export interface Bridge {
  readonly user: RecordId;
  readonly writable: boolean;
  readonly tab: BridgeTab;
  readonly setTab: (tab: BridgeTab) => void;
  readonly opened: Opened;
  readonly open: (opened: Opened) => void;
  /** Whom we want to meet. */
  readonly target: RelationTarget | undefined;
  readonly aim: (target: RelationTarget | undefined) => void;
  /** The way an introduction is being started on; set while its dialog is open. */
  readonly starting: ChosenWay | undefined;
  readonly start: (way: ChosenWay | undefined) => void;
  /** The introduction that is open. */
  readonly introduction: RecordId | undefined;
  readonly showIntroduction: (id: RecordId | undefined) => void;
}

export function useBridge(): Bridge {
  const { user } = useHost();
  const writable = usePlanPart((view) => view.writable.plan);
  const [tab, setTab] = useState<BridgeTab>("ways");
  const [opened, open] = useState<Opened>(undefined);
  const [target, aim] = useState<RelationTarget | undefined>(undefined);
  const [starting, start] = useState<ChosenWay | undefined>(undefined);
  const [introduction, showIntroduction] = useState<RecordId | undefined>(undefined);
  return useMemo(
    () => ({
      user: user.id,
      writable,
      tab,
      setTab,
      opened,
      open,
      target,
      aim,
      starting,
      start,
      introduction,
      showIntroduction,
    }),
    [user.id, writable, tab, opened, target, starting, introduction],
  );
}
