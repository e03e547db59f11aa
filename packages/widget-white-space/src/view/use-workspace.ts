import type { PlanEdit, WidgetOptions } from "@sweetspot/contract";
import { withConsequences } from "@sweetspot/plan-model";
import {
  useCrm,
  useHost,
  usePlanPart,
  usePlanSession,
  useToday,
  useWidgetWidth,
} from "@sweetspot/widget-kit";
import {
  createDeriver,
  createGridModel,
  type CrmFacts,
  type GridModel,
  type MoneyBook,
  type PlanReading,
  readMoneyBook,
  readPlan,
  toCrmFacts,
} from "@sweetspot/white-space-plan";
import { useCallback, useMemo, useReducer, useState } from "react";
import type { Author } from "../edits/edit.ts";
import { applyFilter, type Filtered, type FilterEyes } from "../model/filter.model.ts";
import { type Comparison, useComparison } from "../time/use-comparison.ts";
import { columnWidths, gridWidth } from "./column-widths.ts";
import { createGridFrame, type GridFrame } from "../model/grid-frame.model.ts";
import { createVisibleGrid, untouchedGroups } from "../model/visible-grid.model.ts";
import { createCursorKeeper, type CursorKeeper, isMove } from "./cursor.ts";
import { type Lookalikes, useLookalikes } from "../lookalikes/use-lookalikes.ts";
import { createMoneyReader, type MoneyReader } from "../model/money.model.ts";
import type { SimilarCustomers } from "../model/cell-face.model.ts";
import { type GridEvent, gridReducer, type GridState, toFirstState } from "./grid-state.ts";

/** How the widget's width divides its parts. */
export type Shape = "narrow" | "medium" | "wide";

/** Everything the views of one mounted grid share. The same object until something in it changes. */
export interface Workspace {
  readonly plan: PlanReading;
  readonly facts: CrmFacts;
  readonly model: GridModel;
  readonly filtered: Filtered;
  readonly foldedOfferings: ReadonlySet<string>;
  readonly frame: GridFrame;
  readonly state: GridState;
  readonly cursor: CursorKeeper;
  readonly dispatch: (event: GridEvent) => void;
  readonly eyes: FilterEyes;
  /** Who is similar to this customer, and what the cells are told of it. */
  readonly lookalikes: Lookalikes;
  readonly similar: SimilarCustomers | undefined;
  /** Rates and prices of the company, and the money of this grid. */
  readonly book: MoneyBook;
  readonly money: MoneyReader;
  readonly shape: Shape;
  readonly writable: boolean;
  readonly libraryWritable: boolean;
  /** Saves an edit; nothing happens for undefined or where the plan is read-only. */
  readonly edit: (edit: PlanEdit | undefined) => void;
  readonly author: () => Author;
  /** The two days compared, if any; of a past later day the whole workspace shows that day. */
  readonly comparison: Comparison;
}

/** Pixels beside the grid that an open panel takes in a wide widget. */
const PANEL_WIDTH = 356;

