import { useCrm, useFormat } from "@sweetspot/widget-kit";
import { titleOf } from "../model/spots.model.ts";
import { clip } from "../model/writing.model.ts";
import type { StoryTask } from "../model/tasks.model.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

/** A task as a sentence, and why it is one. */
export function useTaskWords(
  { story, spots }: Workspace,
  task: StoryTask,
): { readonly title: string; readonly why: string } {
  const t = useText();
  const format = useFormat();
  const { teamMembers } = useCrm();
  const nameOf = (): string =>
    clip(story.propositions.find(({ id }) => id === task.record)?.fields.name ?? "", 60);
  const proofOf = (id: string) => story.proofs.find(({ record }) => record.id === id)?.record.fields;
  const title = t(`task.${task.kind}`);
  switch (task.kind) {
    case "spot-without-proposition": {
      const entry = spots.find(({ id }) => id === task.record);
      return {
        title,
        why: t("task.spot-without-proposition.why", { spot: clip(entry ? titleOf(entry) : "", 80) }),
      };
    }
    case "promise-without-proof":
      return { title, why: t("task.promise-without-proof.why", { name: nameOf() }) };
    case "proof-missing":
      return { title, why: t("task.proof-missing.why", { name: nameOf() }) };
    case "proof-expired": {
      const proof = proofOf(task.proof);
      const owner = teamMembers.find(({ id }) => id === proof?.owner)?.name;
      const values = { proof: proof?.name ?? "", date: format.date(task.since) };
      return {
        title,
        why:
          owner === undefined
            ? t("task.proof-expired.why", values)
            : t("task.proof-expired.why-owner", { ...values, owner }),
      };
    }
    case "proof-not-for-customers":
      return {
        title,
        why: t("task.proof-not-for-customers.why", { proof: proofOf(task.proof)?.name ?? "" }),
      };
    case "jargon":
      return { title, why: t("task.jargon.why", { found: task.found, instead: task.instead }) };
  }
}
