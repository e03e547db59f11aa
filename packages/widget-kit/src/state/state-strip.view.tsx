import type { ReactNode } from "react";
import { Button } from "../parts/button.view.tsx";
import { classNames } from "../parts/class-names.ts";
import { Icon } from "../parts/icon.view.tsx";
import type { IconName } from "../parts/icon-paths.ts";
import { useFormat, useT } from "../widget/widget-context.ts";
import type { WidgetState } from "./state.model.ts";

type StripState = Extract<WidgetState, { readonly empty: boolean }>;

export interface StateStripProps {
  readonly state: StripState;
  readonly onRetry: () => void;
  readonly onResolve: (() => void) | undefined;
}

/** A line above content that stays usable. */
export function StateStrip({ state, onRetry, onResolve }: StateStripProps): ReactNode {
  const t = useT();
  const format = useFormat();
  switch (state.kind) {
    case "conflict":
      return (
        <Strip
          icon="conflict"
          tone="warn"
          lead={t("kit.state.conflict", { count: state.count })}
          text={t("kit.state.conflict.safe")}
        >
          {onResolve === undefined ? null : (
            <Button size="small" onClick={onResolve}>
              {t("kit.state.compare")}
            </Button>
          )}
        </Strip>
      );
    case "offline":
      return (
        <Strip
          icon="offline"
          tone="warn"
          lead={t("kit.state.offline", { count: state.pending })}
          text={t(state.durable ? "kit.state.offline.kept" : "kit.state.offline.open")}
        />
      );
    case "stale":
      return (
        <Strip
          icon="clock"
          tone="warn"
          lead={
            state.since === undefined
              ? t("kit.state.stale")
              : t("kit.state.stale.since", {
                  when: format.dateTime(state.since),
                  ago: format.relativeDays(state.since),
                })
          }
          text={t(`kit.error.${state.error?.code ?? "unavailable"}.short`)}
        >
          <Button size="small" icon="retry" onClick={onRetry}>
            {t("kit.state.refresh")}
          </Button>
        </Strip>
      );
    case "partial":
      return <PartialStrip gaps={state.gaps} />;
  }
}

type Gaps = Extract<WidgetState, { kind: "partial" }>["gaps"];

function PartialStrip({ gaps }: { readonly gaps: Gaps }): ReactNode {
  const t = useT();
  const counted = countedKey(gaps);
  // Contacts are shown and not counted, so nobody's figures differ for them.
  const contacts = gaps.includes("hidden-contacts");
  if (counted === undefined)
    return (
      <Strip
        icon="eye-off"
        lead={t("kit.state.partial.contacts")}
        text={t("kit.state.partial.contacts.why")}
      />
    );
  const lead = contacts ? `${t(counted)} ${t("kit.state.partial.contacts.too")}` : t(counted);
  return <Strip icon="eye-off" lead={lead} text={t("kit.state.partial.why")} />;
}

function countedKey(gaps: Gaps) {
  const [accounts, deals] = [gaps.includes("hidden-accounts"), gaps.includes("hidden-opportunities")];
  if (accounts && deals) return "kit.state.partial.both";
  if (accounts) return "kit.state.partial.accounts";
  return deals ? "kit.state.partial.deals" : undefined;
}

interface StripProps {
  readonly icon: IconName;
  readonly tone?: "warn";
  /** What happened. */
  readonly lead: string;
  /** What is safe. */
  readonly text: string;
  /** What to do. */
  readonly children?: ReactNode;
}

function Strip({ icon, tone, lead, text, children }: StripProps): ReactNode {
  return (
    <div className={classNames("ss-strip", tone === "warn" && "ss-strip-warn")}>
      <Icon name={icon} />
      <output className="ss-strip-text">
        <strong>{lead}</strong> {text}
      </output>
      {children}
    </div>
  );
}
