import type { Change } from "@sweetspot/contract";
import { knowledgeGap, meetingSheet } from "@sweetspot/plan-model";
import {
  Button,
  ConflictDialog,
  HistoryPanel,
  ReviewStamp,
  stateOf,
  StateScreen,
  TableTwin,
  useCrm,
  usePlan,
  useRecordWords,
  useT,
  WidgetFrame,
} from "@sweetspot/widget-kit";
import { toRecordId } from "@sweetspot/contract";
import type { ReactNode } from "react";
import { NewDialog } from "./new-dialog.view.tsx";
import { Sheet } from "./sheet.view.tsx";
import { Toolbar } from "./toolbar.view.tsx";
import { usePlanTable } from "./use-plan-table.ts";
import { useText } from "./use-text.ts";
import { type Visits, useVisits } from "./use-visits.ts";
import { VisitsList } from "./visits-list.view.tsx";

/** Changes this widget is about. */
const OURS: ReadonlySet<string> = new Set([meetingSheet.name, knowledgeGap.name]);
const isOurs = ({ type }: Change): boolean => OURS.has(type);

/** The meeting sheets: one visit each, and together the relationship plan. */
export function MeetingSheetView(): ReactNode {
  const t = useText();
  const kit = useT();
  const plan = usePlan();
  const crm = useCrm();
  const page = useVisits();
  const table = usePlanTable(page);
  const words = useRecordWords();
  const { visits, writable, open, opened, current } = page;
  const empty = visits.length === 0;
  const title = t("widget.title");
  return (
    <WidgetFrame
      icon="calendar"
      title={title}
      subtitle={
        empty
          ? t("widget.question")
          : t("widget.subtitle", { count: visits.filter(({ ahead }) => ahead).length })
      }
      {...(writable && !empty && !current
        ? {
            tools: (
              <Button icon="plus" onClick={() => open("new")}>
                {t("new.plan")}
              </Button>
            ),
          }
        : {})}
      bar={empty || current ? undefined : <Toolbar page={page} />}
      {...(empty ? {} : { table, footer: <ReviewStamp step="meeting-sheet" /> })}
      menu={[
        {
          id: "history",
          icon: "clock",
          label: kit("kit.history.title"),
          onSelect: () => open("history"),
        },
      ]}
      onResolve={() => open("conflicts")}
    >
      <StateScreen
        state={stateOf(plan, crm, empty)}
        title={title}
        empty={{
          icon: "calendar",
          title: t("empty.title"),
          text: writable ? t("empty.text") : t("empty.read-only"),
          ...(writable
            ? {
                actions: (
                  <Button tone="primary" icon="plus" onClick={() => open("new")}>
                    {t("new.plan")}
                  </Button>
                ),
              }
            : {}),
        }}
        onResolve={() => open("conflicts")}
      >
        <Content page={page} table={table} />
      </StateScreen>
      <NewDialog page={page} />
      <HistoryPanel
        open={opened === "history"}
        onOpenChange={() => open(undefined)}
        about={title}
        only={isOurs}
      />
      <ConflictDialog open={opened === "conflicts"} onOpenChange={() => open(undefined)} words={words} />
    </WidgetFrame>
  );
}

interface ContentProps {
  readonly page: Visits;
  readonly table: ReturnType<typeof usePlanTable>;
}

function Content({ page, table }: ContentProps): ReactNode {
  if (page.current) return <Sheet key={page.current.id} page={page} visit={page.current} />;
  if (page.tab === "table")
    return <TableTwin table={table()} onSelect={(row) => page.show(toRecordId(row))} />;
  return <VisitsList page={page} />;
}
