import {
  type Change,
  type CrmView,
  EMPTY,
  type HostContext,
  type PlanFields,
  type PlanRecord,
  type PlanView,
  type RecordId,
  toRecordId,
  type WidgetServices,
} from "@sweetspot/contract";

const NOW = "2026-11-22T13:02:00.000Z";

export const LENA = toRecordId("lena");
export const TOMASZ = toRecordId("tomasz");

export const readyPlan: PlanView = {
  status: "ready",
  error: undefined,
  plan: new Map(),
  library: new Map(),
  writable: { plan: true, library: true },
  saving: { state: "saved", pending: 0, savedAt: NOW, error: undefined, durable: true },
  conflicts: [],
  undo: { undo: undefined, redo: undefined },
  loadedAt: NOW,
};

/** What others did: Tomasz renamed Ingrid's position and removed a person. */
const HISTORY: readonly Change[] = [
  {
    version: 1,
    at: NOW,
    by: TOMASZ,
    record: toRecordId("ingrid"),
    type: "buying-centre-member",
    before: { name: "Ingrid Solheim", position: "Head of fit-out" },
    after: { name: "Ingrid Solheim", position: "Board member" },
  },
  {
    version: 2,
    at: NOW,
    by: TOMASZ,
    record: toRecordId("unit"),
    type: "strategy-level",
    before: { name: "Cold rooms" },
    after: null,
  },
  {
    version: 3,
    at: NOW,
    by: TOMASZ,
    record: toRecordId("jonas"),
    type: "buying-centre-member",
    before: { name: "Jonas <b>Petersen</b>" },
    after: null,
  },
];

const member = (id: RecordId, name: string) => ({
  id,
  name,
  email: EMPTY,
  role: "rep" as const,
  active: true,
});

export const readyCrm: CrmView = {
  status: "ready",
  complete: true,
  error: undefined,
  account: undefined,
  family: [],
  contacts: [],
  opportunities: [],
  assets: [],
  products: [],
  teamMembers: [member(LENA, "Lena Brandt"), member(TOMASZ, "Tomasz Wrona")],
  gaps: [],
  loadedAt: NOW,
};

export const toRecord = (id: string, type: string, fields: PlanFields): PlanRecord => ({
  id: toRecordId(id),
  type,
  revision: 1,
  schema: 1,
  fields,
  createdBy: LENA,
  createdAt: NOW,
  updatedBy: TOMASZ,
  updatedAt: "2026-11-22T12:58:00.000Z",
});

export interface StubServices extends WidgetServices {
  /** What the parts asked of the ports, in order. */
  readonly calls: readonly string[];
}

/** Ports that stand still in a given view, with just enough undo to press the buttons. */
export function stubServices(
  context: HostContext,
  plan: Partial<PlanView> = {},
  crm: Partial<CrmView> = {},
): StubServices {
  const calls: string[] = [];
  const listeners = new Set<() => void>();
  let view: PlanView = { ...readyPlan, ...plan };
  const set = (next: Partial<PlanView>): void => {
    view = { ...view, ...next };
    for (const listener of listeners) listener();
  };
  const crmView: CrmView = { ...readyCrm, ...crm };
  return {
    calls,
    session: {
      account: context.record.id,
      getView: () => view,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      edit: (edit) => {
        calls.push(`edit ${edit.name}`);
        const plan = new Map(view.plan);
        for (const put of edit.puts) plan.set(put.id, toRecord(put.id, put.type, put.fields));
        set({ plan, undo: { undo: edit.name, redo: undefined } });
      },
      undo: () => {
        calls.push("undo");
        set({ undo: { undo: undefined, redo: view.undo.undo } });
      },
      redo: () => {
        calls.push("redo");
        set({ undo: { undo: view.undo.redo, redo: undefined } });
      },
      refresh: async () => void calls.push("refresh"),
      flush: async () => void calls.push("flush"),
      resolve: (record, choice) => {
        calls.push(
          `resolve ${record} ${typeof choice === "string" ? choice : JSON.stringify(choice.merged)}`,
        );
        set({ conflicts: view.conflicts.filter((conflict) => conflict.record !== record) });
      },
      changes: async () => ({ items: HISTORY }),
      asOf: async (scope) => ({ scope, version: 0, records: [], writable: true }),
      dispose: async () => {},
    },
    feed: {
      account: context.record.id,
      getView: () => crmView,
      subscribe: () => () => {},
      refresh: async () => void calls.push("refresh crm"),
      dispose: () => {},
    },
    surface: { context },
    onFailure: (error) => calls.push(`failure ${String(error)}`),
  };
}
