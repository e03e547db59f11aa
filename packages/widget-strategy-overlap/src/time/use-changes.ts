import { accountScope, type Change, CrmError, type IsoDate } from "@sweetspot/contract";
import { endOfDay, readHistory, useHost, usePlanSession } from "@sweetspot/widget-kit";
import { useEffect, useState } from "react";

export type ChangesReading =
  | { readonly state: "reading" }
  | { readonly state: "failed"; readonly code: CrmError["code"] }
  | { readonly state: "read"; readonly changes: readonly Change[] };

/** What was saved after the end of a day, oldest first; read anew for another day. */
export function useChanges(since: IsoDate): ChangesReading {
  const session = usePlanSession();
  const { timeZone } = useHost();
  const [read, setRead] = useState<{ readonly since: IsoDate; readonly reading: ChangesReading }>();
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const scope = accountScope(session.account);
    const show = (reading: ChangesReading): void => {
      if (!signal.aborted) setRead({ since, reading });
    };
    session
      .asOf(scope, endOfDay(since, timeZone), { signal })
      .then(({ version }) => readHistory(session, scope, version, { signal }))
      .then(
        (changes) => show({ state: "read", changes }),
        (error: unknown) => show({ state: "failed", code: CrmError.is(error) ? error.code : "unavailable" }),
      );
    return () => leaving.abort();
  }, [session, timeZone, since]);
  return read?.since === since ? read.reading : { state: "reading" };
}
