import type { IsoDate, IsoInstant, PlanEdit, RecordId } from "@sweetspot/contract";
import { withConsequences } from "@sweetspot/plan-model";
import { TEXT_LANGUAGES, type TextLanguage } from "@sweetspot/strategy-overlap";
import { useHost, usePlanPart, usePlanSession, useWidgetWidth } from "@sweetspot/widget-kit";
import { useCallback, useMemo } from "react";
import { type BoardReading, readBoard, type Records } from "./board-reading.model.ts";
import { useToday } from "./use-today.ts";

/** Who makes an edit, and when. */
export interface Author {
  readonly by: RecordId;
  readonly at: IsoInstant;
}

/** How the widget's width divides its parts. */
export type Shape = "narrow" | "medium" | "wide";

/** What all parts of one mounted board share. The same object until something in it changes. */
export interface Workspace {
  readonly reading: BoardReading;
  readonly library: Records;
  readonly writable: boolean;
  readonly libraryWritable: boolean;
  readonly shape: Shape;
  readonly today: IsoDate;
  /** The language texts are asked for where they do not say their own. */
  readonly language: TextLanguage;
  /** Saves an edit; nothing happens for undefined or where its scope is read-only. */
  readonly edit: (edit: PlanEdit | undefined) => void;
  readonly author: () => Author;
}

export function useWorkspace(): Workspace {
  const records = usePlanPart((view) => view.plan);
  const library = usePlanPart((view) => view.library);
  const writable = usePlanPart((view) => view.writable.plan);
  const libraryWritable = usePlanPart((view) => view.writable.library);
  const session = usePlanSession();
  const { user, locale } = useHost();
  const today = useToday();
  const width = useWidgetWidth();
  const reading = useMemo(() => readBoard(records), [records]);
  const shape: Shape = width >= 1040 ? "wide" : width >= 640 ? "medium" : "narrow";
  const language = TEXT_LANGUAGES.find((known) => locale.toLowerCase().startsWith(known)) ?? "en";
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
    () => ({ reading, library, writable, libraryWritable, shape, today, language, edit, author }),
    [reading, library, writable, libraryWritable, shape, today, language, edit, author],
  );
}
