import type { HostContext, RecordId } from "@sweetspot/contract";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useDesk } from "../gateway/desk.ts";
import { usePage } from "../page/page-context.ts";
import { goTo } from "../page/use-route.ts";
import { useView } from "../page/use-view.ts";
import { ProblemScreen } from "../shell/problem-screen.view.tsx";
import { Waiting } from "../shell/waiting.view.tsx";
import { ContactsCard } from "./contacts-card.view.tsx";
import { DetailsCard } from "./details-card.view.tsx";
import { FamilyCard } from "./family-card.view.tsx";
import { OpportunitiesCard } from "./opportunities-card.view.tsx";
import type { Pointed } from "./pointed.ts";
import { type OpenRecord, openRecord } from "./open-record.ts";
import { RecordHead } from "./record-head.view.tsx";
import { currencyOf } from "./record.model.ts";
import { WidgetSlots } from "./widget-slots.view.tsx";

/** One account: its record around the widgets, as in a CRM. */
export function RecordPage({ account }: { readonly account: RecordId }): ReactNode {
  const desk = useDesk();
  const [pointed, setPointed] = useState<Pointed>();
  const [record, setRecord] = useState<OpenRecord>();
  const context = useHostContext(account, "EUR");
  const firstContext = useRef(context);
  useEffect(() => {
    const opened = openRecord({
      desk,
      account,
      context: firstContext.current,
      navigate: (target) => {
        if (target.type === "account") goTo({ page: "account", account: target.id });
        else setPointed({ ...target });
      },
    });
    setRecord(opened);
    return () => {
      setRecord(undefined);
      opened.close();
    };
  }, [desk, account]);
  const { t } = usePage();
  if (!record) return <Waiting text={t("app.opening")} />;
  return <Opened record={record} account={account} pointed={pointed} />;
}

function Opened(props: {
  readonly record: OpenRecord;
  readonly account: RecordId;
  readonly pointed: Pointed | undefined;
}): ReactNode {
  const { record, pointed } = props;
  const { t } = usePage();
  const view = useView(record.feed);
  const name = view.account?.name;
  useEffect(() => {
    document.title = `${name ?? t("record.account")} · ${t("app.name")}`;
  }, [name, t]);
  const context = useHostContext(props.account, currencyOf(view));
  if (view.status === "failed" && view.error)
    return <ProblemScreen error={view.error} title={t("record.account")} onRetry={record.refresh} />;
  return (
    <div className="wb-record">
      <RecordHead view={view} onRefresh={record.refresh} />
      <div className="wb-columns">
        <aside className="wb-side" aria-label={t("record.side")}>
          <DetailsCard view={view} />
          <FamilyCard view={view} />
          <ContactsCard view={view} pointed={pointed} />
          <OpportunitiesCard view={view} pointed={pointed} />
        </aside>
        <WidgetSlots record={record} context={context} account={name} />
      </div>
    </div>
  );
}

function useHostContext(account: RecordId, currency: string): HostContext {
  const { member } = useDesk();
  const { locale, settings } = usePage();
  const { skin, theme } = settings;
  return useMemo(
    () => ({
      record: { type: "account", id: account },
      user: member,
      locale,
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      currency,
      skin,
      theme,
    }),
    [account, member, locale, currency, skin, theme],
  );
}
