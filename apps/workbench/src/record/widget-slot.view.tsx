import type { CatalogueEntry, HostContext } from "@sweetspot/contract";
import type { MountedSlot, WidgetHost } from "@sweetspot/federation-host";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { usePage } from "../page/page-context.ts";
import type { OpenRecord } from "./open-record.ts";
import { useNear } from "./use-near.ts";

interface Props {
  readonly host: WidgetHost;
  readonly entry: CatalogueEntry;
  readonly record: OpenRecord;
  readonly context: HostContext;
}

/** One widget's place: its title and room until it comes near, then the widget, for as long as the page is open. */
export function WidgetSlot({ host, entry, record, context }: Props): ReactNode {
  const { language } = usePage();
  const place = useRef<HTMLDivElement>(null);
  const isNear = useNear(place);
  return (
    // Going there by the index brings the keyboard along.
    <div ref={place} className="wb-slot" data-widget={entry.id} tabIndex={-1}>
      {isNear ? (
        <MountedWidget host={host} entry={entry} record={record} context={context} />
      ) : (
        <div className="wb-card wb-slot-waiting" style={{ minHeight: entry.minHeight }}>
          <h2>{entry.titles[language] ?? entry.titles["en"] ?? entry.id}</h2>
        </div>
      )}
    </div>
  );
}

/** Lower than any state a widget shows. */
const NOTHING_YET = 80;

/** Has it been drawn? Until then its room stays, or the widgets around it would jump. */
function useGrown(place: RefObject<HTMLElement | null>): boolean {
  const [hasGrown, setGrown] = useState(false);
  useEffect(() => {
    if (hasGrown || !place.current) return undefined;
    const inside = new ResizeObserver((sizes) => {
      if (sizes.some(({ contentRect }) => contentRect.height > NOTHING_YET)) setGrown(true);
    });
    const watch = (): void => {
      inside.disconnect();
      for (const child of place.current?.children ?? [])
        if (!child.hasAttribute("aria-busy")) inside.observe(child);
    };
    const children = new MutationObserver(watch);
    children.observe(place.current, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["aria-busy"],
    });
    watch();
    return () => {
      inside.disconnect();
      children.disconnect();
    };
  }, [place, hasGrown]);
  return hasGrown;
}

function MountedWidget({ host, entry, record, context }: Props): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const slot = useRef<MountedSlot>(undefined);
  const given = useRef(context);
  useEffect(() => {
    if (!place.current) return undefined;
    const { session, feed, surface, relations, insights } = record;
    const mounted = host.mount(entry.id, place.current, { session, feed, surface, relations, insights });
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
  const hasGrown = useGrown(place);
  return <div ref={place} style={hasGrown ? {} : { minHeight: entry.minHeight }} />;
}
