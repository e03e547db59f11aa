import type { CatalogueEntry, HostContext } from "@sweetspot/contract";
import { createWidgetHost, loadCatalogue, type WidgetHost } from "@sweetspot/federation-host";
import { Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { usePage } from "../page/page-context.ts";
import { holdInSight } from "./hold-in-sight.ts";
import type { OpenRecord } from "./open-record.ts";
import { useCurrentSlot } from "./use-current-slot.ts";
import { WidgetIndex } from "./widget-index.view.tsx";
import { WidgetSlot } from "./widget-slot.view.tsx";

let shared: Promise<WidgetHost> | undefined;

/** One host for the page's whole life: its widgets share one React and are loaded once. */
async function openHost(): Promise<WidgetHost> {
  shared ??= loadCatalogue("/widgets.json").then((page) => createWidgetHost(page));
  try {
    return await shared;
  } catch (error) {
    shared = undefined;
    throw error;
  }
}

interface Props {
  readonly record: OpenRecord;
  readonly context: HostContext;
  /** The account's name, once it is known. */
  readonly account: string | undefined;
}

/** Every widget of the catalogue that knows accounts, in the catalogue's order. */
export function WidgetSlots({ record, context, account }: Props): ReactNode {
  const { t } = usePage();
  const [host, setHost] = useState<WidgetHost | "failed">();
  const open = useCallback(() => {
    openHost().then(setHost, () => setHost("failed"));
  }, []);
  useEffect(open, [open]);
  record.surface.update(context);

  const entries =
    typeof host === "object" ? host.entries.filter((entry) => entry.recordTypes.includes("account")) : [];
  return (
    <section className="wb-slots" aria-label={t("record.widgets")}>
      {typeof host === "object" && entries.length > 0 ? (
        <Slots host={host} entries={entries} record={record} context={context} account={account} />
      ) : null}
      {host === "failed" || (typeof host === "object" && entries.length === 0) ? (
        <div className="wb-card ss-screen">
          <span className="ss-screen-mark">
            <Icon name="grid" />
          </span>
          <h2 className="ss-screen-title">{t("record.no-widgets")}</h2>
          <p className="ss-screen-text">{t("record.no-widgets.text")}</p>
          {host === "failed" ? (
            <button type="button" className="ss-button" onClick={open}>
              {t("kit.state.retry")}
            </button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

interface SlotsProps extends Props {
  readonly host: WidgetHost;
  readonly entries: readonly CatalogueEntry[];
}

/** The index and the places, which open where the rep went last. */
function Slots({ host, entries, record, context, account }: SlotsProps): ReactNode {
  const { settings, changeSettings, language } = usePage();
  const places = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useCurrentSlot(places, entries[0]?.id ?? "");
  const placeOf = (id: string): HTMLElement | undefined =>
    [...(places.current?.querySelectorAll<HTMLElement>("[data-widget]") ?? [])].find(
      (place) => place.dataset["widget"] === id,
    );
  const letGo = useRef<() => void>(undefined);
  const hold = (place: HTMLElement | undefined): void => {
    letGo.current?.();
    letGo.current = place && holdInSight(place, document.body);
  };
  const go = (id: string): void => {
    const place = placeOf(id);
    hold(place);
    place?.focus({ preventScroll: true });
    setCurrent(id);
    changeSettings({ widget: id });
  };
  // What a widget is asked to show by another one is shown where it stands.
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  const { handOver } = record;
  useEffect(
    () =>
      handOver.bringBy((id) => {
        const has = entries.some((entry) => entry.id === id);
        if (has) latest.current(id);
        return has;
      }),
    [handOver, entries],
  );
  const remembered = useRef(settings.widget);
  useEffect(() => {
    const id = remembered.current;
    if (id !== undefined && id !== entries[0]?.id) hold(placeOf(id));
    return () => letGo.current?.();
    // Once, when the places are there for the first time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return (
    <>
      {entries.length > 1 ? (
        <WidgetIndex
          account={account}
          entries={entries.map(({ id, titles }) => ({ id, title: titles[language] ?? titles["en"] ?? id }))}
          current={current}
          onGo={go}
        />
      ) : null}
      <div ref={places} className="wb-slots" data-many={entries.length > 1 || undefined}>
        {entries.map((entry) => (
          <WidgetSlot key={entry.id} host={host} entry={entry} record={record} context={context} />
        ))}
      </div>
    </>
  );
}
