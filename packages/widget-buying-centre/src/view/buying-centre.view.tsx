import type { Change } from "@sweetspot/contract";
import { buyingCentreMember, memberRating } from "@sweetspot/plan-model";
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
import type { ReactNode } from "react";
import { countIn } from "../model/filter.model.ts";
import { AddDialog } from "./add-dialog.view.tsx";
import { Deals } from "./deals.view.tsx";
import { PeopleList } from "./people-list.view.tsx";
import { PersonPanel } from "./person-panel.view.tsx";
import { Toolbar } from "./toolbar.view.tsx";
import { type Centre, useCentre } from "./use-centre.ts";
import { usePeopleTable } from "./use-people-table.ts";
import { useText } from "./use-text.ts";

/** Changes this widget is about. */
const OURS: ReadonlySet<string> = new Set([buyingCentreMember.name, memberRating.name]);
const isOurs = ({ type }: Change): boolean => OURS.has(type);

/** The buying-centre widget: who decides, how they stand to us, and who of us leads. */
export function BuyingCentreView(): ReactNode {
  const t = useText();
  const kit = useT();
  const plan = usePlan();
  const crm = useCrm();
  const centre = useCentre();
  const table = usePeopleTable(centre);
  const words = useRecordWords();
  const { people, writable, open, opened, eyes } = centre;
  const empty = people.length === 0;
  const title = t("widget.title");
  return (
    <WidgetFrame
      icon="person"
      title={title}
      subtitle={
        empty
          ? t("widget.question")
          : t("widget.subtitle", {
              count: people.filter(({ standing }) => standing !== "left").length,
              missing: countIn(people, "lead-missing", eyes),
            })
      }
      {...(writable && !empty
        ? {
            tools: (
              <Button icon="plus" onClick={() => open("add")}>
                {t("add.open")}
              </Button>
            ),
          }
        : {})}
      bar={empty ? undefined : <Toolbar centre={centre} />}
      {...(empty ? {} : { table, footer: <ReviewStamp step="buying-centre" /> })}
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
          icon: "person",
          title: t("empty.title"),
          text: writable ? t("empty.text") : t("empty.read-only"),
          ...(writable
            ? {
                actions: (
                  <Button tone="primary" icon="plus" onClick={() => open("add")}>
                    {t("add.open")}
                  </Button>
                ),
              }
            : {}),
        }}
        onResolve={() => open("conflicts")}
      >
        <Content centre={centre} table={table} />
      </StateScreen>
      <AddDialog centre={centre} />
      <PersonPanel centre={centre} />
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

function Content({
  centre,
  table,
}: {
  readonly centre: Centre;
  readonly table: ReturnType<typeof usePeopleTable>;
}): ReactNode {
  if (centre.tab === "deals") return <Deals centre={centre} />;
  if (centre.tab === "table")
    return <TableTwin table={table()} onSelect={(row) => centre.open({ person: row as never })} />;
  return <PeopleList centre={centre} />;
}
