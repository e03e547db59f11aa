import {
  ConflictDialog,
  HistoryPanel,
  SegmentedControl,
  stateOf,
  StateScreen,
  useCrm,
  usePlan,
  useRecordWords,
  useT,
  WidgetFrame,
} from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { type Bridge, type BridgeTab, useBridge } from "./use-bridge.ts";
import { useText } from "./use-text.ts";

/** The referral bridge: ways to somebody we want to meet, introductions on the way, and who multiplies our contacts. */
export function ReferralBridgeView(): ReactNode {
  const t = useText();
  const kit = useT();
  const plan = usePlan();
  const crm = useCrm();
  const page = useBridge();
  const words = useRecordWords();
  const title = t("widget.title");
  return (
    <WidgetFrame
      icon="bridge"
      title={title}
      subtitle={t("widget.question")}
      bar={
        <SegmentedControl<BridgeTab>
          label={t("tab.label")}
          value={page.tab}
          options={[
            { value: "ways", label: t("tab.ways") },
            { value: "introductions", label: t("tab.introductions") },
            { value: "partners", label: t("tab.partners") },
          ]}
          onChange={page.setTab}
        />
      }
      menu={[
        {
          id: "history",
          icon: "clock",
          label: kit("kit.history.title"),
          onSelect: () => page.open("history"),
        },
      ]}
      onResolve={() => page.open("conflicts")}
    >
      <StateScreen
        state={stateOf(plan, crm, false)}
        title={title}
        empty={{ icon: "bridge", title: t("widget.question"), text: t("host.none") }}
        onResolve={() => page.open("conflicts")}
      >
        <Content page={page} />
      </StateScreen>
      <HistoryPanel
        open={page.opened === "history"}
        onOpenChange={() => page.open(undefined)}
        about={title}
      />
      <ConflictDialog
        open={page.opened === "conflicts"}
        onOpenChange={() => page.open(undefined)}
        words={words}
      />
    </WidgetFrame>
  );
}

function Content({ page }: { readonly page: Bridge }): ReactNode {
  const t = useText();
  switch (page.tab) {
    case "ways":
    case "introductions":
    case "partners":
      return <p className="rb-nothing">{t("host.none")}</p>;
  }
}
