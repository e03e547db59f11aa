import {
  Button,
  Checkbox,
  Chip,
  DateInput,
  Select,
  TextInput,
  useFormat,
  usePlanSession,
  useSurface,
  useTeamChoices,
  useToast,
} from "@sweetspot/widget-kit";
import { cell as cellEntity } from "@sweetspot/plan-model";
import { type ReactNode, useState } from "react";
import { markNextStep, type NextStep, setNextStep } from "../../edits/cell-edits.model.ts";
import { useText } from "../use-text.ts";
import { useOpenedCell } from "./cell-context.ts";

/** What happens next here, who does it and by when. A host that keeps tasks gets one on request. */
export function NextStepSection(): ReactNode {
  const { workspace, text, cell, ref } = useOpenedCell();
  const { plan, edit, eyes, writable } = workspace;
  const t = useText();
  const format = useFormat();
  const fields = cell.record?.fields;
  const people = useTeamChoices(fields?.nextStepOwner);
  const { account } = usePlanSession();
  const { createTask } = useSurface();
  const toast = useToast();
  const [sending, setSending] = useState(false);
  const step: NextStep = {
    text: fields?.nextStep ?? "",
    owner: fields?.nextStepOwner,
    due: fields?.nextStepDue,
  };
  const change = (part: Partial<NextStep>): void => {
    const next = { ...step, ...part };
    edit(setNextStep(plan.cells, ref, { ...next, owner: next.owner ?? eyes.user }));
  };
  const set = step.text !== "";
  const late = set && fields?.nextStepDone !== true && step.due !== undefined && step.due < eyes.today;
  const send = (): void => {
    if (!createTask) return;
    setSending(true);
    createTask({
      account,
      subject: step.text,
      note: `${text.path(cell.area)} · ${text.path(cell.offering)}`,
      ...(step.due === undefined ? {} : { due: step.due }),
      ...(step.owner === undefined ? {} : { owner: step.owner }),
    })
      .then(
        () => toast({ text: t("step.task-created") }),
        () => toast({ tone: "bad", text: t("step.task-failed") }),
      )
      .finally(() => setSending(false));
  };
  return (
    <section className="ws-section ws-fields" data-focus="plan">
      <h4 className="ws-section-title">
        {t("step.title")}
        {late && step.due !== undefined ? (
          <Chip tone="warn" icon="clock">
            {t("step.late", { when: format.relativeDays(step.due) })}
          </Chip>
        ) : null}
      </h4>
      <div className="ws-field-wide">
        <TextInput
          label={t("step.what")}
          placeholder={t("step.placeholder")}
          value={step.text}
          onCommit={(value) => change({ text: value })}
          maxLength={cellEntity.fields.nextStep.max}
          disabled={!writable}
        />
      </div>
      {set ? (
        <>
          <Select
            label={t("step.owner")}
            value={step.owner}
            options={people}
            onChange={(owner) => change({ owner })}
            disabled={!writable}
          />
          <DateInput
            label={t("step.due")}
            value={step.due}
            onCommit={(due) => change({ due: due ?? undefined })}
            disabled={!writable}
          />
          <div className="ws-field-wide ws-actions">
            <Checkbox
              label={t("step.done")}
              checked={fields?.nextStepDone === true}
              onChange={(done) => edit(markNextStep(plan.cells, ref, done))}
              disabled={!writable}
            />
            {createTask && fields?.nextStepDone !== true ? (
              <Button size="small" icon="task" disabled={sending} onClick={send}>
                {t("step.create-task")}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </section>
  );
}
