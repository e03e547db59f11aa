import type { IsoDate, IsoInstant, RecordId } from "@sweetspot/contract";
import { TEXT_LANGUAGES, type TextLanguage } from "@sweetspot/strategy-overlap";
import {
  type ApplyEdit,
  useHost,
  usePlanEdit,
  usePlanPart,
  useToday,
  useWidgetWidth,
} from "@sweetspot/widget-kit";
import { useCallback, useMemo, useState } from "react";
import { type BoardReading, createBoardReader, type Records } from "./board-reading.model.ts";

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
  /** The language of texts that do not say theirs. */
  readonly language: TextLanguage;
  /** Saves an edit; nothing happens for undefined or where its scope is read-only. */
  readonly edit: ApplyEdit;
  readonly author: () => Author;
}

export function useWorkspace(): Workspace {
  const records = usePlanPart((view) => view.plan);
  const library = usePlanPart((view) => view.library);
  const writable = usePlanPart((view) => view.writable.plan);
  const libraryWritable = usePlanPart((view) => view.writable.library);
  const { user, locale } = useHost();
  const today = useToday();
  const width = useWidgetWidth();
  const edit = usePlanEdit();
  const [read] = useState(createBoardReader);
  const reading = useMemo(() => read(records), [read, records]);
  const shape: Shape = width >= 1040 ? "wide" : width >= 640 ? "medium" : "narrow";
  const language = TEXT_LANGUAGES.find((known) => locale.toLowerCase().startsWith(known)) ?? "en";
  const author = useCallback(() => ({ by: user.id, at: new Date().toISOString() }), [user.id]);
  return useMemo(
    () => ({ reading, library, writable, libraryWritable, shape, today, language, edit, author }),
    [reading, library, writable, libraryWritable, shape, today, language, edit, author],
  );
}
