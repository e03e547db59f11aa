import type { CatalogueEntry, HostContext } from "@sweetspot/contract";
import {
  createWidgetHost,
  loadCatalogue,
  type MountedSlot,
  type WidgetHost,
} from "@sweetspot/federation-host";
import { Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { usePage } from "../page/page-context.ts";
import type { OpenRecord } from "./open-record.ts";

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

/** Every widget of the catalogue that knows accounts, in the catalogue's order. */
export function WidgetSlots({
  record,
  context,
}: {
  readonly record: OpenRecord;
  readonly context: HostContext;
}): ReactNode {
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
      {typeof host === "object"
        ? entries.map((entry) => (
            <WidgetSlot key={entry.id} host={host} entry={entry} record={record} context={context} />
          ))
        : null}
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

interface WidgetSlotProps {
  readonly host: WidgetHost;
  readonly entry: CatalogueEntry;
  readonly record: OpenRecord;
  readonly context: HostContext;
}

function WidgetSlot({ host, entry, record, context }: WidgetSlotProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const slot = useRef<MountedSlot>(undefined);
  const given = useRef(context);
  useEffect(() => {
    if (!place.current) return undefined;
    const { session, feed, surface } = record;
    const mounted = host.mount(entry.id, place.current, { session, feed, surface });
    slot.current = mounted;
    return () => {
      slot.current = undefined;
      // The widget has a React root of its own, which must not be unmounted from inside this one's work.
      queueMicrotask(() => mounted.unmount());
    };
  }, [host, entry.id, record]);
  useEffect(() => {
    if (given.current === context) return;
    given.current = context;
    slot.current?.update(context);
  }, [context]);
  return <div ref={place} className="wb-slot" data-widget={entry.id} />;
}
