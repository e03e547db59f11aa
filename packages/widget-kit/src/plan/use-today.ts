import type { IsoDate } from "@sweetspot/contract";
import { useMemo, useState } from "react";
import { toDay } from "../i18n/format.ts";
import { useHost } from "../widget/widget-context.ts";

/** The calendar day where the user is, as it was when the widget opened. */
export function useToday(): IsoDate {
  const { timeZone } = useHost();
  const [now] = useState(() => new Date());
  return useMemo(() => toDay(now, timeZone), [timeZone, now]);
}
