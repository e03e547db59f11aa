import type { IsoDate, PlanFields, RecordId } from "@sweetspot/contract";
import { TEXT_LANGUAGES, type TextLanguage } from "@sweetspot/strategy-overlap";
import {
  type ApplyEdit,
  newRecordId,
  type Person,
  toMemberFields,
  useHost,
  usePlanEdit,
  usePlanPart,
  useToday,
} from "@sweetspot/widget-kit";
import { useCallback, useMemo, useReducer } from "react";
import { startProposition } from "../edits/proposition-edits.model.ts";
import { type Audience, audienceKey } from "../model/audience.model.ts";
import { readStory, type StoryReading } from "../model/reading.model.ts";
import { firstNameOf, type SpotEntry, spotEntries } from "../model/spots.model.ts";
import { storyTasks, type StoryTask } from "../model/tasks.model.ts";
import { FIRST_STATE, type ViewEvent, viewReducer, type ViewState } from "./view-state.ts";

/** Everything the views of one mounted builder share. The same object until something in it changes. */
export interface Workspace {
  readonly story: StoryReading;
  readonly spots: readonly SpotEntry[];
  readonly tasks: readonly StoryTask[];
  readonly state: ViewState;
  readonly dispatch: (event: ViewEvent) => void;
  readonly today: IsoDate;
  /** The host's language, for texts that do not say theirs. */
  readonly language: TextLanguage;
  readonly writable: boolean;
  readonly libraryWritable: boolean;
  readonly edit: ApplyEdit;
  /** Begins the proposition of a sweet spot for an audience, and opens it. */
  readonly start: (spot: RecordId, audience?: Audience) => void;
  /** The same for one person, who may be new to the buying centre. */
  readonly startFor: (spot: RecordId, person: Person) => void;
}

export const toTextLanguage = (code: string | undefined): TextLanguage | undefined =>
  TEXT_LANGUAGES.find((language) => code?.toLowerCase().split(/[-_]/)[0] === language);

export function useWorkspace(): Workspace {
  const plan = usePlanPart((view) => view.plan);
  const library = usePlanPart((view) => view.library);
  const writable = usePlanPart((view) => view.writable.plan);
  const libraryWritable = usePlanPart((view) => view.writable.library);
  const edit = usePlanEdit();
  const today = useToday();
  const { locale } = useHost();
  const language = toTextLanguage(locale) ?? "en";
  const [state, dispatch] = useReducer(viewReducer, FIRST_STATE);
  const story = useMemo(() => readStory(plan, library), [plan, library]);
  const spots = useMemo(() => spotEntries(story), [story]);
  const tasks = useMemo(() => storyTasks(story, today, language), [story, today, language]);
  const start = useCallback(
    (spot: RecordId, wanted?: Audience, member?: PlanFields) => {
      const entry = spots.find(({ id }) => id === spot);
      if (!entry) return;
      const audience = wanted ?? { kind: "level" as const, level: entry.level };
      const started = startProposition(
        {
          spot,
          audience,
          name: firstNameOf(entry),
          language,
          order: story.propositions.length,
          ...(member === undefined ? {} : { member }),
        },
        newRecordId,
      );
      if (edit(started)) dispatch({ kind: "spot-opened", spot, audience: audienceKey(audience) });
    },
    [spots, story, language, edit],
  );
  const startFor = useCallback(
    (spot: RecordId, person: Person) => {
      if (person.kind === "member") start(spot, { kind: "member", member: person.member });
      else
        start(
          spot,
          { kind: "member", member: newRecordId("buying-centre-member") },
          { ...toMemberFields(person) },
        );
    },
    [start],
  );
  return useMemo(
    () => ({
      story,
      spots,
      tasks,
      state,
      dispatch,
      today,
      language,
      writable,
      libraryWritable,
      edit,
      start,
      startFor,
    }),
    [story, spots, tasks, state, today, language, writable, libraryWritable, edit, start, startFor],
  );
}
