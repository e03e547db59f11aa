import type { IsoDate } from "@sweetspot/contract";
import { useHost } from "@sweetspot/widget-kit";
import { useMemo, useState } from "react";

/** The calendar day where the user is, as it was when the widget opened. */
export function useToday(): IsoDate {
  const { timeZone } = useHost();
  const [now] = useState(() => new Date());
  return useMemo(
    () =>
      new Intl.DateTimeFormat("en-CA", {
        timeZone,
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
      }).format(now),
    [timeZone, now],
  );
}