/** @param options what an admin chose for this place; read once */
export function useWorkspace(options: WidgetOptions): Workspace {
  const records = usePlanPart((view) => view.plan);
  const library = usePlanPart((view) => view.library);
  const mayWrite = usePlanPart((view) => view.writable.plan);
  const mayWriteLibrary = usePlanPart((view) => view.writable.library);
  const crm = useCrm();
  const session = usePlanSession();
  const { user, record } = useHost();
  const today = useToday();
  const width = useWidgetWidth();
  const [chosen, change] = useReducer(gridReducer, options, toFirstState);
  const [cursor] = useState(createCursorKeeper);
  const dispatch = useCallback(
    (event: GridEvent): void => {
      cursor.apply(event);
      if (!isMove(event)) change(event);
    },
    [cursor],
  );
  const [derive] = useState(createDeriver);
  const present = useMemo(() => readPlan(records, library), [records, library]);
  const book = useMemo(() => readMoneyBook(library), [library]);
  const { account, family, opportunities, assets } = crm;
  const facts = useMemo(
    () => toCrmFacts({ account, family, opportunities, assets }, { book, today }),
    [account, family, opportunities, assets, book, today],
  );
  // An admin may have asked for money where this account has none in one currency.
  const state = useMemo(
    (): GridState =>
      facts.currency === undefined && chosen.lens === "money" ? { ...chosen, lens: "level" } : chosen,
    [chosen, facts.currency],
  );
  const presentModel = useMemo(
    () => createGridModel({ plan: present, facts, perspective: state.perspective, today, derive }),
    [present, facts, state.perspective, today, derive],
  );
  const { comparison, past } = useComparison({
    days: state.compared,
    plan: present,
    library,
    facts,
    model: presentModel,
    today,
  });
  const { plan, model } = past ?? { plan: present, model: presentModel };
  const writable = mayWrite && past === undefined;
  const libraryWritable = mayWriteLibrary && past === undefined;
  const deal = record.type === "opportunity" ? record.id : undefined;
  const eyes = useMemo(() => ({ user: user.id, today, deal }), [user.id, today, deal]);
  const filtered = useMemo(() => applyFilter(model, state.filter, eyes), [model, state.filter, eyes]);
  const shape: Shape = width >= 1040 ? "wide" : width >= 640 ? "medium" : "narrow";
  const { collapsedAreas } = state;
  const foldedOfferings = useMemo(
    () => state.collapsedOfferings ?? untouchedGroups(model),
    [state.collapsedOfferings, model],
  );
  const room = width - (shape === "wide" && state.opened ? PANEL_WIDTH : 0);
  const frame = useMemo(() => {
    const visible = createVisibleGrid(model.areas, model.offerings, {
      collapsedAreas,
      collapsedOfferings: foldedOfferings,
      areas: filtered.areas,
      offerings: filtered.offerings,
    });
    const { byArea, byOffering } = model.derived.unmatched;
    const parts = { unmatchedRow: byOffering.size > 0, unmatchedColumn: byArea.size > 0 };
    const whole = createGridFrame(model, visible, { ...parts, coverage: true });
    // Beside an open dialog the offerings go first.
    const fits = room === width || gridWidth(columnWidths(whole, model)) <= room;
    return width >= 900 && fits ? whole : createGridFrame(model, visible, { ...parts, coverage: false });
  }, [model, filtered, collapsedAreas, foldedOfferings, width, room]);
  const lookalikes = useLookalikes();
  const { dismissals } = plan;
  const similar = useMemo(
    () => (lookalikes.state === "ready" ? { answer: lookalikes.answer, plan: { dismissals } } : undefined),
    [lookalikes, dismissals],
  );
  const money = useMemo(
    () => createMoneyReader({ model, book, today, similar }, facts),
    [model, book, today, similar, facts],
  );
  const edit = useCallback(
    (made: PlanEdit | undefined) => {
      if (!made || !(made.scope === "plan" ? writable : libraryWritable)) return;
      // Records of other widgets may point at what goes; the store would refuse the edit.
      const view = session.getView();
      session.edit(withConsequences(made, made.scope === "plan" ? view.plan : view.library));
    },
    [session, writable, libraryWritable],
  );
  const author = useCallback(() => ({ by: user.id, at: new Date().toISOString() }), [user.id]);
  return useMemo(
    () => ({
      plan,
      facts,
      model,
      filtered,
      foldedOfferings,
      frame,
      state,
      cursor,
      dispatch,
      eyes,
      lookalikes,
      similar,
      book,
      money,
      shape,
      writable,
      libraryWritable,
      edit,
      author,
      comparison,
    }),
    [
      plan,
      facts,
      model,
      filtered,
      foldedOfferings,
      frame,
      state,
      cursor,
      dispatch,
      eyes,
      lookalikes,
      similar,
      book,
      money,
      shape,
      writable,
      libraryWritable,
      edit,
      author,
      comparison,
    ],
  );
}
