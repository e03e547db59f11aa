import {
  ConflictDialog,
  HistoryPanel,
  ReviewStamp,
  SegmentedControl,
  stateOf,
  StateScreen,
  useCrm,
  usePlan,
  useRecordWords,
  useT,
  WidgetFrame,
} from "@sweetspot/widget-kit";
import { type ReactNode, type RefObject, useRef } from "react";
import { useHandOver } from "../introductions/use-hand-over.ts";
import { Filters } from "./filters.view.tsx";
import { IntroductionsTab, PartnersTab, StartDialog, useLaterParts } from "./later-parts.ts";
import { type Bridge, type BridgeTab, useBridge } from "./use-bridge.ts";
import { useText } from "./use-text.ts";
import { useWays, type Ways } from "./use-ways.ts";
import { useWaysTable } from "./use-ways-table.ts";
import { WaysView } from "./ways.view.tsx";

/** The referral bridge: ways to somebody we want to meet, introductions on the way, and who multiplies our contacts. */
export function ReferralBridgeView(): ReactNode {
  const t = useText();
  const kit = useT();
  const plan = usePlan();
  const crm = useCrm();
  const page = useBridge();
  useHandOver(page);
  useLaterParts();
  const ways = useWays(page);
  const table = useWaysTable(ways);
  const drawing = useRef<SVGSVGElement>(null);
  const words = useRecordWords();
  const shown = page.tab === "ways" && (ways.answer.value?.paths.length ?? 0) > 0;
  const title = t("widget.title");
  return (
    <WidgetFrame
      icon="bridge"
      title={title}
      {...(page.tab === "introductions" ? { footer: <ReviewStamp step="referral-bridge" /> } : {})}
      subtitle={
        page.tab === "ways" && ways.target
          ? t("widget.subtitle", { name: ways.target.name })
          : t("widget.question")
      }
      bar={
        <>
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
          {page.tab === "ways" && ways.relations ? <Filters ways={ways} /> : null}
        </>
      }
      {...(shown ? { table, picture: () => drawing.current } : {})}
      menu={[
        ...(ways.relations?.saveMyWish
          ? [
              {
                id: "wish",
                icon: "shield" as const,
                label: t("wish.menu"),
                onSelect: () => {
                  page.setTab("ways");
                  ways.show({ kind: "wish" });
                },
              },
            ]
          : []),
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
        <Content page={page} ways={ways} drawing={drawing} />
      </StateScreen>
      {page.starting ? <StartDialog page={page} way={page.starting} /> : null}
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

function Content(props: {
  readonly page: Bridge;
  readonly ways: Ways;
  readonly drawing: RefObject<SVGSVGElement | null>;
}): ReactNode {
  const { page, ways, drawing } = props;
  switch (page.tab) {
    case "introductions":
      return <IntroductionsTab page={page} />;
    case "partners":
      return <PartnersTab page={page} />;
    case "ways":
      return <WaysView page={page} ways={ways} drawing={drawing} />;
  }
}
