import type { CrmFeed, Field, HostContext, IsoDate, Money } from "@sweetspot/contract";
import { type ReactNode, useMemo, useSyncExternalStore } from "react";
import { type Pulse, toPulse } from "./pulse.model.ts";
import { type TextKey, textOf } from "./texts.ts";

export interface PulseViewProps {
  readonly feed: CrmFeed;
  readonly context: HostContext;
  /** Small figures, as the admin chose. */
  readonly compact?: boolean;
}

/** The account's deals in five figures. */
export function PulseView({ feed, context, compact = false }: PulseViewProps): ReactNode {
  const view = useSyncExternalStore(
    (listener) => feed.subscribe(listener),
    () => feed.getView(),
  );
  const today = useMemo(() => todayIn(context.timeZone), [context.timeZone]);
  const say = (key: TextKey): string => textOf(context.locale, key);
  const body = (): ReactNode => {
    if (view.status === "loading") return <output>{say("pulse.loading")}</output>;
    if (view.status === "failed") {
      return (
        <div role="alert">
          <p>{say("pulse.failed")}</p>
          <button type="button" onClick={() => void feed.refresh()}>
            {say("pulse.retry")}
          </button>
        </div>
      );
    }
    const pulse = toPulse(view, today);
    return (
      <>
        <Figures pulse={pulse} locale={context.locale} say={say} />
        {pulse.partlyHidden && <p className="note">{say("pulse.partly-hidden")}</p>}
        {!view.complete && <output className="note">{say("pulse.streaming")}</output>}
      </>
    );
  };
  return (
    <section
      className={`pulse ${context.skin} ${context.theme}${compact ? " compact" : ""}`}
      aria-label={say("pulse.title")}
    >
      <h2>{say("pulse.title")}</h2>
      {body()}
    </section>
  );
}

interface FiguresProps {
  readonly pulse: Pulse;
  readonly locale: string;
  readonly say: (key: TextKey) => string;
}

function Figures({ pulse, locale, say }: FiguresProps): ReactNode {
  const date = (field: Field<IsoDate>): string => {
    if (field.state === "known") return formatDate(field.value, locale);
    return say(field.state === "hidden" ? "pulse.not-visible" : "pulse.none");
  };
  const value = pulse.openValue.map((money) => formatMoney(money, locale)).join(" + ");
  const rows: readonly (readonly [TextKey, string])[] = [
    ["pulse.open-deals", new Intl.NumberFormat(locale).format(pulse.openDeals)],
    ["pulse.open-value", value === "" ? say("pulse.none") : value],
    ["pulse.next-close", date(pulse.nextClose)],
    ["pulse.overdue", new Intl.NumberFormat(locale).format(pulse.overdue)],
    ["pulse.last-win", date(pulse.lastWin)],
  ];
  return (
    <dl>
      {rows.map(([key, shown]) => (
        <div key={key}>
          <dt>{say(key)}</dt>
          <dd>{shown}</dd>
        </div>
      ))}
    </dl>
  );
}

const formatMoney = ({ amount, currency }: Money, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    notation: "compact",
    maximumFractionDigits: 1,
  }).format(amount);

/** A calendar date has no time zone; as UTC it stays the day it is. */
const formatDate = (date: IsoDate, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );

const todayIn = (timeZone: string): IsoDate =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date());
