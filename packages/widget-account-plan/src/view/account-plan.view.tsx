import {
  Button,
  ConflictDialog,
  PrintSheet,
  ReviewStamp,
  SegmentedControl,
  stateOf,
  StateScreen,
  useCrm,
  usePlan,
  useRecordWords,
  WidgetFrame,
} from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import type { Audience } from "../document/plan-source.ts";
import { HeadDialog } from "./head-dialog.view.tsx";
import { PageChoice } from "./page-choice.view.tsx";
import { Sheets } from "./sheets.view.tsx";
import { toTable } from "./to-table.model.ts";
import { usePlanDocument } from "./use-plan-document.ts";
import { useSlides } from "./use-slides.tsx";
import { useText } from "./use-words.ts";

type Opened = "head" | "print" | "conflicts";

/** The account plan: what the other steps say, as pages for our team or as an excerpt for the customer. */
export function AccountPlanView(): ReactNode {
  const t = useText();
  const crm = useCrm();
  const planView = usePlan();
  const words = useRecordWords();
  const [audience, setAudience] = useState<Audience>("team");
  const [opened, setOpened] = useState<Opened>();
  const { plan, pages, hidden, setHidden } = usePlanDocument(audience);
  const slides = useSlides(plan, pages, audience);
  const writable = planView.writable.plan;
  const isEmpty = plan.pages.length === 0 && audience === "team";
  const show = (dialog: Opened) => (open: boolean) => setOpened(open ? dialog : undefined);
  const writeHead = (
    <Button icon="pencil" onClick={() => setOpened("head")}>
      {t("tool.head")}
    </Button>
  );
  return (
    <WidgetFrame
      icon="document"
      title={t("widget.title")}
      subtitle={t("widget.subtitle", { pages: plan.pages.length, customer: plan.customer })}
      tools={
        isEmpty ? undefined : (
          <Button
            icon="print"
            tone="primary"
            disabled={pages.length === 0}
            onClick={() => setOpened("print")}
          >
            {t("tool.print")}
          </Button>
        )
      }
      bar={
        isEmpty ? undefined : (
          <div className="ap-bar">
            <SegmentedControl<Audience>
              label={t("audience.label")}
              value={audience}
              options={[
                { value: "team", label: t("audience.team") },
                { value: "customer", label: t("audience.customer") },
              ]}
              onChange={setAudience}
            />
            <PageChoice pages={plan.pages} hidden={hidden} onChange={setHidden} />
            {writable ? writeHead : null}
          </div>
        )
      }
      footer={<ReviewStamp step="account-plan" />}
      {...(isEmpty ? {} : { table: () => toTable(plan, pages, t) })}
      menu={isEmpty ? [] : slides.menu}
      onResolve={() => setOpened("conflicts")}
    >
      <StateScreen
        state={stateOf(planView, crm, isEmpty)}
        title={t("widget.title")}
        empty={{
          icon: "document",
          title: t("empty.title"),
          text: writable ? t("empty.text") : t("empty.read-only"),
          ...(writable ? { actions: writeHead } : {}),
        }}
        onResolve={() => setOpened("conflicts")}
      >
        {audience === "customer" ? <p className="ap-excerpt-note">{t("audience.note")}</p> : null}
        {plan.pages.length === 0 ? <p className="ap-nothing">{t("audience.nothing")}</p> : null}
        {plan.pages.length > 0 && pages.length === 0 ? <p className="ap-nothing">{t("pages.none")}</p> : null}
        <Sheets plan={plan} pages={pages} internal={audience === "team"} />
      </StateScreen>
      <PrintSheet
        open={opened === "print"}
        onOpenChange={show("print")}
        title={plan.title}
        tools={slides.button}
      >
        <Sheets plan={plan} pages={pages} internal={audience === "team"} paper />
      </PrintSheet>
      <HeadDialog open={opened === "head"} onOpenChange={show("head")} />
      <ConflictDialog open={opened === "conflicts"} onOpenChange={show("conflicts")} words={words} />
    </WidgetFrame>
  );
}
