import {
  CrmError,
  type CrmView,
  type PlanConflict,
  type PlanView,
  toRecordId,
  type WidgetModule,
} from "@sweetspot/contract";
import {
  Button,
  ConflictDialog,
  type ConflictWords,
  defineWidget,
  StateScreen,
  stateOf,
  TableTwin,
  useCrm,
  usePlan,
  WidgetFrame,
} from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { catalogs } from "./catalogs.ts";
import { readyPlan, toRecord } from "./stub-services.ts";
import { table } from "./sample-data.ts";

interface ShownState {
  readonly name: string;
  readonly plan: Partial<PlanView>;
  readonly crm: Partial<CrmView>;
  readonly empty?: boolean;
}

const failed = (code: CrmError["code"]): Partial<PlanView> => ({
  status: "failed",
  error: new CrmError(code, code),
});

const conflict: PlanConflict = {
  record: toRecordId("south-cold"),
  type: "cell",
  scope: { kind: "library" },
  mine: { notes: "You open new stores and still halve your emissions." },
  theirs: { notes: "You open new stores and keep lowering your emissions." },
  base: { notes: "" },
  stored: toRecord("south-cold", "cell", { notes: "You open new stores and keep lowering your emissions." }),
};

const removed: PlanConflict = {
  ...conflict,
  record: toRecordId("bucharest"),
  mine: { level: "weak", potential: 420_000 },
  theirs: null,
  stored: {
    id: toRecordId("bucharest"),
    type: "cell",
    revision: 4,
    removed: true,
    updatedBy: conflict.stored.updatedBy,
    updatedAt: conflict.stored.updatedAt,
  },
};

/** Somebody removed a level on which a new insight stands. */
const builtOn: PlanConflict = {
  ...removed,
  record: toRecordId("unit"),
  type: "strategy-level",
  mine: { name: "Cold rooms" },
  because: { kind: "needed-by", records: [toRecordId("wish")] },
};
const wish = toRecord("wish", "insight", { statement: "Halve the energy of cold rooms" });

const saving = (state: PlanView["saving"]["state"], pending: number) => ({
  ...readyPlan.saving,
  state,
  pending,
});

export const STATES: readonly ShownState[] = [
  { name: "loading", plan: { status: "loading" }, crm: {} },
  { name: "empty", plan: {}, crm: {}, empty: true },
  { name: "forbidden", plan: failed("forbidden"), crm: {} },
  { name: "not-found", plan: failed("not-found"), crm: {} },
  { name: "partial", plan: {}, crm: { gaps: ["hidden-opportunities"] } },
  {
    name: "stale",
    plan: { error: new CrmError("unavailable", "x"), loadedAt: "2026-11-14T09:00:00.000Z" },
    crm: {},
  },
  { name: "offline", plan: { saving: saving("offline", 3) }, crm: {} },
  { name: "conflict", plan: { saving: saving("conflict", 2), conflicts: [conflict, removed] }, crm: {} },
  {
    name: "built-on",
    plan: { saving: saving("conflict", 1), conflicts: [builtOn], plan: new Map([[wish.id, wish]]) },
    crm: {},
  },
  { name: "not-saved", plan: { saving: saving("failed", 1) }, crm: {} },
  { name: "failed", plan: failed("unavailable"), crm: {} },
  { name: "rate-limited", plan: failed("rate-limited"), crm: {} },
  { name: "unauthenticated", plan: failed("unauthenticated"), crm: {} },
  { name: "malformed", plan: failed("malformed"), crm: {} },
  { name: "ready", plan: {}, crm: {} },
];

const words: ConflictWords = {
  title: ({ record }) => (record === conflict.record ? "South, Cold rooms" : "Bucharest, Plug-in cabinets"),
  fieldLabel: (_conflict, field) =>
    ({ notes: "Core message", level: "Level", name: "Name", potential: "Potential" })[field] ?? field,
  fieldText: (_conflict, _field, value) => String(value),
};

export function stateWidget(shown: ShownState): WidgetModule {
  function StateView(): ReactNode {
    const plan = usePlan();
    const crm = useCrm();
    const [resolving, setResolving] = useState(false);
    return (
      <WidgetFrame
        icon="grid"
        title={`White space: ${shown.name}`}
        subtitle="7 regions"
        onResolve={() => setResolving(true)}
      >
        <StateScreen
          state={stateOf(plan, crm, shown.empty === true)}
          title="White space"
          onResolve={() => setResolving(true)}
          empty={{
            icon: "lens",
            title: "What does Haver Markt want to reach?",
            text: "Start with one sentence from the last conversation. “I don’t know” counts: it becomes a question.",
            actions: (
              <>
                <Button tone="primary">Type an insight</Button>
                <Button>I don’t know yet</Button>
              </>
            ),
          }}
        >
          <div className="padded">
            <TableTwin table={{ ...table, title: `${table.title}, ${shown.name}` }} selected="jonas" />
          </div>
        </StateScreen>
        <ConflictDialog open={resolving} onOpenChange={setResolving} words={words} />
      </WidgetFrame>
    );
  }
  return defineWidget({
    id: `state-${shown.name}`,
    catalogs,
    styles: ".padded { padding: 4px var(--pad) }",
    view: StateView,
  });
}
