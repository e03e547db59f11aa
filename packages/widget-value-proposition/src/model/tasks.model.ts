import type { IsoDate, RecordId } from "@sweetspot/contract";
import { type OpenTask, openTasks, type TextLanguage } from "@sweetspot/strategy-overlap";
import type { StoryReading } from "./reading.model.ts";

const KINDS = [
  "spot-without-proposition",
  "promise-without-proof",
  "proof-missing",
  "proof-expired",
  "proof-not-for-customers",
  "jargon",
] as const;

/** An open task that a value proposition can settle. */
export type StoryTask = Extract<OpenTask, { readonly kind: (typeof KINDS)[number] }>;

const isStoryTask = (task: OpenTask): task is StoryTask => KINDS.some((kind) => kind === task.kind);

/** What is open about propositions; tasks of other widgets are left to them. */
export function storyTasks(
  story: StoryReading,
  today: IsoDate,
  language: TextLanguage,
): readonly StoryTask[] {
  return (
    openTasks({
      board: story.board,
      messages: story.messages,
      readers: story.readers,
      propositions: story.propositions,
      proofs: story.proofs.map(({ record }) => record),
      terms: story.terms,
      members: story.members,
      today,
      language,
    })
      .filter(isStoryTask)
      .filter((task) => isOurs(story, task))
      // What is being told already is more urgent than what nobody tells yet.
      .toSorted((one, other) => Number(isUntold(one)) - Number(isUntold(other)))
  );
}

const isUntold = ({ kind }: StoryTask): boolean => kind === "spot-without-proposition";

/** A core message in our jargon is a task of the board's. */
const isOurs = (story: StoryReading, { kind, record }: StoryTask): boolean =>
  kind !== "jargon" || story.propositions.some(({ id }) => id === record);

export const tasksAbout = (tasks: readonly StoryTask[], record: RecordId): readonly StoryTask[] =>
  tasks.filter((task) => task.record === record);
